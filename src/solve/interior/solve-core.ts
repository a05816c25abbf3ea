/**
 * A program through presolve, scaling and the path, and its point back in the program's own terms.
 * In: a program and how good the point must be. Out: sizes, row prices, certificate; or why there are none.
 */
import type { Program } from '../../program/program.ts';
import { certify, largestMiss, reachesTolerance } from '../certificate.ts';
import { tidy } from '../solution.ts';
import type { Certificate } from '../solver.ts';
import { coreOf } from './core.ts';
import { equilibrate } from './equilibrate.ts';
import { graphOf } from './graph.ts';
import { openNewton } from './newton.ts';
import { eliminationOrder } from './order.ts';
import { followPath, type PathReport } from './path.ts';
import { presolve } from './presolve.ts';
import { type Point, shapeOf } from './shape.ts';

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
  readonly nonZeros: number;
  readonly flops: number;
}

export interface CoreOptions {
  readonly tolerance: number;
  /** Told at each iteration (objective in the program's own terms); true stops. */
  readonly watch: (report: PathReport) => boolean;
}

export function solveCore(program: Program, options: CoreOptions): CoreEnd {
  const shorter = presolve(coreOf(program));
  if (typeof shorter === 'string')
    return { why: 'contradiction', point: null, iterations: 0, nonZeros: 0, flops: 0 };
  const scaled = equilibrate(shorter.core);
  const shape = shapeOf(scaled.core);
  const graph = graphOf(scaled.core);
  const order = eliminationOrder(program, scaled.core, shorter.columnOf, shorter.rowOf, graph);
  const newton = openNewton(shape, graph, order);
  const sign = program.sense === 'max' ? -1 : 1;

  const judged = ({ x, y }: Point): InteriorPoint => {
    const unscaled = scaled.restore(x.subarray(0, shape.n), y);
    const restored = shorter.restore(unscaled.x, unscaled.y);
    const prices = sign < 0 ? restored.y.map((price) => -price) : restored.y;
    const clean = tidy(program, restored.x, prices);
    return { ...clean, certificate: certify(program, clean.x, clean.y) };
  };
  let best: InteriorPoint | null = null;
  const keep = (found: InteriorPoint): InteriorPoint => {
    if (best === null || largestMiss(found.certificate) < largestMiss(best.certificate)) best = found;
    return found;
  };
  const end = followPath(shape, newton, {
    tolerance: options.tolerance,
    accept: (point) => reachesTolerance(keep(judged(point)).certificate, options.tolerance),
    stop: (report) =>
      options.watch({
        ...report,
        objective: sign * (report.objective * scaled.objectiveUnit + shorter.offset) + program.offset,
      }),
  });
  if (end.why !== 'accepted') keep(judged(end.point));
  const { nonZeros, flops } = newton;
  return { why: end.why, point: best, iterations: end.iterations, nonZeros, flops };
}
