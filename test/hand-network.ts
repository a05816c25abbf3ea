/**
 * A small network and its plan typed in by hand, for tests that must not need a park file, a library or a solver.
 * In: names and real small numbers. Out: the same frozen values that `build-network` and `extract` give.
 *
 *   const network = handNetwork({ commodities: {...}, processes: [...], stores: [...] });
 *   const plan = handPlan(network, [{ built: { wind: 300 }, activity: { wind: [200, 100, 0, 300] } }], 1234);
 *
 * Names: a capacity is `<owner>/output` of a process, `<owner>/content` or `<owner>/power` of a store, and may be
 * given by its owner alone where the owner has one. A node is `<site>/<commodity>`; without a site: the first one.
 */
import type {
  BlendLimit,
  Capacity,
  Flow,
  Network,
  NetworkPhase,
  Node,
  Process,
  ProcessSegment,
  Security,
  Series,
  Store,
} from '../src/network/network.ts';
import type { LibraryCommodity } from '../src/park/library.ts';
import type { ParkClaim, ParkPromise } from '../src/park/park.ts';
import type { Plan, PlanPhase } from '../src/plan/plan.ts';
import type { Composition } from '../src/plants/model.ts';
import type { Sourced } from '../src/units/grade.ts';
import type { BalancePeriod, PeriodIndex, Segment, TimeGrid } from '../src/units/time-grid.ts';

const INFINITE = Number.POSITIVE_INFINITY;

/** A typed-in value. */
export function sourced(value: number, unit = '1', range?: readonly [number, number]): Sourced {
  return { value, unit, range, source: 'typed in for a test', grade: 'assumption' };
}

// ---------------------------------------------------------------------------------------------------------- time

function periodIndex(
  period: BalancePeriod,
  weights: readonly number[],
  starts: readonly number[],
  weighted: boolean,
): PeriodIndex {
  const count = starts.length;
  const of = new Int32Array(weights.length);
  const steps = new Int32Array(count);
  const hours = new Float64Array(count);
  let index = -1;
  for (let step = 0; step < weights.length; step++) {
    if (index + 1 < count && starts[index + 1] === step) index++;
    of[step] = index;
    steps[index]++;
    hours[index] += weights[step];
  }
  return { period, count, of, first: Int32Array.from(starts), steps, hours, weighted };
}

/**
 * Runs of steps with their weights: `[[4, 1]]` is a "year" of four hours. A day has `dayLength` steps (default: as
 * long as its run), a week is a run, month and year are one period over everything (weighted when the runs differ in
 * weight).
 */
export function handGrid(
  runs: readonly (readonly [steps: number, weight: number])[],
  dayLength = INFINITE,
): TimeGrid {
  const weights = runs.flatMap(([steps, weight]) => Array.from({ length: steps }, () => weight));
  const segments: Segment[] = [];
  const days: number[] = [];
  let first = 0;
  for (const [count, weight] of runs) {
    segments.push({ first, count, weight });
    for (let day = 0; day < count; day += Math.min(dayLength, count)) days.push(first + day);
    first += count;
  }
  const weeks = segments.map((segment) => segment.first);
  const differ = weights.some((weight) => weight !== weights[0]);
  return {
    label: runs.length > 1 ? 'typical weeks' : 'full year',
    steps: weights.length,
    hoursPerYear: weights.reduce((sum, weight) => sum + weight, 0),
    sourceHour: Int32Array.from(weights.keys()),
    weight: Float64Array.from(weights),
    segments,
    weatherYears: [{ label: '', first: 0, count: weights.length }],
    periods: {
      hour: periodIndex('hour', weights, [...weights.keys()], false),
      day: periodIndex('day', weights, days, false),
      week: periodIndex('week', weights, weeks, false),
      month: periodIndex('month', weights, [0], differ),
      year: periodIndex('year', weights, [0], differ),
    },
    start: '2030-01-14T00:00:00Z',
    timeZone: 'UTC',
  };
}

