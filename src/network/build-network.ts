/**
 * From the park to its network.
 * In: a resolved park, the library, the weather year, one time grid a phase, what files say of markets hour by hour. Out: the network, or the issues that stand
 * in the way; silences that were filled are listed in `assumed`.
 */
import type { Issue, Result } from '../park/issue.ts';
import type { Library } from '../park/library.ts';
import type { Park } from '../park/park.ts';
import type { TimeGrid } from '../units/time-grid.ts';
import type { MarketHours } from '../weather/market-hours.ts';
import type { WeatherYear } from '../weather/weather-year.ts';
import { checkNetwork } from './checks.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { addCleanShares, addDeclared, addLinks } from './links-and-markets.ts';
import type { Network, NetworkPhase } from './network.ts';
import { addPlants } from './plant-processes.ts';
import { securityOf } from './security.ts';
import { fillSilences } from './silences.ts';
import { addStores } from './stores.ts';

/** The set of warming potentials that the border-carbon and trading rules of the EU use. */
const GWP_SET = 'AR5';

/** Phases follow each other; the last one lasts until the horizon after the first ends. */
function phasesOf(park: Park, grids: readonly TimeGrid[]): NetworkPhase[] {
  const start = park.phases[0].from;
  const end = start + park.horizon;
  const rate = park.discountRate.value;
  return park.phases.map((phase, index) => {
    const next = park.phases[index + 1]?.from ?? end;
    let weight = 0;
    // Costs of a year fall at its end, as the annuity formula takes them.
    for (let year = phase.from; year < next; year++) weight += (1 + rate) ** -(year - start + 1);
    return { id: phase.id, from: phase.from, years: next - phase.from, weight, grid: grids[index] };
  });
}

function addProfiles(draft: Draft, weather: WeatherYear, grids: readonly TimeGrid[]): void {
  for (const [id, year] of Object.entries(weather.profiles)) {
    const [site, profile, plant] = id.split('/');
    draft.series.push({
      id,
      title: plant === undefined ? `${profile} at ${site}` : `${profile} of ${plant} at ${site}`,
      unit: '1',
      values: grids.map((grid) => Float64Array.from(grid.sourceHour, (hour) => year[hour])),
    });
  }
}

export function buildNetwork(
  park: Park,
  library: Library,
  weather: WeatherYear,
  grids: readonly TimeGrid[],
  marketHours: Readonly<Record<string, MarketHours>> = {},
): Result<Network> {
  const draft = emptyDraft(park, library, grids, marketHours);
  addProfiles(draft, weather, grids);
  addCleanShares(draft, grids);
  addPlants(draft);
  addLinks(draft);
  addStores(draft);
  addDeclared(draft);
  fillSilences(draft);
  const security = securityOf(draft);
  const network: Network = {
    title: park.title,
    money: park.money,
    timeZone: park.timeZone,
    discountRate: park.discountRate.value,
    horizon: park.horizon,
    objective: park.objective,
    phases: phasesOf(park, grids),
    sites: park.sites,
    commodities: draft.commodities,
    nodes: draft.nodes,
    capacities: draft.capacities,
    processes: draft.processes,
    stores: draft.stores,
    security,
    series: draft.series,
    claims: park.claims,
    promises: park.promises,
    assumed: [...park.assumed, ...draft.assumed],
    gwp: gwpOf(library),
  };
  const issues: Issue[] = [...draft.issues, ...checkNetwork(network, park)];
  return issues.some((one) => one.severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: Object.freeze(network), issues };
}

function gwpOf(library: Library): Network['gwp'] {
  const of: Record<string, number> = { CO2: 1 };
  for (const [gas, value] of Object.entries(library.factors.gwp[GWP_SET] ?? {}))
    of[gas] = Number.parseFloat(value.value);
  return { set: GWP_SET, of };
}
