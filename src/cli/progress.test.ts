import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { teller } from './progress.ts';

/** Everything that a teller writes, with a clock that the test moves. */
function record(live: boolean, stage = 'simplex') {
  let written = '';
  let now = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
  const told = teller(() => now, live);
  const progress = (iteration: number) =>
    told.onProgress({ stage, iteration, objective: 1, primal: 1e-3, dual: 0, seconds: now });
  return { told, progress, wait: (seconds: number) => (now += seconds), written: () => written };
}
afterEach(() => vi.restoreAllMocks());

describe('progress', () => {
  it('away from a terminal: a plain line a stage, and one in ten seconds of solving', () => {
    const { told, progress, wait, written } = record(false);
    told.onStageStart('solve');
    for (let i = 1; i <= 25; i++) {
      wait(1);
      progress(i);
    }
    told.onStage({ stage: 'solve', seconds: 25, size: 'optimal' });
    expect(written()).not.toContain('\r');
    const lines = stripVTControlCharacters(written()).trim().split('\n');
    expect(lines.map((line) => /iteration (\d+)/.exec(line)?.[1] ?? line.split(' ')[0])).toEqual([
      '10',
      '20',
      'solve',
    ]);
  });

  it('only a line that is rewritten is cut to the width', () => {
    const long = 'whole units, 2 of at most 6: proof of infeasibility of what was held until now, anew';
    const [plain, live] = [false, true].map((isLive) => {
      const { told, progress, wait, written } = record(isLive, long);
      told.onStageStart('solve');
      wait(11);
      progress(1);
      vi.restoreAllMocks();
      return stripVTControlCharacters(written());
    });
    expect(plain).toContain(`${long} · iteration 1 · objective 1.00000 · residual 1.0e-3 · 11.0 s`);
    expect(live).not.toContain('11.0 s');
  });

  it('on a terminal: one live line that is rewritten, at most ten times a second', () => {
    const { told, progress, wait, written } = record(true);
    told.onStageStart('solve');
    for (let i = 1; i <= 100; i++) {
      wait(0.01);
      progress(i);
    }
    const rewrites = written().split('\r').length - 2;
    expect(rewrites).toBeGreaterThan(5);
    expect(rewrites).toBeLessThanOrEqual(10);
    expect(written()).not.toContain('\n');
  });
});
