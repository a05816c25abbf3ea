/**
 * In which order are issues told?
 * In: issues as they were found. Out: the same, each once, sorted by file, line and column.
 */
import type { Issue } from './issue.ts';

export function inOrder(issues: readonly Issue[]): Issue[] {
  const files = [...new Set(issues.map(({ file }) => file ?? ''))];
  const once = new Map(
    issues.map((each) => [
      `${each.code}|${each.file}|${each.line}|${each.column}|${each.path}|${each.message}`,
      each,
    ]),
  );
  return [...once.values()].sort(
    (one, other) =>
      files.indexOf(one.file ?? '') - files.indexOf(other.file ?? '') ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  );
}
