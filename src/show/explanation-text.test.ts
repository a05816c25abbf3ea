/** How an explanation is told: figures rounded so that writing them is enough, blocks for the terminal, the page and JSON. */
import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../test/sample-run.ts';
import type { Change, Explanation } from '../run/explanation.ts';
import type { WrittenLimit } from '../run/written-limits.ts';
import { changeText, explanationBlocks, explanationJson, worstLines } from './explanation-text.ts';
import { planJson } from './plan-json.ts';
import { report } from './report.ts';
import { summary } from './summary.ts';

const limit = (more: Partial<WrittenLimit>): WrittenLimit => ({
  thing: 'grid',
  title: 'grid electricity',
  says: 'at most',
  value: 600,
  unit: 'MW',
  path: 'buy.grid electricity.max',
  at: { kind: 'rate', index: 0, factor: 1 },
  down: 0,
  up: Number.POSITIVE_INFINITY,
  scale: more.value || 600,
  ...more,
});

const change = (by: number, more: Partial<WrittenLimit> = {}): Change => {
  const own = limit(more);
  return {
    limit: own,
    to: own.value + by,
    by,
    relative: own.value === 0 ? null : Math.abs(by / own.value),
    weight: Math.abs(by) / own.scale,
  };
};

/** Thin spaces and minus signs as plain ones. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ').replaceAll('−', '-');

describe('a change in words', () => {
  it.each([
    // Rounded away from what is written, at the third digit of the change: 60.42 becomes 60.5.
    ['grid electricity: at most 600 MW → 660.5 MW (+10.1 %)', change(60.42)],
    // Of what is left when that is the smaller: 20.379 becomes 20.3.
    [
      'smelter: output 300 kt/a → 20.3 kt/a (-93.2 %)',
      change(-279_621, { title: 'smelter', says: 'output', value: 300_000, unit: 't/a' }),
    ],
    // A hair above a round figure is that figure.
    ['grid electricity: at most 600 MW → 700 MW (+16.7 %)', change(100.0000001)],
    [
      'smelter: output 300 kt/a → 200.7 kt/a (-33.1 %)',
      change(-99_227.8, { title: 'smelter', says: 'output', value: 300_000, unit: 't/a' }),
    ],
    [
      'smelter: output 300 kt/a → 299.99876 kt/a (-0.000411 %)',
      change(-1.2345, { title: 'smelter', says: 'output', value: 300_000, unit: 't/a' }),
    ],
    [
      'battery, content: at most 800 MWh → 10.5 GWh (13 times)',
      change(9_690.2, { title: 'battery, content', value: 800, unit: 'MWh' }),
    ],
    ['wind: at most 0 MW → 100 MW (now none)', change(100, { title: 'wind', value: 0 })],
    [
      'renewable share: at least 95 % → 90.78 % (-4.43 %)',
      change(-4.211, { title: 'renewable share', says: 'at least', value: 95, unit: '%' }),
    ],
    [
      'metal: at least 50 t/a → 0 t/a (-100 %)',
      change(-50, { title: 'metal', says: 'at least', value: 50, unit: 't/a' }),
    ],
  ])('%s', (text, one) => {
    expect(plain(changeText(one))).toBe(text);
  });
});

const SHORT: Explanation = {
  conflict: [
    {
      kind: 'limit',
      text: 'smelter: output 300 000 t/a',
      limit: limit({
        title: 'smelter',
        says: 'output',
        value: 300_000,
        unit: 't/a',
        path: 'plants.smelter.output',
      }),
    },
    { kind: 'rule', text: 'smelter: minimum load', limit: null },
  ],
  worst: {
    kind: 'short',
    title: 'Electricity at The works',
    phase: 'one',
    when: '14 Jan 03:00–19:00',
    hours: 16,
    unit: 'MW',
    highest: 61,
    mean: 60,
    total: 960,
    amountUnit: 'MWh',
    year: { hours: 120, total: 5000 },
    need: [{ title: 'potline 2', amount: 212, state: '' }],
    supply: [
      { title: 'grid', amount: 120, state: 'at its limit' },
      { title: 'wind', amount: 31, state: 'all that the weather gives' },
      { title: 'battery', amount: 0, state: 'empty at the end' },
    ],
  },
  firm: null,
  changes: {
    together: [change(61)],
    alone: [
      { title: 'grid electricity', changes: [change(61)], relative: 61 / 600, given: '', makesLess: false },
    ],
  },
  promises: [],
  notes: [],
};

describe('where and when', () => {
  it('place, run of hours, amount, who needs and who gives', () => {
    expect(worstLines(SHORT.worst!).map(plain)).toEqual([
      'Electricity at The works, 14 Jan 03:00–19:00 (16 h): up to 61 MW short, 960 MWh in all.',
      'On average needed 212 MW: potline 2 212 MW.',
      'On average given 151 MW: grid 120 MW (at its limit), wind 31 MW (all that the weather gives), battery nothing (empty at the end).',
      'In a year: 120 h, 5 GWh.',
    ]);
  });

  it('all the year: no hours to count', () => {
    const all = { ...SHORT.worst!, when: 'the whole year', hours: 8760 } as Explanation['worst'];
    const lines = worstLines(all!).map(plain);
    expect(lines[0]).toBe('Electricity at The works, the whole year: up to 61 MW short, 960 MWh in all.');
    expect(lines.some((line) => line.startsWith('In a year'))).toBe(false);
  });

  it('too much: made and taken instead of needed and given', () => {
    const over = { ...SHORT.worst!, kind: 'over' } as Explanation['worst'];
    const lines = worstLines(over!).map(plain);
    expect(lines[0]).toContain('up to 61 MW too much');
    expect(lines[1]).toContain('made 212 MW');
    expect(lines[2]).toContain('taken 151 MW');
  });

  it('a share is short by points, an amount by its unit', () => {
    const promise = (asked: number, found: number, unit: string): string =>
      plain(worstLines({ kind: 'promise', title: 'p', asked, found, unit })[0]);
    expect(promise(95, 90.8, '%')).toBe(
      'The promise “p”: 95 % promised, 90.8 % can be had, 4.2 points short.',
    );
    expect(promise(30, 40, '%')).toContain('10 points too much');
    expect(promise(15_000, 12_300, 'persons')).toContain('2 700 persons short');
  });

  const firm: Explanation['firm'] = {
    kind: 'firm',
    title: 'smelter',
    outage: 'grid electricity lost',
    phase: 'one',
    hours: 5,
    when: null,
    highest: 275.2,
    total: 1376,
    need: [{ title: 'smelter', amount: 278.9, state: '' }],
    supply: [
      { title: 'battery', amount: 3.72, state: 'all that it holds, over 5 h' },
      { title: 'grid electricity', amount: 0, state: 'lost' },
    ],
  };

  it('firm power: the outage, what is short, who carries what, and what new would', () => {
    const lines = worstLines(firm).map(plain);
    expect(lines).toEqual([
      'Firm power of smelter, grid electricity lost: 275 MW short for 5 h, 1.38 GWh in all; the same at any hour.',
      'Needed 279 MW: smelter 279 MW.',
      'Carried 3.72 MW: battery 3.72 MW (all that it holds, over 5 h), grid electricity nothing (lost).',
      'New firm supply would carry it: 275 MW of a plant whose fuel is bought, or a store of electricity of that power that holds back 1.38 GWh and what it loses in giving that.',
    ]);
    expect(plain(worstLines({ ...firm, when: '5 Mar 18:00', supply: [] }).join(' '))).toMatch(
      /worst on 5 Mar 18:00, when stores are emptiest.*Carried 0 MW: nothing, the park has no firm supply\./,
    );
  });

  it('firm power that is short beside power by the hour is told after it, and in JSON', () => {
    const [, worst] = explanationBlocks({ ...SHORT, firm });
    expect(worst.lines[0]).toContain('Electricity at The works');
    expect(worst.lines[4]).toContain('Firm power of smelter');
    expect(explanationJson({ ...SHORT, firm })).toMatchObject({ firm: { kind: 'firm', highest: 275.2 } });
  });

  it('no firm power asked for', () => {
    const share = { title: 'smelter', says: 'firm power of', value: 60, unit: '%' };
    const at = { kind: 'firm-share' as const, index: 0, factor: 1 };
    expect(plain(changeText(change(-60, { ...share, at })))).toBe(
      'smelter: firm power of 60 % → 0 % (nothing would be asked for)',
    );
  });

  it('more than six are summed', () => {
    const supply = Array.from({ length: 9 }, (_, at) => ({ title: `farm ${at}`, amount: 10, state: '' }));
    const lines = worstLines({ ...SHORT.worst!, supply } as NonNullable<Explanation['worst']>);
    expect(plain(lines[2])).toContain('farm 5 10 MW, 3 others 30 MW');
  });
});

describe('faces', () => {
  const run = {
    ...sampleRun(),
    status: 'infeasible' as const,
    plan: null,
    verification: null,
    kpis: [],
    capacities: [],
    promises: [],
    claims: [],
    message: 'This park cannot hold. These cannot hold together: smelter: output 300 000 t/a.',
    explanation: SHORT,
  };

  it('the terminal: titles, hanging lines, within the width', () => {
    const text = plain(summary(run, 80));
    for (const line of [
      'These cannot hold together\n  smelter: output 300 kt/a\n  smelter: minimum load',
      'Where and when it is worst\n  Electricity at The works',
      'The smallest change that would do\n  grid electricity: at most 600 MW → 661 MW (+10.2 %)',
      'Each of these would do alone\n  grid electricity',
    ])
      expect(text).toContain(line);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    // What contradicts each other is told once.
    expect(text.split('output 300')).toHaveLength(2);
  });

  it('the page: a section of its own', () => {
    const html = plain(report(run));
    expect(html).toContain('Why this park cannot hold');
    expect(html).toContain('at most 600 MW → 661 MW (+10.2 %)');
  });

  it('JSON: figures as found, keys of the park file, sentences', () => {
    const data = explanationJson(SHORT) as Record<string, never>;
    expect(JSON.parse(JSON.stringify(planJson(run))).explanation).toEqual(JSON.parse(JSON.stringify(data)));
    expect(data).toMatchObject({
      conflict: [
        { kind: 'limit', path: 'plants.smelter.output' },
        { kind: 'rule', path: null },
      ],
      worst: { kind: 'short', highest: 61, unit: 'MW', when: '14 Jan 03:00–19:00' },
      changes: {
        together: [
          { path: 'buy.grid electricity.max', value: 600, to: 661, by: 61, unit: 'MW', write: '661 MW' },
        ],
        alone: [{ title: 'grid electricity', changes: [{ to: 661 }] }],
      },
      notes: [],
    });
  });

  it('an empty part has no title', () => {
    const blocks = explanationBlocks({ ...SHORT, worst: null, changes: { together: [], alone: [] } });
    expect(blocks.map(({ title }) => title)).toEqual(['These cannot hold together']);
  });
});
