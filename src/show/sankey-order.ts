/**
 * Which bands go forward and which are loops, and in which layer does each box stand? The largest flows go forward: bands
 * are taken by size, and one that would close a circle with larger ones is a loop; then single bands are tried as loops in
 * their place while that lessens the flow that goes back (greedy acyclic subgraph by weight with exchange). In: boxes and bands. Out: loops, and layers counted from the left.
 */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface Order {
  /** band → true when it goes back. */
  readonly loop: readonly boolean[];
  /** box → layer, 0 at the left. */
  readonly layer: Int32Array;
}

/** True when `there` can be reached from `here` over the bands taken so far. */
function reaches(next: readonly (readonly number[])[], here: number, there: number): boolean {
  const seen = new Set([here]);
  const open = [here];
  while (open.length > 0) {
    const box = open.pop() as number;
    if (box === there) return true;
    for (const onward of next[box]) {
      if (seen.has(onward)) continue;
      seen.add(onward);
      open.push(onward);
    }
  }
  return false;
}

/** The bands of `order` that can go forward together, taken one after the other: an acyclic chain. */
function takeForward(
  boxes: number,
  bands: readonly Band[],
  order: readonly number[],
): { next: number[][]; loops: number[] } {
  const next: number[][] = Array.from({ length: boxes }, () => []);
  const loops: number[] = [];
  for (const at of order) {
    const { from, to } = bands[at];
    if (from === to || reaches(next, to, from)) loops.push(at);
    else next[from].push(to);
  }
  return { next, loops };
}

/** Above this many bands the first answer has to do. */
const MOST_TRIED = 250;

export function orderBoxes(boxes: number, bands: readonly Band[]): Order {
  let order = [...bands.keys()].sort((a, b) => bands[b].value - bands[a].value || a - b);
  const back = (loops: readonly number[]): number => loops.reduce((sum, at) => sum + bands[at].value, 0);
  let best = takeForward(boxes, bands, order);
  // One band may hold up several smaller ones: put it last, and keep that if less flows back altogether.
  for (let gained = best.loops.length > 0 && bands.length <= MOST_TRIED; gained; ) {
    gained = false;
    for (const late of order) {
      const tried = [...order.filter((at) => at !== late), late];
      const found = takeForward(boxes, bands, tried);
      if (back(found.loops) >= back(best.loops) * (1 - 1e-9)) continue;
      [best, order, gained] = [found, tried, true];
      break;
    }
  }
  const loop = bands.map(() => false);
  for (const at of best.loops) loop[at] = true;
  return { loop, layer: layersOf(best.next) };
}

/** Longest way from the left; a box that nothing feeds moves next to whom it feeds. */
function layersOf(next: readonly (readonly number[])[]): Int32Array {
  const layer = new Int32Array(next.length);
  const fedBy = new Int32Array(next.length);
  for (const onward of next) for (const box of onward) fedBy[box] += 1;
  const sources = new Set([...fedBy.keys()].filter((box) => fedBy[box] === 0));
  const ready = [...sources];
  for (let at = 0; at < ready.length; at++) {
    for (const box of next[ready[at]]) {
      layer[box] = Math.max(layer[box], layer[ready[at]] + 1);
      fedBy[box] -= 1;
      if (fedBy[box] === 0) ready.push(box);
    }
  }
  for (const box of sources)
    if (next[box].length > 0) layer[box] = Math.min(...next[box].map((one) => layer[one])) - 1;
  return layer;
}
