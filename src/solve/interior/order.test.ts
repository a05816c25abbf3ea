/**
 * The order by time on a real park: as little work as the general order finds, and twice the hours are twice the work.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parkProgram } from '../../../bench/park-program.ts';
import { ROOT } from '../../../test/golden.ts';
import { coreOf } from './core.ts';
import { graphOf } from './graph.ts';
import { minimumDegree } from './minimum-degree.ts';
import { eliminationOrder } from './order.ts';
import { presolve } from './presolve.ts';
import { shortRowsOf } from './short-rows.ts';
import { growTree } from './tree.ts';

async function orders(hours: number) {
  const file = join(ROOT, 'parks', 'first-metal.park.yaml');
  const { program } = (await parkProgram(file, { hours, cut: 'run' })).built;
  const shorter = presolve(coreOf(program));
  if (typeof shorter === 'string') throw new Error(shorter);
  const rows = shortRowsOf(shorter.core);
  const graph = graphOf(shorter.core, rows);
  const rowOf = rows.others.map((row) => shorter.rowOf[row]);
  const order = eliminationOrder(program, shorter.columnOf, rowOf, graph);
  return { graph, order, flops: growTree(graph, order).flops };
}

describe('the order by time', () => {
  let [short, long]: Awaited<ReturnType<typeof orders>>[] = [];
  beforeAll(async () => {
    [short, long] = [await orders(2184), await orders(4368)];
  }, 60_000);

  it('names every node once', () => {
    for (const { graph, order } of [short, long]) {
      // Large enough for time to be looked at (smaller programs get the general order as a whole).
      expect(graph.size).toBeGreaterThan(10_000);
      expect(order.length).toBe(graph.size);
      expect(new Set(order).size).toBe(graph.size);
    }
  });

  it('costs at most 1.3 times what the general order costs', () => {
    for (const { graph, flops } of [short, long])
      expect(flops).toBeLessThan(1.3 * growTree(graph, minimumDegree(graph)).flops);
  });

  it('costs at most 2.2 times as much for twice the hours', () => {
    expect(long.flops).toBeLessThan(2.2 * short.flops);
    expect(long.flops).toBeGreaterThan(1.5 * short.flops);
  });
});
