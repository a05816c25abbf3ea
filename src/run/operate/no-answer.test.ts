/** A window without an answer is told in words of the plant: which hours, what contradicts, what to do. */
import { describe, expect, it } from 'vitest';
import { handGrid, handNetwork } from '../../../test/hand-network.ts';
import { solver } from '../../../test/solve-network.ts';
import { noAnswerText } from './no-answer.ts';
import { operateYear } from './operate-year.ts';

const HOURS = 72;
const grid = handGrid([[HOURS, 1]], 24);
const calm = { error: 0, memory: 1 };
const NOTHING_ERRS = { wind: calm, sun: calm, cold: calm, water: calm };

/** A lake that begins with 50 MWh, of which 1 MW can be taken out. */
async function overfull(size: number) {
  const network = handNetwork({
    commodities: { electricity: { unit: 'MWh' } },
    phases: [{ grid }],
    processes: [{ id: 'spill', kind: 'trim', flows: { electricity: -1 } }],
    stores: [
      {
        id: 'lake',
        holds: 'electricity',
        content: { min: size, max: size, fixed: true },
        powerSize: { min: 1, max: 1, fixed: true },
      },
    ],
  });
  return operateYear({
    park: { network, drives: [] },
    steering: { loads: [], measures: [], coldPrice: 1 },
    prices: { byMonth: [new Float64Array(12)] },
    levels: Float64Array.of(50),
    looking: { window: 48, step: 24, forecast: { seed: 1, errors: NOTHING_ERRS, known: 24 } },
    solver,
    options: { solver: 'highs', tolerance: 1e-7, timeLimit: 60 },
  });
}

describe('a window that nothing can satisfy', () => {
  it('a lake of 10 MWh that begins with 50 and gives 1 MW: says so of the first 48 hours', async () => {
    const found = await overfull(10);
    expect(found).toMatchObject({ first: 0, hours: 48, status: 'infeasible' });
    if ('record' in found) return;
    expect(found.conflict).toContain('lake begins with 50 MWh');
    expect(found.conflict.join('; ')).toContain('ends at 10 MWh');
    // 50 MWh at the beginning of the first hour and 1 MW fit into 49 at its end.
    expect(await overfull(49)).toHaveProperty('record');
  });

  const infeasible = {
    first: 24,
    hours: 48,
    status: 'infeasible',
    message: 'Nothing can satisfy all rows and limits.',
    conflict: ['lake begins with 50 MWh', 'the size of lake, content ends at 10 MWh'],
  } as const;

  it('says year, hours with their dates, what contradicts, that no security is the reason, and what to do', () => {
    const text = noAnswerText({ seed: 7, grid, outages: true, holdsBack: true }, infeasible);
    expect(text).toContain('seed 7 from 15 Jan 00:00 to 16 Jan 23:00 (48 hours)');
    expect(text).toContain('lake begins with 50 MWh; the size of lake, content ends at 10 MWh.');
    expect(text).toContain('`firm power` and `never below`');
    expect(text).toContain('`--no-outages`');
    expect(text).not.toMatch(/rows|columns|hour 24/);
  });

  it('without outages and without security neither is spoken of', () => {
    const text = noAnswerText({ seed: 7, grid, outages: false, holdsBack: false }, infeasible);
    expect(text).not.toMatch(/firm power|no-outages|out of order/);
  });

  it('a run that was stopped is not told as one that cannot be', () => {
    const stopped = {
      ...infeasible,
      status: 'limit',
      message: 'The time limit was reached.',
      conflict: [],
    } as const;
    const text = noAnswerText({ seed: 7, grid, outages: true, holdsBack: true }, stopped);
    expect(text).toContain('15 Jan 00:00 to 16 Jan 23:00 (48 hours). The time limit was reached.');
    expect(text).not.toContain('cannot');
  });
});
