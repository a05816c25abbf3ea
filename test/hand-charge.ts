/**
 * A furnace that chooses its charge, for tests: feeds that are bought, an alloy that is sold, numbers that can be reckoned on
 * paper.
 */
import type { BlendLimit } from '../src/network/network.ts';
import type { Composition } from '../src/plants/model.ts';
import { type HandSpec, handGrid } from './hand-network.ts';

export interface Feed {
  /** USD per tonne of feed. */
  readonly price: number;
  /** t of feed for a tonne of alloy made of it alone. */
  readonly need: number;
  readonly brings: Composition;
  /** Most in a year of 8 760 hours. */
  readonly most?: number;
}

/** A furnace that makes a tonne an hour, for four hours in two days, of feeds that are bought. */
export function furnace(feeds: Readonly<Record<string, Feed>>, limits: readonly BlendLimit[]): HandSpec {
  const names = Object.keys(feeds);
  const day = { balance: 'day' } as const;
  return {
    commodities: { alloy: day, ...Object.fromEntries(names.map((name) => [name, day])) },
    phases: [{ grid: handGrid([[4, 1]], 2) }],
    processes: [
      {
        id: 'furnace',
        segments: names.map((name) => ({ share: 1, flows: { alloy: 1, [name]: -feeds[name].need } })),
        blend: { brings: names.map((name) => feeds[name].brings), limits },
        size: { min: 1, max: 1, fixed: true },
        output: 8760,
      },
      ...names.map((name) => ({
        id: `buy ${name}`,
        kind: 'buy' as const,
        flows: { [name]: 1 },
        variableCost: feeds[name].price,
        ...(feeds[name].most === undefined ? {} : { maxPerYear: feeds[name].most }),
      })),
      { id: 'sale', kind: 'sell', flows: { alloy: -1 } },
    ],
  };
}

export const atMost = (element: BlendLimit['element'], share: number): BlendLimit => ({
  element,
  side: 'at most',
  share,
  path: null,
});
export const atLeast = (element: BlendLimit['element'], share: number): BlendLimit => ({
  element,
  side: 'at least',
  share,
  path: null,
});

/** Iron of 0.10 and 0.60 %: under a window of 0.30 %, 40 % of scrap. */
export const PRIMARY_AND_SCRAP = {
  primary: { price: 2500, need: 1, brings: { Fe: 0.001 } },
  scrap: { price: 1900, need: 1, brings: { Fe: 0.006 } },
};