/** Weather years of so many hours each, laid end to end; each stands for its share of one year of as many hours. */
export function handYears(hours: number, labels: readonly string[]): TimeGrid {
  const grid = handGrid(labels.map(() => [hours, 1 / labels.length] as const));
  const { week } = grid.periods;
  return {
    ...grid,
    label: 'full year',
    weatherYears: labels.map((label, at) => ({ label, first: at * hours, count: hours })),
    periods: { ...grid.periods, month: { ...week, period: 'month' }, year: { ...week, period: 'year' } },
  };
}

// ------------------------------------------------------------------------------------------------------- network

export type HandSize = Partial<
  Pick<
    Capacity,
    'existing' | 'min' | 'max' | 'wholeUnit' | 'fixed' | 'converts' | 'annuity' | 'unit' | 'shown' | 'group'
  >
> & {
  readonly overnight?: number;
  readonly fixedCost?: number;
  readonly life?: number;
  readonly staff?: Sourced;
  readonly land?: number;
};

/** `{ electricity: -14 }`, or lines where site, cause or composition matter. */
export type HandFlows =
  | Readonly<Record<string, number>>
  | readonly (Partial<Flow> & { readonly of: string; readonly at?: string; readonly amount: number })[];

export type HandProcess = Partial<
  Omit<
    Process,
    | 'segments'
    | 'blend'
    | 'capacity'
    | 'profile'
    | 'costProfile'
    | 'carbonProfile'
    | 'cleanProfile'
    | 'open'
    | 'reference'
    | 'site'
  >
> & {
  readonly id: string;
  readonly at?: string;
  /** Commodity that the activity counts; default: the first flow. */
  readonly of?: string;
  readonly flows?: HandFlows;
  readonly segments?: readonly {
    readonly share: number;
    readonly flows: HandFlows;
    /** Feeds of one slice carry its number; default: each segment is a slice. */
    readonly slice?: number;
    readonly feed?: string;
  }[];
  readonly size?: HandSize;
  /** What each segment brings, when segments are feeds of a blend, and what the blend keeps to. */
  readonly blend?: { readonly brings: readonly Composition[]; readonly limits: readonly BlendLimit[] };
  /** Shares the size of another process. */
  readonly sizeOf?: string;
  /** Ids of series. */
  readonly weather?: string;
  readonly priceShape?: string;
  readonly carbonShape?: string;
  /** Series of 0 in hours of a planned outage. */
  readonly openIn?: string;
  readonly cleanShape?: string;
};

export type HandStore = Partial<Omit<Store, 'node' | 'capacity' | 'power'>> & {
  readonly id: string;
  readonly holds: string;
  readonly at?: string;
  readonly content?: HandSize;
  readonly powerSize?: HandSize;
  /** Inner store: bounds scale with the size of this process. */
  readonly inside?: string;
};

export interface HandSpec {
  readonly commodities: Readonly<Record<string, Partial<LibraryCommodity>>>;
  readonly sites?: readonly string[];
  readonly series?: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly processes: readonly HandProcess[];
  readonly stores?: readonly HandStore[];
  readonly phases?: readonly Partial<NetworkPhase>[];
  readonly claims?: readonly ParkClaim[];
  readonly promises?: readonly ParkPromise[];
  readonly security?: Security;
  readonly gwp?: Readonly<Record<string, number>>;
}

function commodityOf(id: string, given: Partial<LibraryCommodity>, order: number): LibraryCommodity {
  return {
    id,
    title: id.replaceAll('-', ' '),
    unit: 't',
    balance: 'hour',
    kind: 'material',
    colour: '#888888',
    order,
    composition: {},
    ...given,
  };
}

