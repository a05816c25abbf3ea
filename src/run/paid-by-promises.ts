/**
 * What stands because a promise pays for it? In: a solved program, its plan, and the promises as they were judged. Out: the
 * same promises, each with the sizes for which it pays more than a quarter of what they earn at the marginal prices. A reader
 * can then judge whether anyone would want them. What a promised share adds to the price of a good is not counted.
 */
import type { PaidFor, PromiseRow } from '../accounts/promise-row.ts';
import type { Plan } from '../plan/plan.ts';
import { isPromised, ownRule, type Solved } from './size-account.ts';
import { firstOf, ownerOf, type Thing, thingsOf, usedBy } from './thing.ts';

/** From this share of what a thing earns on it is told. */
const MUCH = 0.25;
/** A size below this is none, in the trade's unit. */
const NOTHING = 1e-6;

interface Earned {
  readonly sizes: readonly Omit<PaidFor, 'share'>[];
  /** Id of a promise → its share of all that is earned. */
  readonly shares: ReadonlyMap<string, number>;
}

/** Row → number of its family; −1 where the family only ties a thing to itself, or to what it costs to stand. */
function sharedFamilies(solved: Solved): Int32Array {
  const { rows, rowFamilies } = solved.program;
  const familyOfRow = new Int32Array(rows).fill(-1);
  rowFamilies.forEach((family, number) => {
    if (family.kind === 'capacity-stands' || ownRule(solved, family) !== null) return;
    familyOfRow.fill(number, family.first, family.first + family.count);
  });
  return familyOfRow;
}

/** What a thing earns of each family of rows in a phase: a good that it takes and gives counts as the difference. */
function earnings(
  { program, solution }: Solved,
  familyOfRow: Int32Array,
  used: readonly { readonly column: number; readonly x: number }[],
): Float64Array {
  const { starts, indices, values, rowFamilies } = program;
  const money = new Float64Array(rowFamilies.length);
  for (const { column, x } of used) {
    if (x === 0) continue;
    for (let k = starts[column]; k < starts[column + 1]; k++) {
      const family = familyOfRow[indices[k]];
      if (family >= 0) money[family] += values[k] * x * solution.y[indices[k]];
    }
  }
  return money;
}

function earnedBy(
  solved: Solved,
  plan: Plan,
  phase: number,
  thing: Thing,
  familyOfRow: Int32Array,
): Earned | null {
  const { network, program } = solved;
  const owner = ownerOf(network, thing);
  const { capacities } = plan.phases[phase];
  const own = network.capacities.flatMap(({ owner: of, title, shown }, capacity) => {
    const size = capacities[capacity] * shown.factor;
    return of === owner && size > NOTHING ? [{ capacity, title, size, unit: shown.unit }] : [];
  });
  if (own.length === 0) return null;
  const stands = own.map(({ capacity }) => ({
    column: firstOf(program, 'capacity', capacity, phase),
    x: capacities[capacity],
  }));
  const money = earnings(solved, familyOfRow, [...usedBy(solved, thing, phase), ...stands]);
  const paid = new Map<string, number>();
  let earned = 0;
  program.rowFamilies.forEach((family, number) => {
    // What a promise pays through its sum and takes through another of its rows is one payment.
    if (isPromised(family)) paid.set(family.of, (paid.get(family.of) ?? 0) + money[number]);
    else earned += Math.max(0, money[number]);
  });
  for (const each of paid.values()) earned += Math.max(0, each);
  if (earned <= 0) return null;
  return {
    sizes: own.map(({ title, size, unit }) => ({ title, size, unit })),
    shares: new Map([...paid].map(([id, each]) => [id, each / earned])),
  };
}

export function withWhatTheyPayFor(
  solved: Solved,
  plan: Plan,
  rows: readonly PromiseRow[],
): readonly PromiseRow[] {
  const { network } = solved;
  const paying = rows.filter(({ price }) => price !== null && price !== 0);
  if (paying.length === 0) return rows;
  const familyOfRow = sharedFamilies(solved);
  const earned = network.phases.map((_, phase) =>
    thingsOf(network).flatMap((thing) => earnedBy(solved, plan, phase, thing, familyOfRow) ?? []),
  );
  return rows.map((row) => {
    if (!paying.includes(row)) return row;
    const phase = network.phases.findIndex(({ from, years }) => row.year < from + years);
    const found = (earned[phase] ?? []).flatMap(({ sizes, shares }): PaidFor[] => {
      const share = shares.get(row.id) ?? 0;
      return share > MUCH ? sizes.map((size) => ({ ...size, share: Math.min(1, share) })) : [];
    });
    return { ...row, paysFor: found.toSorted((a, b) => b.share - a.share) };
  });
}
