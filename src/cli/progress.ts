/**
 * What the user sees while the work goes on: a line for each finished stage with its time and size, and on a terminal one
 * live line that is rewritten. Stage and size calm more than a percentage.
 * In: reports of stages and of the solver. Out: lines on standard error.
 */
import colours from 'picocolors';
import type { Stage, StageReport } from '../run/run.ts';
import type { Progress } from '../solve/solver.ts';
import { terminalWidth, visibleLine } from './terminal.ts';

const EVERY_LIVE = 0.1;
const EVERY_PLAIN = 10;

export interface Teller {
  readonly onStageStart: (stage: Stage) => void;
  readonly onStage: (report: StageReport) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** A live line is for people at a terminal; not for files, pipelines and screen readers (NO_COLOR, CI). */
export function wantsLiveLine(): boolean {
  return process.stderr.isTTY === true && !process.env['NO_COLOR'] && !process.env['CI'];
}

function progressText(progress: Progress): string {
  const parts = [`${progress.stage}`, `iteration ${progress.iteration}`];
  if (progress.objective !== null) parts.push(`objective ${progress.objective.toPrecision(6)}`);
  const residual = Math.max(progress.primal ?? 0, progress.dual ?? 0);
  if (residual > 0) parts.push(`residual ${residual.toExponential(1)}`);
  parts.push(`${progress.seconds.toFixed(1)} s`);
  return parts.join(' · ');
}

/** `clock` in seconds from any start. */
export function teller(clock: () => number, live = wantsLiveLine()): Teller {
  let last = Number.NEGATIVE_INFINITY;
  const write = (text: string) => process.stderr.write(text);
  const erase = live ? '\r\u001b[2K' : '';
  const width = () => terminalWidth(process.stderr) - 1;

  return {
    onStageStart(stage) {
      last = clock();
      if (live) write(`${erase}${colours.dim(`${stage} …`)}`);
    },
    onStage({ stage, seconds, size }) {
      write(
        `${erase}${stage.padEnd(8)}${`${seconds.toFixed(2)} s`.padStart(9)}   ${colours.dim(visibleLine(size))}\n`,
      );
    },
    onProgress(progress) {
      if (clock() - last < (live ? EVERY_LIVE : EVERY_PLAIN)) return;
      last = clock();
      const text = progressText(progress);
      // Only a line that is to be rewritten must not break.
      write(live ? `${erase}${colours.dim(text.slice(0, width()))}` : `${text}\n`);
    },
  };
}
