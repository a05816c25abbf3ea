/**
 * All the mathematics on one screen: the ordered list of rules.
 * In: a network and the measures that bind. Out: one linear program in net present money of the park (millions), with the
 * column map that plan extraction reads.
 *
 *   minimise  Σ phases weight × ( Σ (annuity + fixed cost) × capacity + Σ variable cost × activity )
 *
 * Sales are negative cost, so least cost is least net cost for the outputs asked for, and greatest value is the same sum
 * with the markets in the lead.
 */
import type { Measure, Network } from '../network/network.ts';
import { addAllColumns, type PhaseColumns } from './columns.ts';
import { emptyProgram, finish, moneyOf, type ProgramDraft } from './draft.ts';
import type { Program } from './program.ts';
import type { Rule } from './rule.ts';
import { activityWithinCapacity } from './rules/activity-within-capacity.ts';
import { balance } from './rules/balance.ts';
import { blendLimits } from './rules/blend-limits.ts';
import { capacityStands } from './rules/capacity-stands.ts';
import { firmPower } from './rules/firm-power.ts';
import { heldBack } from './rules/held-back.ts';
import { horizonLimits } from './rules/horizon-limits.ts';
import { hourlyMatching } from './rules/hourly-matching.ts';
import { measures as measuresRule } from './rules/measures.ts';
import { minimumLoad } from './rules/minimum-load.ts';
import { output } from './rules/output.ts';
import { plannedOutages } from './rules/planned-outages.ts';
import { ramp } from './rules/ramp.ts';
import { rateLimit } from './rules/rate-limit.ts';
import { storeLevel } from './rules/store-level.ts';
import { storeLimits } from './rules/store-limits.ts';
import { storedHours } from './rules/stored-hours.ts';
import { supplyLeft } from './rules/supply-left.ts';
import { yearlyLimits } from './rules/yearly-limits.ts';

export const RULES: readonly Rule[] = [
  capacityStands,
  activityWithinCapacity,
  rateLimit,
  plannedOutages,
  minimumLoad,
  ramp,
  blendLimits,
  storeLevel,
  storeLimits,
  storedHours,
  heldBack,
  supplyLeft,
  firmPower,
  balance,
  yearlyLimits,
  output,
  horizonLimits,
  hourlyMatching,
  measuresRule,
];

export interface BuiltProgram {
  readonly program: Program;
  /** The part of the objective that is money: per column, and its constant. */
  readonly money: Float64Array;
  readonly moneyOffset: number;
  readonly columns: readonly PhaseColumns[];
}

/** `more` adds columns and rows of its own once all rules have spoken (`elastic.ts`). */
export function buildProgram(
  network: Network,
  measures: readonly Measure[],
  more?: (draft: ProgramDraft, columns: readonly PhaseColumns[]) => void,
): BuiltProgram {
  const draft = emptyProgram(network);
  const columns = addAllColumns(draft, measures);
  for (const rule of RULES) rule.rows({ draft, columns, measures });
  more?.(draft, columns);
  const money = moneyOf(draft);
  return {
    program: finish(draft, `million ${network.money.currency} ${network.money.year}, net present`, money),
    money,
    moneyOffset: draft.offset,
    columns,
  };
}
