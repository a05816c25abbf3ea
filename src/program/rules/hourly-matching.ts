/**
 * How much of what is used is matched by a supply of one origin in the same hour? At most what was supplied less what left the
 * park and went into stores, plus what stores give back of it; and at most what was used.
 */
import type { Matching, MeasureTerm } from '../../network/network.ts';
import { isDirect } from '../columns.ts';
import { addEntries, addRows, type PerPeriod } from '../draft.ts';
import { each, listed, type Places } from '../entries.ts';
import { overlap, periodHours, previousInSegment } from '../overlap.ts';
import type { Family } from '../program.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Parts of the two sums; those of stores come after them, four a store, so that all names differ. */
const [SUPPLY, USE, OF_STORES] = [0, 1, 2];
const PER_STORE = 4;

/** Do these rows hold what was supplied of the origin? */
export const isSupply = ({ kind, part }: Family): boolean => kind === hourlyMatching.name && part === SUPPLY;

type RowsOf = (part: number, lower: number, upper: number) => Places;

const BELOW = [Number.NEGATIVE_INFINITY, 0] as const;

/** −Σ coefficient × rate in each hour's row. */
function lessProcesses(
  { draft, columns }: RuleContext,
  phase: number,
  row: Places,
  terms: readonly MeasureTerm[],
): void {
  const { network } = draft;
  for (const { index, part, coefficient } of terms) {
    const pairs = overlap(network.phases[phase].grid, network.processes[index].period, 'hour');
    const activity = columns[phase].activity[index];
    for (const first of part === undefined ? activity : [activity[part]])
      addEntries(draft, pairs.count, listed(row.first, pairs.to), listed(first, pairs.from), -coefficient);
  }
}

/** charge − discharge of a store in each hour's row. */
function plusSwallowed({ draft, columns }: RuleContext, phase: number, row: Places, index: number): void {
  const { network } = draft;
  const { level, charge, discharge } = columns[phase];
  const store = network.stores[index];
  const { grid } = network.phases[phase];
  const { count } = grid.periods.hour;
  if (!isDirect(store)) {
    addEntries(draft, count, row, each(charge[index]), 1);
    addEntries(draft, count, row, each(discharge[index]), -1);
    return;
  }
  addEntries(draft, count, row, each(level[index]), 1);
  addEntries(
    draft,
    count,
    row,
    listed(level[index], previousInSegment(grid, 'hour')),
    -(1 - store.lossPerHour),
  );
}

/** What a store holds of the origin moves as its content does, and is a part of it. */
function followStore(
  context: RuleContext,
  phase: number,
  measure: number,
  at: number,
  matching: Matching,
  rows: RowsOf,
): void {
  const { draft, columns } = context;
  const { network } = draft;
  const own = columns[phase].matching[measure];
  if (own === null) return;
  const { grid } = network.phases[phase];
  const index = matching.stores[at];
  const store = network.stores[index];
  const hours = periodHours(grid, 'hour');
  const [level, charge, discharge] = [own.level[at], own.charge[at], own.discharge[at]];
  const part = OF_STORES + PER_STORE * at;
  const add = (row: Places, column: Places, value: PerPeriod): void =>
    addEntries(draft, hours.length, row, column, value);
  const moves = rows(part, 0, 0);
  add(moves, each(level), 1);
  add(
    moves,
    listed(level, previousInSegment(grid, 'hour')),
    (hour) => -((1 - store.lossPerHour) ** hours[hour]),
  );
  add(moves, each(charge), (hour) => -hours[hour] * store.chargeEfficiency);
  add(moves, each(discharge), (hour) => hours[hour] / store.dischargeEfficiency);
  const within: [number, number][] = [[level, columns[phase].level[index]]];
  // A store without losses and power may take and give at once as much as it likes.
  if (!isDirect(store))
    within.push([charge, columns[phase].charge[index]], [discharge, columns[phase].discharge[index]]);
  within.forEach(([own, whole], number) => {
    const row = rows(part + 1 + number, ...BELOW);
    add(row, each(own), 1);
    add(row, each(whole), -1);
  });
}

export const hourlyMatching: Rule = {
  name: 'hourly-matching',
  formula:
    'matched(t) ≤ Σ origin × supply(t) − sold(t) + Σ stores (discharge − charge of that origin)(t);  matched(t) ≤ used(t);  a store holds, takes and gives of it at most what it holds, takes and gives',
  keys: ['promises: counted by'],
  blocks: 'the promise {of} cannot be matched in the same hour {when}',
  rows(context) {
    const { draft, columns, measures } = context;
    measures.forEach(({ id, matching }, measure) => {
      if (matching === undefined) return;
      columns.forEach(({ matching: { [measure]: own } }, phase) => {
        if (own === null) return;
        const { count } = draft.network.phases[phase].grid.periods.hour;
        const run = { kind: this.name, of: id, index: measure, phase, period: 'hour' as const };
        const rows: RowsOf = (part, lower, upper) => each(addRows(draft, { ...run, part }, lower, upper));
        const supply = rows(SUPPLY, ...BELOW);
        addEntries(draft, count, supply, each(own.matched), 1);
        lessProcesses(context, phase, supply, matching.supply);
        const use = rows(USE, ...BELOW);
        addEntries(draft, count, use, each(own.matched), 1);
        lessProcesses(context, phase, use, matching.use);
        matching.stores.forEach((store, at) => {
          addEntries(draft, count, supply, each(own.charge[at]), 1);
          addEntries(draft, count, supply, each(own.discharge[at]), -1);
          plusSwallowed(context, phase, use, store);
          followStore(context, phase, measure, at, matching, rows);
        });
      });
    });
  },
};
