/** What the report says of deposits and feeds, on a pit and a works of two phases. */
import { expect, it } from 'vitest';
import { handGrid, handNetwork, handPlan } from '../../test/hand-network.ts';
import { oreSection } from './section-ore.ts';

// Two phases of four hours a "year", five and ten years long; 500 t in the ground.
const network = handNetwork({
  commodities: { ore: {}, other: {}, metal: {} },
  phases: [
    { id: 'one', from: 2030, grid: handGrid([[4, 1]]), years: 5 },
    { id: 'two', from: 2035, grid: handGrid([[4, 1]]), years: 10 },
  ],
  processes: [
    { id: 'pit', title: 'North pit', flows: { ore: 1 }, maxOverHorizon: 500 },
    { id: 'ship', kind: 'buy', flows: { other: 1 } },
    {
      id: 'works',
      title: 'Works',
      segments: [
        { share: 1, slice: 0, feed: 'Ore of North pit', flows: { metal: 1, ore: -2 } },
        { share: 1, slice: 0, feed: 'Other ore', flows: { metal: 1, other: -2 } },
      ],
    },
  ],
});

it('left at the start, taken, years: 500 t at 40 a year are 12.5 a; 300 t at 20 are 15 a', () => {
  const plan = handPlan(
    network,
    [{ activity: { pit: [10, 10, 10, 10] } }, { activity: { pit: [5, 5, 5, 5] } }],
    0,
  );
  const text = oreSection(plan)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain('North pit one, from 2030 500 t 40 t/a 12.5 a');
  expect(text).toContain('North pit two, from 2035 300 t 20 t/a 15 a');
  expect(text).not.toContain('Other ore');
});

it('a works that makes 30 of 40 t from its own ore: 75 %', () => {
  const works = [Float64Array.of(7.5, 7.5, 7.5, 7.5), Float64Array.of(2.5, 2.5, 2.5, 2.5)];
  const plan = handPlan(network, [{}, {}], 0);
  const number = network.processes.findIndex(({ id }) => id === 'works');
  const [first, second] = plan.phases;
  const activity = first.activity.map((parts, process) => (process === number ? works : parts));
  const text = oreSection({ ...plan, phases: [{ ...first, activity }, second] })
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain('Works one, from 2030 Ore of North pit 30 t/a 75');
  expect(text).toContain('Works one, from 2030 Other ore 10 t/a 25');
  expect(text).toContain('North pit one, from 2030 500 t 0 t/a not worked');
});

it('a park without reserves and choices has no such section', () => {
  const plain = handNetwork({ commodities: { ore: {} }, processes: [{ id: 'pit', flows: { ore: 1 } }] });
  expect(oreSection(handPlan(plain, [{}], 0))).toBe('');
});
