/**
 * A program through presolve, scaling and the path, and its point back in the program's own terms.
 * In: a program, how good the point must be, and what the last solve left. Out: sizes, row prices, certificate; or why there
 * are none.
 */
import type { Program } from '../../program/program.ts';
import { certify, largestMiss, reachesTolerance } from '../certificate.ts';
import { tidy } from '../solution.ts';
import type { Certificate } from '../solver.ts';
import { coreOf } from './core.ts';
import { equilibrate } from './equilibrate.ts';
import { graphOf } from './graph.ts';
import { fromHalfWay, type HalfWay, type Memory, sameTree, toHalfWay } from './memory.ts';
import { openNewton } from './newton.ts';
import { eliminationOrder } from './order.ts';
import { followPath, type PathReport } from './path.ts';
import { presolve } from './presolve.ts';
import { type Point, shapeOf } from './shape.ts';
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
  /** Told at each iteration (objective in the program's own terms); true stops. */
  readonly watch: (report: PathReport) => boolean;
  /** What the last solve left; this one leaves its own there. */
  readonly memory?: Memory;
}

/** The point to remember has come this near: all three figures below. */
const HALF_WAY = 1e-2;

export function solveCore(program: Program, options: CoreOptions): CoreEnd {
  const { tolerance, memory = null } = options;
  const shorter = presolve(coreOf(program));
  if (typeof shorter === 'string')
    return { why: 'contradiction', point: null, iterations: 0, nonZeros: 0, flops: 0 };
  const scaled = equilibrate(shorter.core);
  const shape = shapeOf(scaled.core);
  const graph = graphOf(scaled.core);
  const tree =
    sameTree(memory, shorter.core) ??
    growTree(graph, eliminationOrder(program, scaled.core, shorter.columnOf, shorter.rowOf, graph));
  const newton = openNewton(shape, graph, tree);
  const sign = program.sense === 'max' ? -1 : 1;

  const judged = ({ x, y }: Point): InteriorPoint => {
    const sizes = scaled.sizeUnit.map((unit, column) => x[column] * unit);
    const prices = scaled.priceUnit.map((unit, row) => y[row] * unit);
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
  let half: HalfWay | null = null;
  const start = fromHalfWay(shape, scaled, memory?.last?.start ?? null) ?? startingPoint(shape, newton);
  const end = followPath(shape, newton, start, {
    tolerance,
    accept: (point) => reachesTolerance(keep(judged(point)).certificate, tolerance),
    stop: (report) => {
      const near = Math.max(report.primal, report.dual, report.gap) <= HALF_WAY;
      if (memory !== null && near) half ??= toHalfWay(shape, scaled, start);
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
