/**
 * Where do the boxes and bands of a Sankey stand when material goes round in circles? A layered layout; bands that go
 * backwards are drawn as loops beneath the chain, right to left.
 * In: boxes and bands with sizes. Out: rectangles and paths. Pure arithmetic, the same for the same input. Why not a
 * library: `docs/decisions/`. Method: Sugiyama, Tagawa and Toda (1981).
 */
import { type Band, orderBoxes } from './sankey-order.ts';

export interface BoxPlace {
  readonly layer: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BandPlace {
  /** SVG path of the band's middle line, to be stroked with `thickness`. */
  readonly path: string;
  readonly thickness: number;
  readonly loop: boolean;
  /** Where an arrow or a label of a loop may stand. */
  readonly middle: readonly [number, number];
}

export interface SankeyLayout {
  readonly width: number;
  readonly height: number;
  readonly layers: number;
  /** From one layer to the next. */
  readonly step: number;
  readonly boxes: readonly BoxPlace[];
  readonly bands: readonly BandPlace[];
}

export interface LayoutSize {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly gap: number;
  /** Kept free at the right for the labels of the last layer. */
  readonly rightMargin: number;
  /** Least height that a box and its label take. */
  readonly labelHeight: number;
}

/** Room between the lanes of two loops, for a label. */
const LANE_GAP = 15;
/** From the lowest box to the first lane. */
const FIRST_LANE = 16;

/** One stop of a band in a layer: a true box, or a place that a long band passes through. */
interface Stop {
  readonly box: number;
  readonly layer: number;
  size: number;
  /** Height kept free for it, at least `size`; `y` is the top of the box itself once all are placed. */
  slot: number;
  y: number;
}

/** A band's way from one layer to the next. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly band: number;
  readonly value: number;
}

interface Loop extends Band {
  readonly index: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Cuts each forward band into pieces from layer to layer, with a stop in every layer that it passes. */
function cutIntoPieces(
  bands: readonly Band[],
  layer: Int32Array,
  goesBack: readonly boolean[],
): { stops: Stop[]; pieces: Piece[] } {
  const stops: Stop[] = Array.from(layer, (at, box) => ({ box, layer: at, size: 0, slot: 0, y: 0 }));
  const pieces: Piece[] = [];
  for (const [index, band] of bands.entries()) {
    if (goesBack[index]) continue;
    let here = band.from;
    for (let at = layer[band.from] + 1; at < layer[band.to]; at++) {
      stops.push({ box: -1, layer: at, size: band.value, slot: 0, y: 0 });
      pieces.push({ from: here, to: stops.length - 1, band: index, value: band.value });
      here = stops.length - 1;
    }
    pieces.push({ from: here, to: band.to, band: index, value: band.value });
  }
  for (let box = 0; box < layer.length; box++) {
    const into = bands.reduce((sum, band) => (band.to === box ? sum + band.value : sum), 0);
    const out = bands.reduce((sum, band) => (band.from === box ? sum + band.value : sum), 0);
    stops[box].size = Math.max(into, out);
  }
  return { stops, pieces };
}

/** Heights at which bands leave and reach stops: in the order of where they go, loops last (lowest). */
interface Ports {
  readonly leave: ReadonlyMap<Piece | Loop, number>;
  readonly reach: ReadonlyMap<Piece | Loop, number>;
}

function portsOf(
  stops: readonly Stop[],
  pieces: readonly Piece[],
  loops: readonly Loop[],
  thick: (value: number) => number,
): Ports {
  const leave = new Map<Piece | Loop, number>();
  const reach = new Map<Piece | Loop, number>();
  for (const [at, stop] of stops.entries()) {
    const out = pieces.filter((piece) => piece.from === at).sort((a, b) => stops[a.to].y - stops[b.to].y);
    const into = pieces.filter((piece) => piece.to === at).sort((a, b) => stops[a.from].y - stops[b.from].y);
    const stack = (lines: readonly (Piece | Loop)[], ports: Map<Piece | Loop, number>): void => {
      let y = stop.y;
      for (const line of lines) {
        ports.set(line, y + thick(line.value) / 2);
        y += thick(line.value);
      }
    };
    if (stop.box === -1) {
      stack(out, leave);
      stack(into, reach);
      continue;
    }
    stack([...out, ...loops.filter((loop) => loop.from === stop.box)], leave);
    stack([...into, ...loops.filter((loop) => loop.to === stop.box)], reach);
  }
  return { leave, reach };
}

/** Out to the right, down to its lane, back beneath the chain, up, and in from the left. */
function loopPath(x0: number, y0: number, x1: number, y1: number, lane: number, bend: number): string {
  const right = round(x0 + bend);
  const left = round(x1 - bend);
  return [
    `M${round(x0)} ${round(y0)}Q${right} ${round(y0)} ${right} ${round(y0 + bend)}`,
    `L${right} ${round(lane - bend)}Q${right} ${round(lane)} ${round(x0)} ${round(lane)}`,
    `L${round(x1)} ${round(lane)}Q${left} ${round(lane)} ${left} ${round(lane - bend)}`,
    `L${left} ${round(y1 + bend)}Q${left} ${round(y1)} ${round(x1)} ${round(y1)}`,
  ].join('');
}

export function layoutSankey(boxCount: number, bands: readonly Band[], size: LayoutSize): SankeyLayout {
  const { loop: goesBack, layer } = orderBoxes(boxCount, bands);
  const layers = boxCount === 0 ? 0 : Math.max(...layer) + 1;
  const { stops, pieces } = cutIntoPieces(bands, layer, goesBack);
  const columns = orderColumns(layers, stops, pieces);
  // Short loops run inside, long ones beneath them.
  const loops: readonly Loop[] = bands
    .map((band, index) => ({ ...band, index }))
    .filter(({ index }) => goesBack[index])
    .sort((a, b) => layer[a.from] - layer[a.to] - (layer[b.from] - layer[b.to]) || a.index - b.index);

  // One scale for all: the fullest column and the loops beneath it must fit the height together.
  const loopValue = loops.reduce((sum, loop) => sum + loop.value, 0);
  const loopGaps = loops.length === 0 ? 0 : loops.length * LANE_GAP + FIRST_LANE;
  const perColumn = columns.map((column) => {
    const value = column.reduce((sum, stop) => sum + stops[stop].size, 0) + loopValue;
    const gaps = loopGaps + size.gap * Math.max(0, column.length - 1);
    return value === 0 ? Infinity : Math.max(size.height / 4, size.height - gaps) / value;
  });
  const largest = Math.max(1e-12, ...stops.map((stop) => stop.size));
  const scale = Math.max(1e-12, Math.min(...perColumn, size.height / 3 / largest));
  const thick = (value: number): number => Math.max(1, value * scale);
  for (const stop of stops) {
    stop.size = thick(stop.size);
    stop.slot = stop.box === -1 ? stop.size : Math.max(stop.size, size.labelHeight);
  }

  const fullest = columns.map((column) =>
    column.reduce((sum, stop) => sum + stops[stop].slot + size.gap, -size.gap),
  );
  placeColumns(
    columns,
    stops,
    pieces,
    size.gap,
    Math.max(size.height - loopGaps - loopValue * scale, ...fullest),
  );
  for (const stop of stops) stop.y += (stop.slot - stop.size) / 2;
  const top = Math.min(...stops.map((stop) => stop.y - (stop.slot - stop.size) / 2));
  for (const stop of stops) stop.y -= top;
  const floor = Math.max(0, ...stops.map((stop) => stop.y + (stop.size + stop.slot) / 2));

  const step = layers > 1 ? (size.width - size.boxWidth - size.rightMargin) / (layers - 1) : 0;
  const x = (stop: number): number => stops[stop].layer * step;
  const { leave, reach } = portsOf(stops, pieces, loops, thick);
  const placed: BandPlace[] = [];
  let lane = floor + FIRST_LANE;
  for (const [place, loop] of loops.entries()) {
    const thickness = thick(loop.value);
    const middle = lane + thickness / 2;
    const [x0, x1] = [x(loop.from) + size.boxWidth, x(loop.to)];
    const bend = 8 + thickness / 2 + place * 2.5;
    const path = loopPath(x0, leave.get(loop)!, x1, reach.get(loop)!, middle, bend);
    placed[loop.index] = { path, thickness, loop: true, middle: [round((x0 + x1) / 2), round(middle)] };
    lane += thickness + LANE_GAP;
  }
  for (const [index, band] of bands.entries()) {
    if (goesBack[index]) continue;
    const chain = pieces.filter((piece) => piece.band === index);
    const path = chain.map((piece, at) => {
      const [x0, x1] = [x(piece.from) + (at === 0 ? size.boxWidth : 0), x(piece.to)];
      const [y0, y1] = [leave.get(piece)!, reach.get(piece)!];
      const half = (x0 + x1) / 2;
      const start = at === 0 ? `M${round(x0)} ${round(y0)}` : '';
      return `${start}C${round(half)} ${round(y0)} ${round(half)} ${round(y1)} ${round(x1)} ${round(y1)}`;
    });
    const last = chain[chain.length - 1];
    const middle: [number, number] = [round(x(last.to)), round(reach.get(last)!)];
    placed[index] = { path: path.join(''), thickness: thick(band.value), loop: false, middle };
  }
  const boxes = stops.slice(0, boxCount).map((stop, at) => ({
    layer: stop.layer,
    x: round(x(at)),
    y: round(stop.y),
    width: size.boxWidth,
    height: round(stop.size),
  }));
  return {
    width: size.width,
    height: Math.ceil((loops.length === 0 ? floor : lane) + 4),
    layers,
    step,
    boxes,
    bands: placed,
  };
}

/** Within each layer: boxes in the order of the middle of their neighbours, swept both ways. */
function orderColumns(layers: number, stops: readonly Stop[], pieces: readonly Piece[]): number[][] {
  const columns: number[][] = Array.from({ length: layers }, () => []);
  for (const [at, stop] of stops.entries()) columns[stop.layer].push(at);
  const place = new Float64Array(stops.length);
  const settle = (column: readonly number[]): void => {
    for (const [at, stop] of column.entries()) place[stop] = at - column.length / 2;
  };
  columns.forEach(settle);
  for (let sweep = 0; sweep < 12; sweep++) {
    const leftToRight = sweep % 2 === 0;
    for (const column of leftToRight ? columns : [...columns].reverse()) {
      const middle = (stop: number): number => {
        const near = pieces.filter((piece) => (leftToRight ? piece.to : piece.from) === stop);
        if (near.length === 0) return place[stop];
        const weight = near.reduce((sum, piece) => sum + piece.value, 0);
        const pull = near.reduce((sum, p) => sum + p.value * place[leftToRight ? p.from : p.to], 0);
        return weight === 0 ? place[stop] : pull / weight;
      };
      const middles = new Map(column.map((stop) => [stop, middle(stop)]));
      column.sort((a, b) => middles.get(a)! - middles.get(b)! || a - b);
      settle(column);
    }
  }
  return columns;
}

/** Heights within the layers: pulled towards neighbours, pushed apart by `gap`, kept inside `height`. */
function placeColumns(
  columns: readonly number[][],
  stops: readonly Stop[],
  pieces: readonly Piece[],
  gap: number,
  height: number,
): void {
  for (const column of columns) {
    const total = column.reduce((sum, stop) => sum + stops[stop].slot + gap, -gap);
    let y = Math.max(0, (height - total) / 2);
    for (const stop of column) {
      stops[stop].y = y;
      y += stops[stop].slot + gap;
    }
  }
  const centre = (stop: number): number => stops[stop].y + stops[stop].slot / 2;
  for (let round = 0; round < 24; round++) {
    const forward = round % 2 === 0;
    for (const column of forward ? columns : [...columns].reverse()) {
      for (const stop of column) {
        const near = pieces.filter((piece) => (forward ? piece.to : piece.from) === stop);
        const weight = near.reduce((sum, piece) => sum + piece.value, 0);
        if (weight === 0) continue;
        const pull = near.reduce((sum, p) => sum + p.value * centre(forward ? p.from : p.to), 0) / weight;
        stops[stop].y += (pull - centre(stop)) * 0.7;
      }
      let y = 0;
      for (const stop of column) {
        stops[stop].y = Math.max(stops[stop].y, y);
        y = stops[stop].y + stops[stop].slot + gap;
      }
      let limit = height;
      for (const stop of [...column].reverse()) {
        stops[stop].y = Math.max(0, Math.min(stops[stop].y, limit - stops[stop].slot));
        limit = stops[stop].y - gap;
      }
    }
  }
}
