/**
 * Does every alloy keep its window? What the feeds bring of each element, over what is made, period by period.
 * In: a plan of the right shape. Out: ledger entries. An element is measured against the larger of its limit and the most that
 * any period holds of it.
 */
import type { BlendLimit, Process } from '../network/network.ts';
import { ELEMENT_NAMES } from '../plants/model.ts';
import type { Plan } from './plan.ts';
import { enterEach, FLOW_FLOOR, type Ledger } from './verify-ledger.ts';
import { periodLabel } from './verify-time.ts';

interface Held {
  /** Per hour, by period: of the element, and of the product. */
  readonly element: Float64Array;
  readonly product: Float64Array;
}

function heldIn(plan: Plan, number: number, phase: number, { element }: BlendLimit): Held {
  const { feeds } = plan.network.processes[number].blend!;
  const rates = plan.phases[phase].activity[number];
  const held = { element: new Float64Array(rates[0].length), product: new Float64Array(rates[0].length) };
  for (const [feed, { brings }] of feeds.entries()) {
    for (const [period, rate] of rates[feed].entries()) {
      held.element[period] += (brings[element] ?? 0) * rate;
      held.product[period] += rate;
    }
  }
  return held;
}

function verifyLimit(plan: Plan, number: number, process: Process, limit: BlendLimit, ledger: Ledger): void {
  const { network } = plan;
  const phases = network.phases.map((_, phase) => heldIn(plan, number, phase, limit));
  let scale = FLOW_FLOOR * (limit.share || 1);
  for (const { element, product } of phases) {
    for (const rate of element) scale = Math.max(scale, rate);
    for (const rate of product) scale = Math.max(scale, limit.share * rate);
  }
  const sign = limit.side === 'at most' ? 1 : -1;
  const { unit } = network.commodities[process.reference];
  for (const [phase, { element, product }] of phases.entries()) {
    const where = (period: number): string =>
      `${ELEMENT_NAMES[limit.element]} in ${network.commodities[process.reference].title} of ${process.title}, ${periodLabel(network, phase, process.period, period)}`;
    const missed = (period: number): number => sign * (element[period] - limit.share * product[period]);
    enterEach(ledger, 'alloy window', where, element.length, missed, `${unit}/h`, scale);
  }
}

export function verifyBlends(plan: Plan, ledger: Ledger): void {
  for (const [number, process] of plan.network.processes.entries())
    for (const limit of process.blend?.limits ?? []) verifyLimit(plan, number, process, limit, ledger);
}
