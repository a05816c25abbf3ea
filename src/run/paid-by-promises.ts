/**
 * What stands because a promise pays for it? In: a solved program, its plan, and the promises as they were judged. Out: the
 * same promises, each with the sizes for which it pays more than a quarter of what they earn at the marginal prices. A reader
 * can then judge whether anyone would want them. What a promised share adds to the price of a good is not counted.
 */
import type { PaidFor, PromiseRow } from '../accounts/promise-row.ts';
import type { Plan } from '../plan/plan.ts';
import { linesOf, promiseLine, type Solved } from './size-account.ts';
import { firstOf, ownerOf, thingsOf, usedBy } from './thing.ts';

/** From this share of what a thing earns on it is told. */
const MUCH = 0.25;
/** A size below this is none, in the trade's unit. */
const NOTHING = 1e-6;

interface Earned {
  readonly sizes: readonly Omit<PaidFor, 'share'>[];
  /** Promise → share of all that is earned. */
  readonly shares: ReadonlyMap<string, number>;
}

/** What each thing that stands earns in a phase, and how much of that is paid by which promise. */
function earnedIn(solved: Solved, plan: Plan, phase: number, titles: readonly string[]): Earned[] {
  const { network, program } = solved;
  return thingsOf(network).flatMap((thing): Earned[] => {
    const owner = ownerOf(network, thing);
    const sizes = network.capacities.flatMap(({ owner: of, title, shown }, capacity) => {
      const size = plan.phases[phase].capacities[capacity] * shown.factor;
      return of === owner && size > NOTHING ? [{ capacity, title, size, unit: shown.unit }] : [];
    });
    if (sizes.length === 0) return [];
    const own = sizes.map(({ capacity }) => {
      const column = firstOf(program, 'capacity', capacity, phase);
      return { column, x: plan.phases[phase].capacities[capacity], cost: '' };
    });
    const lines = linesOf(solved, phase, [...usedBy(solved, thing, phase), ...own]);
    const earned = lines.reduce((sum, { money }) => sum + Math.max(0, money), 0);
    if (earned <= 0) return [];
    const paidBy = (title: string): number =>
      lines.reduce((sum, { what, money }) => (what === promiseLine(title) ? sum + money : sum), 0);
    const shares = new Map(titles.map((title) => [title, paidBy(title) / earned]));
    const told = sizes.map(({ title, size, unit }) => ({ title, size, unit }));
    return [{ sizes: told, shares }];
  });
}

export function withWhatTheyPayFor(
  solved: Solved,
  plan: Plan,
  rows: readonly PromiseRow[],
): readonly PromiseRow[] {
  const { phases } = plan.network;
  const paying = rows.filter(({ price }) => price !== null && price !== 0);
  if (paying.length === 0) return rows;
  const titles = [...new Set(paying.map(({ title }) => title))];
  const earned = phases.map((_, phase) => earnedIn(solved, plan, phase, titles));
  return rows.map((row) => {
    if (!paying.includes(row)) return row;
    const phase = phases.findIndex(({ from, years }) => row.year < from + years);
    const found = (earned[phase] ?? []).flatMap(({ sizes, shares }): PaidFor[] => {
      const share = shares.get(row.title) ?? 0;
      return share > MUCH ? sizes.map((size) => ({ ...size, share: Math.min(1, share) })) : [];
    });
    return { ...row, paysFor: found.toSorted((a, b) => b.share - a.share) };
  });
}
