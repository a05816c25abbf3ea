/**
 * Which markets and links change by the hour, and what came of it?
 * In: a network, or a plan. Out: one row a market with a tariff, a charge for its highest hour or planned outages, and a row a
 * link with outages: what is asked by the hour; of a plan what was paid on average, the highest hour and its charge.
 */
import { isOutAsStated, outHoursIn } from '../network/market-series.ts';
import type { Network, Process } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { showNumber } from '../units/unit.ts';
import { annualTotals, yearActivity } from './annual-totals.ts';

interface Spread {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

export interface MarketHoursRow {
  /** Index into `Network.processes`. */
  readonly process: number;
  readonly title: string;
  /** `cost` or `price`; empty for a link. */
  readonly money: 'cost' | 'price' | '';
  readonly moneyUnit: string;
  readonly asked: Spread;
  readonly carbon: Spread;
  readonly carbonUnit: string;
  /** Money per unit of the highest rate and year; null: none is asked. */
  readonly charge: number | null;
  readonly rateUnit: string;
  /** Hours of a calendar year of planned outages, as the park file states them. */
  readonly outHours: number;
  /** How many of them are among the hours planned. */
  readonly outHoursPlanned: number;
  /** Hours of a year that those stand for in the plan. */
  readonly outHoursStoodFor: number;
}

function spreadOf(network: Network, phase: number, value: number, series: number): Spread {
  if (series < 0) return { low: value, mean: value, high: value };
  const { weight, hoursPerYear } = network.phases[phase].grid;
  const through = network.series[series].values[phase].map((shape) => value * shape);
  return {
    low: through.reduce((a, b) => Math.min(a, b)),
    mean: through.reduce((sum, each, step) => sum + each * weight[step], 0) / hoursPerYear,
    high: through.reduce((a, b) => Math.max(a, b)),
  };
}

const changes = ({ kind, costProfile, carbonProfile, open, capacity }: Process): boolean =>
  costProfile >= 0 ||
  carbonProfile >= 0 ||
  open >= 0 ||
  ((kind === 'buy' || kind === 'sell') && capacity >= 0);

export function marketHoursRows(network: Network, phase: number): MarketHoursRow[] {
  const { currency } = network.money;
  const { grid } = network.phases[phase];
  return network.processes.flatMap((process, index): MarketHoursRow[] => {
    if (!changes(process)) return [];
    const { kind, title, reference, variableCost, costProfile, carbon, carbonProfile, open } = process;
    const { unit } = network.commodities[reference];
    const isMarket = kind === 'buy' || kind === 'sell';
    const sign = kind === 'sell' ? -1 : 1;
    const out = open < 0 ? { planned: 0, standFor: 0 } : outHoursIn(grid, network.series[open].values[phase]);
    return [
      {
        process: index,
        title,
        money: isMarket ? (kind === 'buy' ? 'cost' : 'price') : '',
        moneyUnit: `${currency}/${unit}`,
        asked: spreadOf(network, phase, sign * variableCost, costProfile),
        carbon: spreadOf(network, phase, carbon, carbonProfile),
        carbonUnit: `tCO2e/${unit}`,
        charge:
          isMarket && process.capacity >= 0 ? network.capacities[process.capacity].fixedCost.value : null,
        rateUnit: unit === 'MWh' ? 'MW' : `${unit}/h`,
        outHours: process.outHours,
        outHoursPlanned: out.planned,
        outHoursStoodFor: out.standFor,
      },
    ];
  });
}

export interface MarketHoursPaid {
  /** Units a year. */
  readonly amount: number;
  /** Money per unit of what passed; null: nothing did. */
  readonly paid: number | null;
  readonly highest: number;
  /** Money a year for the highest rate. */
  readonly charged: number;
}

/** What came of it in a plan. */
export function paidByHour(plan: Plan, phase: number, row: MarketHoursRow): MarketHoursPaid {
  const { kind, variableCost, costProfile } = plan.network.processes[row.process];
  const amount = annualTotals(plan, phase).activity[row.process];
  const money =
    (kind === 'sell' ? -1 : 1) * variableCost * yearActivity(plan, phase, row.process, costProfile);
  const [first, ...others] = plan.phases[phase].activity[row.process];
  const highest = first.reduce(
    (most, rate, at) =>
      Math.max(
        most,
        others.reduce((sum, rates) => sum + rates[at], rate),
      ),
    0,
  );
  return {
    amount,
    paid: amount > 1e-6 ? money / amount : null,
    highest,
    charged: (row.charge ?? 0) * highest,
  };
}

const spreadWords = ({ low, mean, high }: Spread, unit: string): string =>
  low === high
    ? `${showNumber(mean, 4)} ${unit}`
    : `${showNumber(low, 4)} to ${showNumber(high, 4)} ${unit} by the hour, mean ${showNumber(mean, 4)}`;

/** "0 of 360 h fall in the hours planned"; nothing where there is no planned outage, or the plan knows all of it. */
export function outageWords(row: MarketHoursRow): string {
  const { outHours, outHoursPlanned: planned, outHoursStoodFor: standFor } = row;
  if (isOutAsStated({ planned, standFor }, outHours)) return '';
  const weighed = planned === 0 ? '' : `, where they stand for ${showNumber(standFor, 4)} h of the year`;
  return `${showNumber(planned, 4)} of ${showNumber(outHours, 4)} h fall in the hours planned${weighed}`;
}

/** "Grid electricity: cost 45 to 120 USD/MWh by the hour, mean 68.1; capacity charge 60 000 USD/a per MW of the highest hour; out 72 h a year". */
export function marketHoursWords(row: MarketHoursRow): string {
  const { title, money, moneyUnit, asked, carbon, carbonUnit, charge, rateUnit, outHours } = row;
  const outage = outageWords(row);
  const parts = [
    money === '' ? '' : `${money} ${spreadWords(asked, moneyUnit)}`,
    carbon.low === carbon.high ? '' : `carbon ${spreadWords(carbon, carbonUnit)}`,
    charge === null
      ? ''
      : `capacity charge ${showNumber(charge, 4)} ${moneyUnit.split('/')[0]}/a per ${rateUnit} of the highest hour`,
    outHours === 0 ? '' : `out ${showNumber(outHours, 4)} h a year${outage === '' ? '' : ` (${outage})`}`,
  ];
  return `${title}: ${parts.filter((part) => part !== '').join('; ')}`;
}
