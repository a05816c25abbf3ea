/**
 * Issues for people and for programs.
 * In: issues. Out: lines `file:line:column  severity code`, each with what, why and remedy; or plain records for JSON.
 */
import colours from 'picocolors';
import type { Issue, Severity } from '../park/issue.ts';
import { count } from '../units/number.ts';
import { visibleLine } from './terminal.ts';

const SHOWN = 20;
const PAINT: Readonly<Record<Severity, (text: string) => string>> = {
  error: colours.red,
  warning: colours.yellow,
  note: colours.cyan,
};
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function placeOf(issue: Issue): string {
  const file = visibleLine(issue.file ?? '');
  if (issue.line === undefined) return file;
  return [file, issue.line, ...(issue.column === undefined ? [] : [issue.column])].join(':');
}

function issueText(issue: Issue): string {
  const head = [placeOf(issue), PAINT[issue.severity](issue.severity), colours.dim(issue.code)];
  const said = [issue.message, issue.why, issue.remedy].map(visibleLine);
  return [head.filter((part) => part !== '').join('  '), ...said]
    .filter((line) => line !== '')
    .map((line, index) => (index === 0 ? line : `  ${index === 3 ? colours.bold(line) : line}`))
    .join('\n');
}

/** In order of place (as given); when there are more than twenty, errors are shown first and the rest is counted. */
export function issuesText(issues: readonly Issue[]): string {
  const shown =
    issues.length <= SHOWN
      ? issues
      : issues.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, SHOWN);
  const rest = issues.length - shown.length;
  const blocks = shown.map(issueText);
  if (rest > 0) blocks.push(colours.dim(`… and ${rest} more; --json lists them all.`));
  return blocks.join('\n\n');
}

/** "2 errors, 1 warning", or "" when there is nothing to count. */
export function issueCount(issues: readonly Issue[]): string {
  const many = (severity: Severity) => issues.filter((issue) => issue.severity === severity).length;
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => many(severity) > 0)
    .map((severity) => count(many(severity), severity))
    .join(', ');
}

/** Every field present, so that a program need not ask which are there. */
export function issueJson(issue: Issue) {
  return {
    code: issue.code,
    severity: issue.severity,
    file: issue.file ?? null,
    line: issue.line ?? null,
    column: issue.column ?? null,
    path: issue.path,
    message: issue.message,
    why: issue.why,
    remedy: issue.remedy,
    found: issue.found ?? null,
    expected: issue.expected ?? null,
    near: issue.near ?? null,
  };
}
