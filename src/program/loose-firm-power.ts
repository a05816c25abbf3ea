/**
 * What if less firm power were asked for, or more of it could be had? In: the program of a network whose loads must not fail,
 * and a column that says by how much a figure gives. Out: its entries in the rows of every case of an outage.
 *
 * A share that gives takes MW off the load. Hours that give take content off what a store must hold back: its rate × the hours,
 * a product that is laid straight through the rate that is known of it.
 */
import type { PhaseColumns } from './columns.ts';
import { addColumns, addEntry, addRows, type ProgramDraft } from './draft.ts';
import { firmPower } from './rules/firm-power.ts';
import { supplyLeft } from './rules/supply-left.ts';

const OPEN = Number.POSITIVE_INFINITY;

/** phase → case of an outage → firm supply → MW. */
export type CarriedRates = readonly (readonly (readonly number[])[])[];

/** Is this supply, lost in this case, lost with all that it has? */
const isGone = (draft: ProgramDraft, part: number, supply: number): boolean => {
  const { cases, supplies } = draft.network.security!;
  return cases[part].lost === supply && supplies[supply].unit === null;
};

/** One unit of the column is `megawatts` less to carry for a load, in every case. */
export function easeLoad(draft: ProgramDraft, load: number, column: number, megawatts: number): void {
  const { node } = draft.network.security!.loads[load];
  for (const { family } of draft.rowRuns)
    if (family.kind === firmPower.name && family.index === node)
      addEntry(draft, family.first, column, megawatts);
}

/** One unit of the column is so many hours less for what stores carry, at the rates that are known of them. */
export function easeHours(draft: ProgramDraft, column: number, hours: number, rates: CarriedRates): void {
  const { supplies } = draft.network.security!;
  for (const { family } of draft.rowRuns) {
    const { kind, index, part, phase, first } = family;
    // A store's odd rows are those of its content.
    if (kind !== supplyLeft.name || supplies[index].store < 0 || part % 2 === 0) continue;
    const rate = rates[phase][(part - 1) / 2][index];
    addEntry(draft, first, column, -hours * supplies[index].hoursPer * rate);
  }
}

/** What a grid connection may bring more, it brings in an outage as well: the bound of what it carries becomes a row. */
export function easeConnection(
  draft: ProgramDraft,
  columns: readonly PhaseColumns[],
  id: string,
  column: number,
  megawatts: number,
): void {
  const { supplies, cases } = draft.network.security ?? { supplies: [], cases: [] };
  const supply = supplies.findIndex((each) => each.kind === 'grid' && each.id === id);
  if (supply < 0) return;
  columns.forEach(({ carried }, phase) => {
    cases.forEach((_, part) => {
      if (isGone(draft, part, supply)) return;
      const at = draft.columnRuns.findIndex(({ family }) => family.first === carried[part][supply]);
      const run = { kind: 'loosened-carried', of: id, index: supply, part, phase, period: null };
      const row = addRows(draft, run, Number.NEGATIVE_INFINITY, draft.columnRuns[at].upper);
      addEntry(draft, row, carried[part][supply], 1);
      addEntry(draft, row, column, -megawatts);
      draft.columnRuns[at] = { ...draft.columnRuns[at], upper: OPEN };
    });
  });
}

/** A firm supply that does not exist, at one node; returns phase → its column of the first case. */
export function addFirmHelp(
  draft: ProgramDraft,
  node: number,
  peakPrice: number,
  unitPrice: number,
): readonly number[] {
  const { id: of } = draft.network.nodes[node];
  const run = { of, index: node, period: null };
  const top = { ...run, kind: 'highest-firm-help', phase: 0, period: 'horizon' as const };
  const peak = addColumns(draft, top, [0, OPEN], 0, peakPrice);
  return draft.network.phases.map((_, phase) => {
    const rows = draft.rowRuns.filter(
      ({ family }) => family.kind === firmPower.name && family.index === node && family.phase === phase,
    );
    const columns = rows.map(({ family: { part, first } }) => {
      const column = addColumns(draft, { ...run, kind: 'firm-help', part, phase }, [0, OPEN], 0, unitPrice);
      addEntry(draft, first, column, 1);
      const within = addRows(draft, { ...run, kind: 'firm-help-within-highest', part, phase }, -OPEN, 0);
      addEntry(draft, within, column, 1);
      addEntry(draft, within, peak, -1);
      return column;
    });
    return columns[0];
  });
}
