/**
 * In which order are rows and columns eliminated?
 * In: the program with its time labels, what presolve kept of it, and who is coupled with whom. Out: nodes in order; node =
 * column number, or columns + row number.
 *
 * Time goes first, what lives throughout comes last, as the border of an arrow: after each month the sizes and sums of its
 * phase's year wait, after the last phase those of the whole horizon. Within a month the order is one of minimum degree. It is
 * looked for in the fullest month only; the others repeat it, since a year of hours is the same pattern over and over.
 * A small program, or one without labels, gets a minimum-degree order as a whole.
 */
import type { Family, Program } from '../../program/program.ts';
import type { Graph } from './graph.ts';
import { minimumDegree, minimumDegreeOf } from './minimum-degree.ts';

/** Up to so many nodes, the best order is found quicker than the pattern. */
const SMALL = 10_000;
const DAY = 24;
/** A span of hours when nothing in the program lives for a month. */
const WEEK = 168;
/** A node with more neighbours than this × √nodes of the span goes to the span's end. */
const DENSE = 10;

export function eliminationOrder(
  program: Program,
  columnOf: Int32Array,
  rowOf: Int32Array,
  graph: Graph,
): Int32Array {
  const { columnTime, rowTime } = program;
  if (columnTime === null || rowTime === null || graph.size <= SMALL) return minimumDegree(graph);
  const starts = spanStarts(program);
  const nodes = nodesInTime(program, columnOf, rowOf, starts);
  const rank = rankInSpan(graph, nodes, starts.length);
  // One number a node: span, then rank, then the node itself; numbers sort faster than nodes do.
  const keys = new Float64Array(graph.size);
  for (let node = 0; node < graph.size; node++) {
    const inSpan = nodes.offset[node] < 0 ? graph.size : rank(node);
    keys[node] = (nodes.span[node] * (graph.size + 1) + inSpan) * graph.size + node;
  }
  keys.sort();
  const order = new Int32Array(graph.size);
  for (let at = 0; at < graph.size; at++) order[at] = keys[at] % graph.size;
  return order;
}

/** First steps of the spans, ascending: months where something lives a month, else weeks. */
function spanStarts({ columnFamilies, rowFamilies, columnTime, rowTime }: Program): number[] {
  const months = new Set<number>();
  let last = 0;
  const look = (families: readonly Family[], time: Int32Array): void => {
    for (const { first, count, lifetime } of families) {
      for (let label = first; label < first + count; label++) {
        if (lifetime === 'month' && time[label] >= 0) months.add(time[label]);
        if (time[label] > last) last = time[label];
      }
    }
  };
  look(columnFamilies, columnTime as Int32Array);
  look(rowFamilies, rowTime as Int32Array);
  if (months.size > 0) return [...months].sort((a, b) => a - b);
  return Array.from({ length: Math.ceil((last + 1) / WEEK) }, (_, week) => week * WEEK);
}

interface Nodes {
  /** node → its span; of what outlives spans: the last span of its phase, or one behind all. */
  readonly span: Int32Array;
  /** node → its family, and which period of the family counted from the span's first; −1: outlives spans. */
  readonly family: Int32Array;
  readonly offset: Int32Array;
  readonly families: number;
}