function capacityOf(
  owner: string,
  title: string,
  of: Capacity['of'],
  group: string,
  site: number,
  size: HandSize,
): Capacity {
  const { overnight, fixedCost, life, staff, land, ...rest } = size;
  return {
    id: `${owner}/${of}`,
    title,
    owner,
    of,
    unit: of === 'content' ? 'MWh' : 'MW',
    shown: { unit: size.unit ?? (of === 'content' ? 'MWh' : 'MW'), factor: 1 },
    group,
    site,
    existing: 0,
    min: 0,
    max: INFINITE,
    wholeUnit: null,
    fixed: false,
    converts: -1,
    overnight: sourced(overnight ?? 0),
    fixedCost: sourced(fixedCost ?? 0),
    life: sourced(life ?? 20, 'a'),
    annuity: 0,
    staff: staff ?? null,
    land: land === undefined ? null : sourced(land),
    path: `plants.${owner}.capacity`,
    ...rest,
  };
}

export function handNetwork(spec: HandSpec): Network {
  const sites = spec.sites ?? ['works'];
  const commodities = Object.entries(spec.commodities).map(([id, given], order) =>
    commodityOf(id, given, order),
  );
  const nodes: Node[] = [];
  const capacities: Capacity[] = [];
  const phases = (spec.phases ?? [{}]).map(
    (phase, index): NetworkPhase => ({
      id: `phase ${index + 1}`,
      from: 2030 + index,
      years: 1,
      weight: 1,
      grid: handGrid([[4, 1]]),
      ...phase,
    }),
  );
  const series: Series[] = Object.entries(spec.series ?? {}).map(([id, values]) => ({
    id,
    title: id,
    unit: '1',
    values: values.map((phase) => Float64Array.from(phase)),
  }));

  const find = (list: readonly { readonly id: string }[], id: string, kind: string): number => {
    const index = list.findIndex((entry) => entry.id === id);
    if (index < 0) throw new Error(`the hand-written network has no ${kind} "${id}"`);
    return index;
  };
  const siteNumber = (at: string | undefined): number => (at === undefined ? 0 : sites.indexOf(at));
  const nodeNumber = (commodity: string, at: string | undefined): number => {
    const number = find(commodities, commodity, 'commodity');
    const { balance, title } = commodities[number];
    if (balance === 'none') return -1;
    const site = siteNumber(at);
    const id = `${sites[site]}/${commodity}`;
    const known = nodes.findIndex((node) => node.id === id);
    if (known >= 0) return known;
    nodes.push({ id, title: `${title} at ${sites[site]}`, commodity: number, site, period: balance });
    return nodes.length - 1;
  };
  const flowsOf = (flows: HandFlows, at: string | undefined): Flow[] => {
    const lines = Array.isArray(flows)
      ? (flows as readonly { of: string; at?: string; amount: number; cause?: string | null }[])
      : Object.entries(flows as Record<string, number>).map(([of, amount]) => ({
          of,
          amount,
          at: undefined,
          cause: null,
        }));
    return lines.map((line) => ({
      node: nodeNumber(line.of, line.at ?? at),
      commodity: find(commodities, line.of, 'commodity'),
      amount: line.amount,
      cause: line.cause ?? null,
      composition: null,
    }));
  };

  const processes = spec.processes.map((given): Process => {
    const {
      at,
      of,
      flows,
      segments: slices,
      size,
      sizeOf,
      weather,
      priceShape,
      carbonShape,
      openIn,
      cleanShape,
      blend,
      ...rest
    } = given;
    const kind = given.kind ?? 'plant';
    const parts: NonNullable<HandProcess['segments']> = slices ?? [
      { share: size === undefined && sizeOf === undefined ? INFINITE : 1, flows: flows ?? {} },
    ];
    const segments: ProcessSegment[] = parts.map((part, index) => ({
      share: part.share,
      slice: part.slice ?? (blend === undefined ? index : 0),
      feed: part.feed ?? null,
      flows: flowsOf(part.flows, at),
    }));
    const reference = of === undefined ? segments[0].flows[0].commodity : find(commodities, of, 'commodity');
    const { balance } = commodities[reference];
    let capacity = -1;
    if (sizeOf !== undefined) capacity = find(capacities, `${sizeOf}/output`, 'capacity');
    if (size !== undefined) {
      capacity = capacities.length;
      capacities.push(
        capacityOf(given.id, given.title ?? given.id, 'output', given.group ?? 'other', siteNumber(at), size),
      );
    }
    return {
      title: given.id,
      blend:
        blend === undefined
          ? null
          : {
              feeds: blend.brings.map((brings, part) => ({
                commodity: segments[part].flows.find(({ amount }) => amount < 0)?.commodity ?? reference,
                brings,
              })),
              limits: blend.limits,
            },
      kind,
      group: kind === 'plant' ? 'other' : kind,
      library: given.id,
      site: siteNumber(at),
      reference,
      period: balance === 'none' ? 'year' : balance,
      segments,
      capacity,
      yearShare: null,
      minimumShare: 0,
      ramp: null,
      profile: weather === undefined ? -1 : find(series, weather, 'series'),
      variableCost: 0,
      costProfile: priceShape === undefined ? -1 : find(series, priceShape, 'series'),
      carbonProfile: carbonShape === undefined ? -1 : find(series, carbonShape, 'series'),
      open: openIn === undefined ? -1 : find(series, openIn, 'series'),
      outHours: 0,
      maxRate: INFINITE,
      minPerYear: 0,
      maxPerYear: INFINITE,
      maxOverHorizon: INFINITE,
      output: null,
      shortfallValue: null,
      carbon: 0,
      renewable: 0,
      clean: rest.renewable ?? 0,
      cleanProfile: cleanShape === undefined ? -1 : find(series, cleanShape, 'series'),
      useful: true,
      losses: [],
      inputs: {},
      path: `plants.${given.id}`,
      ...rest,
    };
  });

  const stores = (spec.stores ?? []).map((given): Store => {
    const { holds, at, content, powerSize, inside, ...rest } = given;
    const title = given.title ?? given.id;
    let capacity = inside === undefined ? -1 : find(capacities, `${inside}/output`, 'capacity');
    let power = -1;
    if (inside === undefined) {
      capacity = capacities.length;
      capacities.push(capacityOf(given.id, title, 'content', 'storage', siteNumber(at), content ?? {}));
    }
    if (powerSize !== undefined) {
      power = capacities.length;
      capacities.push(capacityOf(given.id, title, 'power', 'storage', siteNumber(at), powerSize));
    }
    return {
      title,
      group: 'storage',
      library: given.id,
      node: nodeNumber(holds, at),
      capacity,
      low: 0,
      high: 1,
      power,
      wearCost: null,
      chargeEfficiency: 1,
      dischargeEfficiency: 1,
      lossPerHour: 0,
      standing: 0,
      floor: null,
      endures: null,
      path: `stores.${given.id}`,
      ...rest,
    };
  });

  return {
    title: 'Park by hand',
    money: { currency: 'USD', year: 2025 },
    timeZone: 'UTC',
    discountRate: 0.1,
    horizon: phases.reduce((sum, phase) => sum + phase.years, 0),
    objective: { kind: 'least cost' },
    phases,
    sites: sites.map((id) => ({ id, title: id, latitude: null, longitude: null, region: null })),
    commodities,
    nodes,
    capacities,
    processes,
    stores,
    security: spec.security ?? null,
    series,
    claims: spec.claims ?? [],
    promises: spec.promises ?? [],
    assumed: [],
    gwp: { set: 'AR5', of: spec.gwp ?? { CO2: 1, CF4: 6630, C2F6: 11100 } },
  };
}

