/**
 * What becomes of each waste? In: a plan and a phase. Out: per waste how much is made and who takes it, against what
 * each fate may take in a year and over the horizon.
 */
import type { Plan } from '../plan/plan.ts';
import { yearlyFlows } from './yearly.ts';

export interface Fate {
  readonly waste: string;
  readonly unit: string;
  readonly fate: string;
  /** Units per year. */
  readonly amount: number;
  readonly share: number;
  readonly useful: boolean;
  /** Units per year that it may take; null: no limit stated. */
  readonly limit: number | null;
  /** Years until its space is full at this rate; null: no space stated. */
  readonly years: number | null;
}

export function fateRows(plan: Plan, phase: number): readonly Fate[] {
  const { network } = plan;
  const flows = yearlyFlows(plan, phase);
  return network.commodities.flatMap((commodity, index) => {
    if (commodity.kind !== 'waste') return [];
    const own = flows.filter((flow) => flow.commodity === index && flow.node !== -1);
    const made = own.reduce(
      (sum, flow) =>
        flow.amount > 0 && network.processes[flow.process].kind === 'plant' ? sum + flow.amount : sum,
      0,
    );
    if (made <= 0) return [];
    return own
      .filter((flow) => flow.amount < 0 && network.processes[flow.process].kind !== 'link')
      .map((flow): Fate => {
        const process = network.processes[flow.process];
        const amount = -flow.amount;
        return {
          waste: commodity.title,
          unit: commodity.unit,
          fate: process.title,
          amount,
          share: amount / made,
          useful: process.useful,
          limit: Number.isFinite(process.maxPerYear) ? process.maxPerYear : null,
          years:
            Number.isFinite(process.maxOverHorizon) && amount > 0 ? process.maxOverHorizon / amount : null,
        };
      });
  });
}
