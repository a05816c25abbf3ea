/** Which moment does a text name? In: a text. Out: ms UTC, NaN when it names none. */

/** ms UTC of an ISO 8601 time, NaN when it is none. Without an offset it is UTC. */
export function readTime(text: string): number {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text.trim(),
    );
  if (found === null) return Number.NaN;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(time);
  // 31 February and 24:60 roll over silently; here they are no times.
  if (
    back.getUTCMonth() !== month - 1 ||
    back.getUTCDate() !== day ||
    back.getUTCHours() !== hour ||
    minute > 59
  ) {
    return Number.NaN;
  }
  const offset = found[7];
  if (offset === undefined || offset === 'Z') return time;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return time - (offset.startsWith('-') ? -1 : 1) * minutes * 60_000;
}
