/**
 * How is chance shared between places?
 * In: a seed, a variable, a place. Out: a series of standard normal numbers for that place, alike for near places and
 * independent for far ones. It depends on seed, variable and place only: neither the name of a site nor the other sites
 * of the park matter, so a site more or in another order changes nothing elsewhere.
 *
 * Method: independent streams sit on cubic lattices in space (corners of three sizes); a place takes the mean of the
 * eight corners around it, weighted by nearness and scaled to unit variance. Correlation between places falls roughly as
 * exp(−distance ÷ reach).
 */
import { normalNumbers } from './normal-stream.ts';

const EARTH = 6371;
const RAD = Math.PI / 180;

/** Lattice sizes as multiples of the reach, and their shares of the variance; fitted to exp(−d/reach). */
const SCALES = [
  { size: 1 / 3, share: 0.25 },
  { size: 1, share: 0.42 },
  { size: 2.7, share: 0.33 },
] as const;

export interface Place {
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
}

/** km from the Earth's centre. */
function inSpace(place: Place): readonly [number, number, number] {
  const across = EARTH * Math.cos(place.latitude * RAD);
  return [
    across * Math.cos(place.longitude * RAD),
    across * Math.sin(place.longitude * RAD),
    EARTH * Math.sin(place.latitude * RAD),
  ];
}

/** Distance over the ground, km. */
export function distanceBetween(a: Place, b: Place): number {
  const [x, y, z] = inSpace(a);
  const [u, v, w] = inSpace(b);
  const chord = Math.hypot(x - u, y - v, z - w);
  return 2 * EARTH * Math.asin(Math.min(1, chord / (2 * EARTH)));
}

interface Corner {
  readonly name: string;
  readonly weight: number;
}

/** The lattice corners that a place listens to; squares of the weights sum to one. */
function corners(place: Place, reach: number): Corner[] {
  const point = inSpace(place);
  const found: Corner[] = [];
  for (const { size, share } of SCALES) {
    const cells = point.map((each) => each / (size * reach));
    const low = cells.map(Math.floor);
    const near: Corner[] = [];
    for (let corner = 0; corner < 8; corner += 1) {
      const step = [corner & 1, (corner >> 1) & 1, (corner >> 2) & 1];
      const weight = step.reduce((product, up, axis) => {
        const along = cells[axis] - low[axis];
        return product * (up === 1 ? along : 1 - along);
      }, 1);
      const node = step.map((up, axis) => low[axis] + up).join(',');
      near.push({ name: `${size}:${node}`, weight });
    }
    const length = Math.sqrt(near.reduce((sum, each) => sum + each.weight * each.weight, 0));
    for (const each of near) {
      found.push({ name: each.name, weight: (each.weight / length) * Math.sqrt(share) });
    }
  }
  return found;
}

/** Streams already drawn, so that sites that share a corner draw it once. */
export type Drawn = Map<string, Float64Array>;

function draw(drawn: Drawn, name: string, count: number): Float64Array {
  const key = `${name}#${count}`;
  const values = drawn.get(key) ?? normalNumbers(name, count);
  drawn.set(key, values);
  return values;
}

/** `count` independent standard normal numbers for a place. @param reach km at which correlation has fallen to 1/e. */
export function whiteNoise(
  drawn: Drawn,
  seed: number,
  variable: string,
  place: Place,
  reach: number,
  count: number,
): Float64Array {
  const noise = new Float64Array(count);
  for (const { name, weight } of corners(place, reach)) {
    if (weight < 1e-3) continue;
    const values = draw(drawn, `${seed}/${variable}/${name}`, count);
    for (let at = 0; at < count; at += 1) noise[at] += weight * values[at];
  }
  return noise;
}

/** Noise with memory: unit variance, correlation exp(−steps ÷ memory) between steps (Ornstein and Uhlenbeck 1930). */
export function withMemory(noise: Float64Array, memory: number): Float64Array {
  const keep = Math.exp(-1 / memory);
  const add = Math.sqrt(1 - keep * keep);
  const series = new Float64Array(noise.length);
  let level = noise.length > 0 ? noise[0] : 0;
  series[0] = level;
  for (let at = 1; at < noise.length; at += 1) {
    level = keep * level + add * noise[at];
    series[at] = level;
  }
  return series;
}
