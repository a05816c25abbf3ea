/**
 * A program through presolve, scaling and the path, and its point back in the program's own terms.
 * In: a program, how good the point must be, and what the last solve left. Out: sizes, row prices, certificate; or why there
 * are none.
 */
import type { Program } from '../../program/program.ts';
import { certify, largestMiss, reachesTolerance } from '../certificate.ts';
import { tidy } from '../solution.ts';
import type { Certificate } from '../solver.ts';
import { arrange, picked } from './arrange.ts';
import { coreOf } from './core.ts';
import { equilibrate, type Scaling } from './equilibrate.ts';
import { openFronts } from './fronts.ts';
import { graphOf } from './graph.ts';
import { fromHalfWay, type HalfWay, type Memory, sameTree, toHalfWay } from './memory.ts';
import { openNewton } from './newton.ts';
import { eliminationOrder } from './order.ts';
import { openPasses, passesPart } from './passes.ts';
import { followPath, type PathReport, type Verdict } from './path.ts';
import { presolve } from './presolve.ts';
import { repaired } from './repaired.ts';
import { type Point, type Shape, shapeOf } from './shape.ts';
import { shortEntriesOf, shortRowsOf } from './short-rows.ts';
import { startingPoint } from './starting-point.ts';
import { growTree } from './tree.ts';

export interface InteriorPoint {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly certificate: Certificate;
}

export interface CoreEnd {
  /** `contradiction`: presolve met one; nothing was iterated. */
  readonly why: 'accepted' | 'stopped' | 'stuck' | 'contradiction';
  /** The best point met; null when there is none worth showing. */
  readonly point: InteriorPoint | null;
  readonly iterations: number;
  /** Entries of L, and multiplications and additions of one factorisation. */
  readonly nonZeros: number;
  readonly flops: number;
}

export interface CoreOptions {
  readonly tolerance: number;
  readonly scaling?: Scaling;
  /** Told at each iteration (objective in the program's own terms); true stops. */
  readonly watch: (report: PathReport) => boolean;
  /** Asked between the steps before the first iteration; true stops. */
  readonly stopped?: () => boolean;
  /** What the last solve left; this one leaves its own there. */
  readonly memory?: Memory;
}

/** The point to remember has come this near: all three figures below. */
const HALF_WAY = 0.1;

/** Rows that miss by so many tolerances at the most are repaired when all else is good. */
const DUST = 1e3;

const without = (why: CoreEnd['why']): CoreEnd => ({
  why,
  point: null,
  iterations: 0,
  nonZeros: 0,
  flops: 0,
});

export function solveCore(program: Program, options: CoreOptions): CoreEnd {
  const { tolerance, memory = null, stopped = () => false } = options;
  if (stopped()) return without('stopped');
  const shorter = presolve(coreOf(program));
  if (typeof shorter === 'string') return without('contradiction');
  if (stopped()) return without('stopped');
  const scaled = equilibrate(shorter.core, options.scaling);
  const shortRows = shortRowsOf(scaled.core);
  const graph = graphOf(scaled.core, shortRows);
  const rowsInOrder = shortRows.others.map((row) => shorter.rowOf[row]);
  const tree =
    sameTree(memory, shorter.core) ??
    growTree(graph, eliminationOrder(program, shorter.columnOf, rowsInOrder, graph));
  if (stopped()) return without('stopped');
  const { core, columnOf, rowOf, place } = arrange(scaled.core, shortRows, tree);
  const units = {
    size: picked(scaled.sizeUnit, columnOf),
    price: picked(scaled.priceUnit, rowOf),
    objective: scaled.objectiveUnit,
  };
  const shape = shapeOf(core);
  const isRow = (node: number): boolean => node >= core.columns;
  const short = shortEntriesOf(core, shortRows.others.length, place);
  const fronts = openFronts(graph, tree, isRow, short, (entryOf) => [
    passesPart(shape, place, short, entryOf),
  ]);
  const passes = openPasses(fronts);
  const newton = openNewton(passes, fronts);
  if (stopped()) return without('stopped');
  const sign = program.sense === 'max' ? -1 : 1;

  const judged = ({ x, y }: Pick<Point, 'x' | 'y'>): InteriorPoint => {
    const sizes = new Float64Array(core.columns);
    const prices = new Float64Array(core.rows);
    for (let at = 0; at < core.columns; at++) sizes[columnOf[at]] = x[at] * units.size[at];
    for (let at = 0; at < core.rows; at++) prices[rowOf[at]] = y[at] * units.price[at];
    const restored = shorter.restore(sizes, prices);
    if (sign < 0) for (let row = 0; row < restored.y.length; row++) restored.y[row] *= -1;
    const clean = tidy(program, restored.x, restored.y);
    return { ...clean, certificate: certify(program, clean.x, clean.y) };
  };
  let best: InteriorPoint | null = null;
  const keep = (found: InteriorPoint): InteriorPoint => {
    if (best === null || largestMiss(found.certificate) < largestMiss(best.certificate)) best = found;
    return found;
  };
  const judge = (point: Point): Verdict => {
    const found = keep(judged(point)).certificate;
    const misses = {
      miss: largestMiss(found) / tolerance,
      rows: found.primalResidual / tolerance,
      columns: found.dualResidual / tolerance,
    };
    if (!reachesTolerance(found, tolerance)) {
      const dust = Math.max(found.dualResidual, found.gap) <= tolerance && misses.miss <= DUST;
      if (!dust) return { verdict: 'not yet', ...misses };
      const mended = keep(judged({ x: repaired(shape, passes, newton), y: point.y }));
      return {
        verdict: reachesTolerance(mended.certificate, tolerance) ? 'good' : 'not yet',
        ...misses,
      };
    }
    const clean = judged({ x: onBounds(shape, point), y: point.y });
    if (!reachesTolerance(clean.certificate, tolerance)) return { verdict: 'good', ...misses };
    best = clean;
    return { verdict: 'clean', ...misses };
  };
  let half: HalfWay | null = null;
  const start =
    fromHalfWay(shape, units, memory?.last?.start ?? null) ?? startingPoint(shape, passes, newton);
  passes.begin(start);
  const end = followPath(shape, passes, newton, {
    tolerance,
    judge,
    stop: (report, point) => {
      const near = Math.max(report.primal, report.dual, report.gap) <= HALF_WAY;
      if (memory !== null && near) half ??= toHalfWay(shape, units, point);
      const objective = sign * (report.objective * scaled.objectiveUnit + shorter.offset) + program.offset;
      return options.watch({ ...report, objective });
    },
  });
  if (end.why !== 'accepted') keep(judged(end.point));
  if (memory !== null) memory.last = { core: shorter.core, tree, start: half };
  return {
    why: end.why,
    point: best,
    iterations: end.iterations,
    nonZeros: tree.blockStart[tree.count],
    flops: tree.flops,
  };
}

/**
 * Sizes without the dust of an interior point: a column whose bound's price outweighs the room to it lies on that bound at
 * the optimum (strict complementarity).
 */
function onBounds({ n, unknown, bound, lowers, pairs }: Shape, { x, w }: Point): Float64Array {
  const clean = x.slice();
  for (let k = 0; k < pairs; k++) {
    const room = k < lowers ? x[unknown[k]] - bound[k] : bound[k] - x[unknown[k]];
    if (unknown[k] < n && w[k] > room) clean[unknown[k]] = bound[k];
  }
  return clean;
}