// ---------------------------------------------------------------------------------------------------------- plan

export interface HandPhase {
  /** Capacity (or its owner) → built at the start of this phase. */
  readonly built?: Readonly<Record<string, number>>;
  /** Process → rates per period, or one list a segment. What is not named stands still. */
  readonly activity?: Readonly<Record<string, readonly number[] | readonly (readonly number[])[]>>;
  readonly stores?: Readonly<
    Record<
      string,
      {
        readonly level: readonly number[];
        readonly charge: readonly number[];
        readonly discharge: readonly number[];
      }
    >
  >;
  readonly shortfall?: Readonly<Record<string, number>>;
  /** One list a case of an outage, one rate a supply. */
  readonly carried?: readonly (readonly number[])[];
  readonly measurePrice?: readonly number[];
  readonly matching?: PlanPhase['matching'];
}

function capacityNumber(network: Network, name: string): number {
  const exact = network.capacities.findIndex((capacity) => capacity.id === name);
  const owned = network.capacities.findIndex((capacity) => capacity.owner === name);
  const index = exact >= 0 ? exact : owned;
  if (index < 0) throw new Error(`the hand-written network has no capacity "${name}"`);
  return index;
}

/** Standing capacity in each phase: existing, plus what was built and still lives. */
function standing(network: Network, builds: readonly Float64Array[], phase: number): Float64Array {
  return Float64Array.from(network.capacities, (capacity, index) => {
    let sum = capacity.existing;
    for (let before = 0; before <= phase; before++) {
      const age = network.phases[phase].from - network.phases[before].from;
      if (age < capacity.life.value) sum += builds[before][index];
    }
    network.capacities.forEach(({ converts, life }, other) => {
      if (converts !== index) return;
      for (let before = 0; before <= phase; before++) {
        const age = network.phases[phase].from - network.phases[before].from;
        if (age < life.value) sum -= builds[before][other];
      }
    });
    return sum;
  });
}