function nodesInTime(
  program: Program,
  columnOf: Int32Array,
  rowOf: Int32Array,
  starts: readonly number[],
): Nodes {
  const size = columnOf.length + rowOf.length;
  const nodes = {
    span: new Int32Array(size),
    family: new Int32Array(size),
    offset: new Int32Array(size).fill(-1),
    families: program.columnFamilies.length + program.rowFamilies.length,
  };
  const lastOfPhase = lastSpans(program, starts);
  const lag = lagOf(program, starts);
  const look = (
    families: readonly Family[],
    time: Int32Array,
    labelOf: Int32Array,
    node0: number,
    family0: number,
  ): void => {
    let at = 0;
    for (const [number, family] of families.entries()) {
      let span = -1;
      let opened = 0;
      for (; at < labelOf.length && labelOf[at] < family.first + family.count; at++) {
        const label = labelOf[at];
        const node = node0 + at;
        nodes.family[node] = family0 + number;
        if (family.lifetime === 'horizon' || time[label] < 0 || family.lifetime === 'year') {
          const wait = family.lifetime === 'horizon' ? starts.length : lastOfPhase(family.phase);
          nodes.span[node] = wait;
          continue;
        }
        while (span + 1 < starts.length && starts[span + 1] <= time[label]) {
          span++;
          opened = label;
          while (opened > family.first && time[opened - 1] >= starts[span]) opened--;
        }
        nodes.span[node] = Math.max(0, span);
        nodes.offset[node] = label - opened + (family.lifetime === 'hour' ? lag[nodes.span[node]] : 0);
      }
    }
  };
  look(program.columnFamilies, program.columnTime as Int32Array, columnOf, 0, 0);
  look(
    program.rowFamilies,
    program.rowTime as Int32Array,
    rowOf,
    columnOf.length,
    program.columnFamilies.length,
  );
  return nodes;
}

/**
 * Hours that the first day of each span lacks: days follow the park's clock, the series begins at midnight of another, and
 * the pattern of a month must find its hours in the same days again.
 */
function lagOf(program: Program, starts: readonly number[]): Int32Array {
  const lag = new Int32Array(starts.length);
  const days = program.rowFamilies.find(({ lifetime }) => lifetime === 'day');
  if (days === undefined) return lag;
  const time = program.rowTime as Int32Array;
  let span = 0;
  for (let label = days.first; label + 1 < days.first + days.count && span < starts.length; label++) {
    if (time[label] < starts[span]) continue;
    lag[span] = Math.max(0, DAY - (time[label + 1] - time[label]));
    span++;
  }
  return lag;
}

/** The last span in which something of a phase happens. */
function lastSpans(program: Program, starts: readonly number[]): (phase: number) => number {
  const last: number[] = [];
  for (const { first, count, phase } of program.rowFamilies) {
    const time = (program.rowTime as Int32Array)[first + count - 1];
    let span = last[phase] ?? 0;
    while (span + 1 < starts.length && starts[span + 1] <= time) span++;
    last[phase] = span;
  }
  return (phase) => last[phase] ?? starts.length - 1;
}

/** node → its rank within its span, copied from the fullest span. */
function rankInSpan(
  graph: Graph,
  { span, family, offset, families }: Nodes,
  spans: number,
): (node: number) => number {
  const fullness = new Int32Array(spans);
  for (let node = 0; node < graph.size; node++) if (offset[node] >= 0) fullness[span[node]]++;
  const fullest = fullness.indexOf(fullness.reduce((most, one) => Math.max(most, one), 0));
  const limit = Math.max(16, DENSE * Math.sqrt(fullness[fullest]));
  const takesPart = new Uint8Array(graph.size);
  const longest = new Int32Array(families);
  for (let node = 0; node < graph.size; node++) {
    if (offset[node] < 0) continue;
    longest[family[node]] = Math.max(longest[family[node]], offset[node] + 1);
    const neighbours = graph.starts[node + 1] - graph.starts[node];
    takesPart[node] = span[node] === fullest && neighbours <= limit ? 1 : 0;
  }
  const pattern = minimumDegreeOf(graph, takesPart);
  const ranks = Array.from(longest, (length) => new Int32Array(length).fill(-1));
  for (let at = 0; at < pattern.length; at++) ranks[family[pattern[at]]][offset[pattern[at]]] = at;
  // Dense nodes of the pattern wait for the span's end; a node that the pattern lacks (night and day differ) takes the
  // rank of its family's period before, or of the family's first.
  for (let node = 0; node < graph.size; node++)
    if (offset[node] >= 0 && span[node] === fullest && takesPart[node] === 0)
      ranks[family[node]][offset[node]] = pattern.length;
  for (const list of ranks) {
    let before = list.find((one) => one >= 0) ?? 0;
    for (let at = 0; at < list.length; at++) {
      if (list[at] < 0) list[at] = before;
      before = list[at];
    }
  }
  return (node) => ranks[family[node]][offset[node]];
}
