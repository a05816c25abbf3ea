/**
 * How wrong are forecasts, how often does what fail?
 * In: the library's figures on operation, a year's network. Out: errors, hours of outage drawn with a seed.
 */
import type { Network } from '../../network/network.ts';
import type { Library } from '../../park/library.ts';
import type { PlanPhase } from '../../plan/plan.ts';
import { convert, readQuantity } from '../../units/unit.ts';
import { type ForecastErrors, hoursInOrder } from './chance.ts';
import type { Outage } from './operating-network.ts';

/** A figure of the library in a unit; null: the library does not say. */
function figureOf({ factors }: Library, entry: string, key: string, unit: string): number | null {
  const written = factors.operation[entry]?.[key];
  const read = written === undefined ? null : readQuantity(written.value);
  const value = read?.ok ? convert(read.value.value, read.value.unit || unit, unit) : null;
  return value?.ok ? value.value : null;
}

/** @param share of the library's errors: 0 is a perfect forecast. */
export function forecastErrors(library: Library, share: number): ForecastErrors {
  const of = (weather: string) => ({
    error: share * (figureOf(library, `forecast of ${weather}`, 'error', '1') ?? 0),
    memory: figureOf(library, `forecast of ${weather}`, 'memory', 'h') ?? 24,
  });
  return { wind: of('wind'), sun: of('sun'), cold: of('cold'), water: of('water') };
}

/** More units than this are as good as a mean. */
const MOST_UNITS = 40;
/** Smaller than this share of a unit is not there. */
const LEAST_SHARE = 1e-3;

/** What fails and when. Farms of many machines, and what the library does not name, keep their yearly availability. */
export function drawOutages(library: Library, year: Network, planned: PlanPhase, seed: number): Outage[] {
  return year.processes.flatMap((process, index): Outage[] => {
    const entry = `outages of ${process.library}`;
    const out = figureOf(library, entry, 'out of order', '1');
    const repair = figureOf(library, entry, 'repair', 'h');
    const unit = figureOf(library, entry, 'unit', 'MW');
    const size = process.capacity < 0 ? process.maxRate : planned.capacities[process.capacity];
    if (out === null || repair === null || unit === null || !Number.isFinite(size)) return [];
    if (size < LEAST_SHARE * unit) return [];
    // A purchase or a line may carry other goods than power; only what is measured in MW comes in units of MW.
    if (year.commodities[process.reference].unit !== 'MWh') return [];
    const units = Math.min(MOST_UNITS, Math.max(1, Math.round(size / unit)));
    const hours = year.phases[0].grid.steps;
    const inOrder = hoursInOrder(`${seed}/outage/${process.id}`, hours, { units, out, repair });
    return [{ process: index, inOrder, usual: 1 - out, repair }];
  });
}
