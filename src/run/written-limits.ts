/**
 * Which figures of the park file bound the plan? In: the network and the promises that bind. Out: one entry a figure, in the
 * unit that people read it in, with its place in the file and where the program holds it.
 *
 * Only what a user wrote: sizes, outputs, limits of markets and fates, reserves, binding promises, firm power; minimum load and
 * ramp where the park file gives them. What the library says of a plant (recipe, efficiency) and what the weather gives are no choices.
 */

import { amountAt, knownNeeds } from '../network/known-needs.ts';
import type { Capacity, Network, Process } from '../network/network.ts';
import { mostPerYear } from '../network/per-year.ts';
import { ELEMENT_NAMES } from '../plants/model.ts';
import type { LimitKind } from '../program/loose-program.ts';
import { showQuantity } from '../units/unit.ts';
import { type BoundPromise, boundTitle } from './bound-promises.ts';

export interface WrittenLimit {
  /** Plant, store, link, market, fate or promise that it belongs to. */
  readonly thing: string;
  readonly title: string;
  /** What the figure says: "at most", "at least", "fixed at", "output", "reserve", "space". */
  readonly says: string;
  readonly value: number;
  readonly unit: string;
  /** Key in the park file. */
  readonly path: string;
  /** Where the program holds it; `factor`: one unit of the program in `unit`. */
  readonly at: {
    readonly kind: LimitKind;
    readonly index: number;
    readonly factor: number;
    readonly part?: number;
  };
  /** Which way it can give: how far down (in `unit`), how far up. 0: not at all. */
  readonly down: number;
  readonly up: number;
  /** What a change is measured against, in `unit`: the figure itself; where it is 0, what would be needed of it. Above 0. */
  readonly scale: number;
}

type Unscaled = Omit<WrittenLimit, 'scale'>;

const FREE = Number.POSITIVE_INFINITY;

function ofCapacity(capacity: Capacity, index: number): Unscaled[] {
  const { owner: thing, title, shown, min, max, existing, path } = capacity;
  const { unit, factor } = shown;
  const common = { thing, title, unit, at: { kind: 'size' as const, index, factor } };
  const down = (min - existing) * factor;
  if (min === max) return [{ ...common, says: 'fixed at', value: max * factor, path, down, up: FREE }];
  return [
    ...(max < FREE
      ? [{ ...common, says: 'at most', value: max * factor, path: `${path}.max`, down: 0, up: FREE }]
      : []),
    // What exists cannot be written away.
    ...(down > 0
      ? [{ ...common, says: 'at least', value: min * factor, path: `${path}.min`, down, up: 0 }]
      : []),
  ];
}

function ofProcess(process: Process, index: number, unit: string): Unscaled[] {
  const { id: thing, title, path } = process;
  const limit = (
    kind: LimitKind,
    says: string,
    value: number,
    per: string,
    key: string,
    [down, up]: readonly [number, number] = [0, FREE],
  ): Unscaled[] =>
    value === FREE || (says === 'at least' && value === 0)
      ? []
      : [
          {
            thing,
            title,
            says,
            value,
            unit: per,
            path: `${path}.${key}`,
            at: { kind, index, factor: 1 },
            down,
            up,
          },
        ];
  const perHour = unit === 'MWh' ? 'MW' : `${unit}/h`;
  const inSpace = process.kind === 'plant' ? 'reserve' : 'space';
  return [
    ...limit('rate', 'at most', process.maxRate, perHour, 'max'),
    ...(process.open < 0 ? [] : limit('outage', 'in its planned outage at most', 0, perHour, 'out')),
    ...limit('year', 'at most', process.maxPerYear, `${unit}/a`, 'max'),
    ...limit('year', 'at least', process.minPerYear, `${unit}/a`, 'min', [process.minPerYear, 0]),
    ...limit('output', 'output', process.output ?? FREE, `${unit}/a`, 'output', [process.output ?? 0, FREE]),
    ...limit('horizon', inSpace, process.maxOverHorizon, unit, inSpace),
  ];
}

/** Words in which the source of a figure begins that the park file itself gives. */
const OF_PARK = 'park file ';

/** The size that a plant will have, as far as the file says it, canonical; 0: not known. */
function sizeOf({ capacities, processes }: Network, rates: readonly number[], index: number): number {
  const { min, max } = capacities[processes[index].capacity];
  return min === max ? max : Math.max(min, rates[index]);
}

/** How a plant must run, where the file says so and not the library: a share of its size, known or not. */
function ofDuties(network: Network, rates: readonly number[]): Unscaled[] {
  return network.processes.flatMap((process, index): Unscaled[] => {
    const { id: thing, title, path, inputs, minimumShare, ramp, capacity } = process;
    const size = capacity < 0 ? 0 : sizeOf(network, rates, index);
    if (size <= 0) return [];
    const written = (key: string): boolean => inputs[key]?.source.startsWith(OF_PARK) === true;
    const common = { thing, title, unit: '%' };
    const at = (kind: LimitKind) => ({ kind, index, factor: 100 / size });
    const value = 100 * minimumShare;
    const says = 'minimum load';
    return [
      ...(written(says) && minimumShare > 0
        ? [{ ...common, says, value, path: `${path}.${says}`, at: at('least-load'), down: value, up: 0 }]
        : []),
      ...(written('ramp') && ramp !== null
        ? [
            {
              ...common,
              says: 'ramp',
              unit: '%/h',
              value: 100 * ramp,
              path: `${path}.ramp`,
              at: at('ramp'),
              down: 0,
              up: FREE,
            },
          ]
        : []),
    ];
  });
}

/** The shortest loss that can be asked for. */
const LEAST_HOURS = 1;

