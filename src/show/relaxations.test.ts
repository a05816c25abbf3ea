import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { sampleRun } from '../../test/sample-run.ts';
import type { Run } from '../run/run.ts';
import { relaxations } from './relaxations.ts';

/** A press of 10 t/h that makes `rate` in every hour of a "year" of 100 hours, cut into `runs`. */
function pressRun(rate: number, runs: readonly (readonly [number, number])[], size = {}): Run {
  const network = handNetwork({
    commodities: { profile: {} },
    phases: [{ grid: handGrid(runs) }],
    processes: [{ id: 'press', title: 'Press', flows: { profile: 1 }, size }],
  });
  const rates = Array.from({ length: 100 }, () => rate);
  const plan = handPlan(network, [{ built: { press: 10 }, activity: { press: rates } }], 0);
  return { ...sampleRun(), network, plan, verification: null };
}
const titles = (run: Run): string[] => relaxations(run).map((one) => one.title);

describe('where the linear picture may flatter', () => {
  it('says nothing of a plant that runs full through the whole year', () => {
    expect(relaxations(pressRun(10, [[100, 1]]))).toEqual([]);
  });
  it('names typical weeks only when weeks stand for the year', () => {
    expect(
      titles(
        pressRun(10, [
          [50, 2],
          [50, 1],
        ]),
      ),
    ).toEqual(['Typical weeks stand for the year']);
  });
  it('names a plant that is built and hardly run, with the share that is used', () => {
    // 0.5 of 10 t/h: 5 %, and below a quarter of its size for 100 h.
    const found = relaxations(pressRun(0.5, [[100, 1]]));
    expect(found.map((one) => one.title)).toEqual(['No switching on and off', 'Built and hardly run']);
    expect(found[0].text).toContain('Press (100 h)');
    expect(found[1].text).toContain('Press (5 % used)');
  });
  it('passes on what the verification counted', () => {
    expect(titles(sampleRun())).toContain('Two directions at once');
  });
});
