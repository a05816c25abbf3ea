/**
 * Where do the vectors of the path lie, and which passes go over them? In: the shape, and where each unknown stands in the
 * order of elimination. Out: a part of the kernel's memory; the vectors that are looked at from here, and the passes.
 */
import type { Fronts } from './fronts.ts';
import type { Laid, Part } from './kernel.ts';
import type { Point, Shape } from './shape.ts';
import type { ShortEntries } from './short-rows.ts';

/** What is worked on, in the order of `Slot` in `kernel/vectors.ts`, after the given lists. */
function roomOf({ n, m, size, pairs }: Shape, shortRows: number) {
  const [eachColumn, eachRow, eachUnknown, eachPair] = [8 * n, 8 * m, 8 * size, 8 * pairs];
  return {
    x: eachUnknown,
    y: eachRow,
    w: eachPair,
    alongX: eachUnknown,
    alongY: eachRow,
    alongW: eachPair,
    moreX: eachUnknown,
    moreY: eachRow,
    moreW: eachPair,
    room: eachPair,
    closeness: eachPair,
    stiffness: eachPair,
    gain: eachPair,
    theta: eachUnknown,
    give: eachRow,
    slackness: eachRow,
    inverse: 8 * shortRows,
    primal: eachRow,
    dual: eachUnknown,
    fx: eachUnknown,
    fy: eachRow,
    missX: eachColumn,
    missY: eachRow,
    found: 8 * 8,
  };
}

/** `entryOf`: where the factorisation keeps what short rows leave between pairs of columns. */
export function passesPart(shape: Shape, place: Int32Array, short: ShortEntries, entryOf: Int32Array): Part {
  const { core, n, m, unknown, bound, lowers, pairs, isEquality, goal } = shape;
  return {
    given: [
      Int32Array.of(n, m, lowers, pairs, short.first),
      unknown,
      bound,
      place,
      core.starts,
      core.indices,
      core.values,
      core.cost,
      goal,
      isEquality,
      short.starts,
      short.columns,
      short.values,
      entryOf,
    ],
    room: roomOf(shape, m - short.first),
  };
}

/** A direction: the one that will be gone along, or one more that may be added to it. */
export type Which = 'along' | 'more';

/** What a step of the path finds in its pass over the residuals. */
export interface Residuals {
  readonly sizeSide: number;
  readonly priceSide: number;
  readonly primal: number;
  readonly dual: number;
}

export interface Steps {
  readonly size: number;
  readonly price: number;
}

/** Weights, or the steps that they allow. */
export interface Four {
  readonly sizes: Float64Array;
  readonly prices: Float64Array;
}

/** The vectors of the path and what is done with them; each pass is explained in `kernel/`. */
export interface Passes {
  /** The point; it is moved in place. */
  readonly point: Point;
  /** Right sides, and the columns and rows of the direction. */
  readonly fx: Float64Array;
  readonly fy: Float64Array;
  readonly alongX: Float64Array;
  readonly alongY: Float64Array;
  /** Weights of the unknowns: how much each is held where it is. */
  readonly theta: Float64Array;
  begin(start: Point): void;
  look(): Residuals;
  /** Returns the sum of the products. */
  center(rho: number, delta: number): number;
  /** Draws what would be gone before these steps towards losing the share `keep`, `firm` times as stiffly. */
  hold(sizes: number, prices: number, keep: number, firm: number): void;
  matrix(rho: number, delta: number): void;
  right(residuals: boolean): void;
  spread(what: 'asked' | 'missing'): void;
  collect(which: Which, refined: boolean): void;
  /** The most missed, relative to the most asked for: of all, and of columns or of rows, whichever is worse. */
  missing(which: Which): { readonly together: number; readonly apart: number };
  /** Returns the steps that four weights of `more` allow, apart for sizes and prices; of `along` the first is its own. */
  finish(which: Which, weights: Four): Four;
  blend(sizes: number, prices: number): void;
  after(sizes: number, prices: number): number;
  second(target: number): void;
  central(sizes: number, prices: number, low: number, high: number): void;
  take(sizes: number, prices: number, least: number, rounding: number): void;
}

const shareOf = (miss: number, asked: number): number => (asked > 0 ? miss / asked : 0);

/** The part is the only one beside the factorisation's own. */
export function openPasses({ arithmetic: kernel, beside, at: { diagonal, side, entries } }: Fronts): Passes {
  const [laid] = beside as readonly Laid<keyof ReturnType<typeof roomOf>>[];
  const { table } = laid;
  const point = { x: laid.numbers('x'), y: laid.numbers('y'), w: laid.numbers('w') };
  const found = laid.numbers('found');
  return {
    point,
    fx: laid.numbers('fx'),
    fy: laid.numbers('fy'),
    alongX: laid.numbers('alongX'),
    alongY: laid.numbers('alongY'),
    theta: laid.numbers('theta'),
    begin({ x, y, w }) {
      point.x.set(x);
      point.y.set(y);
      point.w.set(w);
    },
    look() {
      kernel.look(table);
      const [sizeSide, priceSide, primal, dual] = found;
      return { sizeSide, priceSide, primal, dual };
    },
    center: (rho, delta) => kernel.center(table, diagonal, entries, rho, delta),
    hold: (sizes, prices, keep, firm) => kernel.hold(table, sizes, prices, keep, firm),
    matrix: (rho, delta) => kernel.matrix(table, diagonal, entries, rho, delta),
    right: (residuals) => kernel.right(table, residuals),
    spread: (what) => kernel.spread(table, side, what === 'missing'),
    collect: (which, refined) => kernel.collect(table, side, which === 'more', refined),
    missing(which) {
      kernel.missing(table, which === 'more');
      const [columnsMiss, columnsAsk, rowsMiss, rowsAsk] = found;
      return {
        together: shareOf(Math.max(columnsMiss, rowsMiss), Math.max(columnsAsk, rowsAsk)),
        apart: Math.max(shareOf(columnsMiss, columnsAsk), shareOf(rowsMiss, rowsAsk)),
      };
    },
    finish(which, { sizes, prices }) {
      found.set(sizes);
      found.set(prices, 4);
      kernel.finish(table, which === 'more');
      return { sizes: found.slice(0, 4), prices: found.slice(4, 8) };
    },
    blend: (sizes, prices) => kernel.blend(table, sizes, prices),
    after: (sizes, prices) => kernel.after(table, sizes, prices),
    second: (target) => kernel.second(table, target),
    central: (sizes, prices, low, high) => kernel.central(table, sizes, prices, low, high),
    take: (sizes, prices, least, rounding) => kernel.take(table, sizes, prices, least, rounding),
  };
}