export function handPlan(
  network: Network,
  phases: readonly HandPhase[],
  netPresentCost: number,
  more: Partial<Pick<Plan, 'measures' | 'shortfallPenalty' | 'rounding'>> = {},
): Plan {
  const builds = phases.map((phase) => {
    const built = new Float64Array(network.capacities.length);
    for (const [name, size] of Object.entries(phase.built ?? {})) built[capacityNumber(network, name)] = size;
    return built;
  });
  return {
    network,
    measures: more.measures ?? [],
    netPresentCost,
    shortfallPenalty: more.shortfallPenalty ?? 0,
    rounding: more.rounding ?? null,
    phases: phases.map((phase, index): PlanPhase => {
      const { periods } = network.phases[index].grid;
      const zeros = (period: BalancePeriod): Float64Array => new Float64Array(periods[period].count);
      const activity = network.processes.map((process) => {
        const given = phase.activity?.[process.id];
        if (given === undefined) return process.segments.map(() => zeros(process.period));
        const nested = (Array.isArray(given[0]) ? given : [given]) as readonly (readonly number[])[];
        return nested.map((rates) => Float64Array.from(rates));
      });
      const storeSeries = (key: 'level' | 'charge' | 'discharge') =>
        network.stores.map((store) => {
          const given = phase.stores?.[store.id];
          return given === undefined
            ? zeros(network.nodes[store.node].period)
            : Float64Array.from(given[key]);
        });
      return {
        capacities: standing(network, builds, index),
        built: builds[index],
        activity,
        level: storeSeries('level'),
        charge: storeSeries('charge'),
        discharge: storeSeries('discharge'),
        shortfall: Float64Array.from(network.processes, (process) => phase.shortfall?.[process.id] ?? 0),
        carried: (phase.carried ?? []).map((rates) => Float64Array.from(rates)),
        price: network.nodes.map((node) => zeros(node.period)),
        capacityPrice: new Float64Array(network.capacities.length),
        yearLimitPrice: new Float64Array(network.processes.length),
        outputPrice: new Float64Array(network.processes.length),
        blendPrice: network.processes.map(({ blend }) => new Float64Array(blend?.limits.length ?? 0)),
        measurePrice: Float64Array.from(phase.measurePrice ?? (more.measures ?? []).map(() => 0)),
        matching: phase.matching ?? (more.measures ?? []).map(() => null),
      };
    }),
  };
}
