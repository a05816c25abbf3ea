/**
 * What is the plan in one of its weather years alone?
 * In: a plan over several weather years. Out: the same sizes with the hours of that year, each standing for itself in a whole
 * year: every account can read it. What is missing of an output is that year's own.
 */
import type { Network, Store } from '../network/network.ts';
import { inYear } from '../network/per-year.ts';
import {
  BALANCE_PERIODS,
  type BalancePeriod,
  type PeriodIndex,
  type TimeGrid,
  type WeatherSpan,
} from '../units/time-grid.ts';
import type { Plan, PlanPhase } from './plan.ts';

/** The periods of a kind that lie in the span, and how many there are. */
function periodsIn({ of }: PeriodIndex, { first, count }: WeatherSpan): readonly [number, number] {
  return [of[first], of[first + count - 1] + 1];
}

function indexIn(index: PeriodIndex, span: WeatherSpan, years: number): PeriodIndex {
  const [from, to] = periodsIn(index, span);
  return {
    ...index,
    count: to - from,
    of: index.of.slice(span.first, span.first + span.count).map((period) => period - from),
    first: index.first.slice(from, to).map((step) => step - span.first),
    steps: index.steps.slice(from, to),
    hours: index.hours.slice(from, to).map((hours) => hours * years),
  };
}

function gridIn(grid: TimeGrid, at: number): TimeGrid {
  const { weatherYears, hoursPerYear } = grid;
  const span = weatherYears[at];
  const years = weatherYears.length;
  const end = span.first + span.count;
  return {
    ...grid,
    steps: span.count,
    sourceHour: grid.sourceHour.slice(span.first, end).map((hour) => hour % hoursPerYear),
    weight: grid.weight.slice(span.first, end).map((weight) => weight * years),
    segments: grid.segments
      .filter(({ first }) => first >= span.first && first < end)
      .map(({ first, count, weight }) => ({ first: first - span.first, count, weight: weight * years })),
    weatherYears: [{ ...span, first: 0 }],
    periods: Object.fromEntries(
      BALANCE_PERIODS.map((period) => [period, indexIn(grid.periods[period], span, years)]),
    ) as Record<BalancePeriod, PeriodIndex>,
  };
}

export function inWeatherYear(plan: Plan, at: number): Plan {
  const { network } = plan;
  const whole = network.phases.map(({ grid }) => grid);
  const part: Network = {
    ...network,
    phases: network.phases.map((phase) => ({ ...phase, grid: gridIn(phase.grid, at) })),
    series: network.series.map((one) => ({
      ...one,
      values: one.values.map((values, phase) => {
        const { first, count } = whole[phase].weatherYears[at];
        return values.slice(first, first + count);
      }),
    })),
  };
  const phases = plan.phases.map((phase, index): PlanPhase => {
    const cut = (values: Float64Array, period: BalancePeriod): Float64Array =>
      values.slice(...periodsIn(whole[index].periods[period], whole[index].weatherYears[at]));
    const ofStore = (values: readonly Float64Array[]): Float64Array[] =>
      network.stores.map(({ node }: Store, number) => cut(values[number], network.nodes[node].period));
    const activity = network.processes.map(({ period }, number) =>
      phase.activity[number].map((rates) => cut(rates, period)),
    );
    const { grid } = part.phases[index];
    return {
      ...phase,
      activity,
      level: ofStore(phase.level),
      charge: ofStore(phase.charge),
      discharge: ofStore(phase.discharge),
      price: network.nodes.map(({ period }, number) => cut(phase.price[number], period)),
      shortfall: Float64Array.from(network.processes, ({ output, shortfallValue, period }, number) => {
        if (output === null || shortfallValue === null) return 0;
        const { hours } = grid.periods[period];
        const made = activity[number].reduce(
          (sum, rates) => rates.reduce((all, rate, each) => all + rate * hours[each], sum),
          0,
        );
        return Math.max(0, inYear(output, grid) - made);
      }),
    };
  });
  return { ...plan, network: part, phases };
}
