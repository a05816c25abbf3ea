/**
 * Ctrl-C leaves nothing half-done behind.
 * In: what must be undone if the user stops now. Out: on an interrupt everything registered is undone and the process
 * ends with 130.
 */
import { writeSync } from 'node:fs';
import { EXIT } from './exit-code.ts';
import { faceIssue } from './face-issue.ts';
import { issueJson } from './issue-text.ts';

const undoings = new Set<() => void>();

/** Registers an undoing; call what it hands back once the work is complete. */
export function onInterrupt(undo: () => void): () => void {
  undoings.add(undo);
  return () => undoings.delete(undo);
}

export function undoAll(): void {
  for (const undo of undoings) undo();
  undoings.clear();
}

export function watchInterrupts(json: boolean): void {
  const stop = () => {
    undoAll();
    try {
      tell(json);
    } catch {
      // Whoever would have read it is gone already.
    }
    process.exit(EXIT.interrupted);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
    // What `bin/kombinat.js` listened with until now goes after this is there, so that no moment is without.
    for (const listener of process.listeners(signal as NodeJS.Signals))
      if (listener !== stop) process.off(signal, listener);
  }
  // However the process ends: nothing half-written stays.
  process.on('exit', undoAll);
}

function tell(json: boolean): void {
  const issue = faceIssue('stopped', {}, 'note');
  if (json) writeSync(1, `${JSON.stringify({ status: 'stopped', issues: [issueJson(issue)] }, null, 2)}\n`);
  else writeSync(2, `\n${issue.message} ${issue.why}\n`);
}
