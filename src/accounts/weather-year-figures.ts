/**
 * What does each of several weather years come to by itself?
 * In: a plan over several weather years, a register, the figures wanted. Out: one row a figure: its value in the plan (the
 * mean year) and in each year. No rows where the plan knows one year only.
 */
import { inWeatherYear } from '../plan/in-weather-year.ts';
import type { Plan } from '../plan/plan.ts';
import type { Register } from './kpi.ts';
import { unitIn } from './kpi-unit.ts';

/** Figures that the weather moves; those that the park promises come first. */
const MOVED = [
  'renewable-share',
  'carbon-footprint',
  'net-annual-cost',
  'electricity-used',
  'curtailment',
  'grid-share',
  'unserved-demand',
];

export interface WeatherYearRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Of the plan. */
  readonly all: number | null;
  /** In the order of the weather years. */
  readonly years: readonly (number | null)[];
}

export const weatherYearLabels = ({ network }: Plan): string[] =>
  network.phases[0].grid.weatherYears.map(({ label }) => label);

export function weatherYearRows(plan: Plan, phase: number, register: Register): WeatherYearRow[] {
  const { weatherYears } = plan.network.phases[phase].grid;
  if (weatherYears.length < 2) return [];
  const years = weatherYears.map((_, at) => inWeatherYear(plan, at));
  const promised = plan.network.promises.map(({ kpi }) => kpi);
  const wanted = [...new Set([...promised, ...MOVED])];
  return wanted.flatMap((id): WeatherYearRow[] => {
    const kpi = register.find((one) => one.id === id);
    if (kpi === undefined) return [];
    const { value: all } = kpi.value(plan, phase);
    const values = years.map((year) => kpi.value(year, phase).value);
    if (all === null && values.every((value) => value === null)) return [];
    return [{ id, title: kpi.title, unit: unitIn(kpi.unit, plan.network.money), all, years: values }];
  });
}