/**
 * What of a plant's power must not fail, and for how long; told of loads whose size is known. Hours are those of the plant that
 * asks for the longest: where two ask for as long, neither figure does anything by itself.
 */
function ofFirmPower(network: Network, rates: readonly number[]): Unscaled[] {
  const { security, processes } = network;
  if (security === null) return [];
  const { loads, hours } = security;
  const longest = loads.filter((load) => load.hours === hours);
  return loads.flatMap((load, index): Unscaled[] => {
    const { id: thing, title, share, perCapacity } = load;
    const plant = processes.findIndex(({ id, kind }) => id === thing && kind === 'plant');
    const megawatts = plant < 0 ? 0 : perCapacity * sizeOf(network, rates, plant);
    if (!(megawatts > 0 && megawatts < FREE)) return [];
    const path = `${processes[plant].path}.firm power`;
    const common = { thing, title };
    const value = 100 * share;
    const next = Math.max(LEAST_HOURS, ...loads.filter((one) => one !== load).map((one) => one.hours));
    return [
      {
        ...common,
        says: 'firm power of',
        value,
        unit: '%',
        path: `${path}.share`,
        at: { kind: 'firm-share', index, factor: value / megawatts },
        down: value,
        up: 0,
      },
      ...(longest.length === 1 && longest[0] === load && hours > next
        ? [
            {
              ...common,
              says: 'firm power for',
              value: hours,
              unit: 'h',
              path: `${path}.hours`,
              at: { kind: 'firm-hours' as const, index, factor: 1 },
              down: hours - next,
              up: 0,
            },
          ]
        : []),
    ];
  });
}

/** What a plant makes in an hour where it makes its output evenly; else the most that it can. */
export function evenRate(process: Process, capacities: readonly Capacity[]): number {
  return (process.output ?? mostPerYear(process, capacities)) / 8760;
}

/** Limits of elements that the park file writes, in percent of the product. */
function ofWindow(process: Process, index: number, network: Network): Unscaled[] {
  const rate = evenRate(process, network.capacities);
  if (process.blend === null || !(rate > 0 && rate < FREE)) return [];
  return process.blend.limits.flatMap(({ element, side, share, path }, part): Unscaled[] => {
    if (path === null) return [];
    const value = 100 * share;
    const [down, up] = side === 'at least' ? [value, 0] : [0, 100 - value];
    const title = `${ELEMENT_NAMES[element]} in ${process.title}`;
    const at = { kind: 'window' as const, index, part, factor: 100 };
    return [{ thing: process.id, title, says: side, value, unit: '%', path, at, down, up }];
  });
}

function ofPromise(bound: BoundPromise, index: number, network: Network): Unscaled {
  const { promise, target, unit, month } = bound;
  const { id, sense } = promise;
  return {
    thing: id,
    title: boundTitle(network, bound),
    says: sense,
    value: target,
    unit,
    path: `promises.${id}.${sense}`,
    at: { kind: 'measure', index, factor: 1, part: month },
    down: sense === 'at least' ? target : 0,
    up: sense === 'at most' ? FREE : 0,
  };
}

/** Hours of a place's need that a store written as 0 is measured against. */
const STORED_HOURS = 24;

/** How much of the figure the park would need at the places that it belongs to; 0: not known. */
function neededOf(network: Network, needs: readonly number[], { at }: Unscaled): number {
  const { processes, stores, capacities } = network;
  const ofProcessAt = (process: Process): number =>
    process.segments[0].flows.reduce((most, { node }) => {
      const amount = node < 0 ? 0 : amountAt(process, node);
      return amount === 0 ? most : Math.max(most, needs[node] / Math.abs(amount));
    }, 0);
  if (at.kind === 'measure' || at.kind === 'firm-share' || at.kind === 'firm-hours') return 0;
  if (at.kind === 'size') {
    const ofStores = stores
      .filter(({ capacity, power }) => capacity === at.index || power === at.index)
      .map(({ node }) => needs[node] * (capacities[at.index].of === 'content' ? STORED_HOURS : 1));
    const ofPlants = processes.filter(({ capacity }) => capacity === at.index).map(ofProcessAt);
    return Math.max(0, ...ofStores, ...ofPlants) * at.factor;
  }
  if (at.kind === 'least-load' || at.kind === 'ramp' || at.kind === 'window') return 100;
  const hours = { rate: 1, outage: 1, year: 8760, output: 8760, horizon: 8760 * network.horizon }[at.kind];
  return ofProcessAt(processes[at.index]) * hours;
}

/** A figure of 0 of which nothing is known is measured against the largest of its unit. */
function scaleOf(
  network: Network,
  needs: readonly number[],
  all: readonly Unscaled[],
  one: Unscaled,
): number {
  if (one.value !== 0) return Math.abs(one.value);
  const needed = neededOf(network, needs, one);
  if (needed > 0) return needed;
  const alike = all.filter(({ unit }) => unit === one.unit);
  return alike.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0) || 1;
}

export function writtenLimits(network: Network, promises: readonly BoundPromise[]): WrittenLimit[] {
  const { needs, rates } = knownNeeds(network);
  const all = [
    ...network.capacities.flatMap(ofCapacity),
    ...network.processes.flatMap((process, index) =>
      ofProcess(process, index, network.commodities[process.reference].unit),
    ),
    ...ofDuties(network, rates),
    ...network.processes.flatMap((process, index) => ofWindow(process, index, network)),
    ...ofFirmPower(network, rates),
    ...promises.map((promise, index) => ofPromise(promise, index, network)),
  ];
  return all.map((one) => ({ ...one, scale: scaleOf(network, needs, all, one) }));
}

/** "grid electricity: at most 600 MW". */
export function limitText({ title, says, value, unit }: WrittenLimit, format = showQuantity): string {
  return `${title}: ${says} ${format(value, unit)}`;
}
