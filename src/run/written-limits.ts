/**
 * Which figures of the park file bound the plan? In: the network and the promises that bind. Out: one entry a figure, in the
 * unit that people read it in, with its place in the file and where the program holds it.
 *
 * Only what a user wrote: sizes, outputs, limits of markets and fates, reserves, binding promises. What the library says of
 * a plant (recipe, minimum load, efficiency) and what the weather gives are no choices.
 */
import type { Capacity, Network, Process } from '../network/network.ts';
import type { LimitKind } from '../program/loose-program.ts';
import { showQuantity } from '../units/unit.ts';
import type { BoundPromise } from './bound-promises.ts';

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
  readonly at: { readonly kind: LimitKind; readonly index: number; readonly factor: number };
  /** Which way it can give: how far down (in `unit`), how far up. 0: not at all. */
  readonly down: number;
  readonly up: number;
}

const FREE = Number.POSITIVE_INFINITY;

function ofCapacity(capacity: Capacity, index: number): WrittenLimit[] {
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

function ofProcess(process: Process, index: number, unit: string): WrittenLimit[] {
  const { id: thing, title, path } = process;
  const limit = (
    kind: LimitKind,
    says: string,
    value: number,
    per: string,
    key: string,
    [down, up]: readonly [number, number] = [0, FREE],
  ): WrittenLimit[] =>
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
  const inSpace = process.kind === 'plant' ? 'reserve' : 'space';
  return [
    ...limit('rate', 'at most', process.maxRate, unit === 'MWh' ? 'MW' : `${unit}/h`, 'max'),
    ...limit('year', 'at most', process.maxPerYear, `${unit}/a`, 'max'),
    ...limit('year', 'at least', process.minPerYear, `${unit}/a`, 'min', [process.minPerYear, 0]),
    ...limit('output', 'output', process.output ?? FREE, `${unit}/a`, 'output', [process.output ?? 0, FREE]),
    ...limit('horizon', inSpace, process.maxOverHorizon, unit, inSpace),
  ];
}

function ofPromise(
  { promise, target, unit, phase }: BoundPromise,
  index: number,
  network: Network,
): WrittenLimit {
  const { id, sense } = promise;
  const { from } = network.phases[phase];
  return {
    thing: id,
    title: network.phases.length === 1 ? promise.promise : `${promise.promise}, from ${from}`,
    says: sense,
    value: target,
    unit,
    path: `promises.${id}.${sense}`,
    at: { kind: 'measure', index, factor: 1 },
    down: sense === 'at least' ? target : 0,
    up: sense === 'at most' ? FREE : 0,
  };
}

export function writtenLimits(network: Network, promises: readonly BoundPromise[]): WrittenLimit[] {
  return [
    ...network.capacities.flatMap(ofCapacity),
    ...network.processes.flatMap((process, index) =>
      ofProcess(process, index, network.commodities[process.reference].unit),
    ),
    ...promises.map((promise, index) => ofPromise(promise, index, network)),
  ];
}

/** "grid electricity: at most 600 MW". */
export function limitText({ title, says, value, unit }: WrittenLimit, format = showQuantity): string {
  return `${title}: ${says} ${format(value, unit)}`;
}
