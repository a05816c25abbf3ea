/**
 * Where does the chance in a synthetic year come from?
 * In: words that name a stream (seed, variable, place in a lattice). Out: standard normal numbers, the same on every
 * machine. Streams of different names are independent, so asking for one more never changes another.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** 32-bit FNV-1a of a text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value;
}

/** The first `count` standard normal numbers of the named stream (Box and Muller 1958: they come in pairs). */
export function normalNumbers(name: string, count: number): Float64Array {
  const generator = xoroshiro128plus(hash(name));
  // Seeds that differ in few bits begin alike; a few steps part them.
  for (let step = 0; step < 16; step += 1) generator.next();
  const numbers = new Float64Array(count);
  for (let at = 0; at < count; at += 2) {
    const radius = Math.sqrt(-2 * Math.log(((generator.next() >>> 0) + 0.5) / 4294967296));
    const angle = (2 * Math.PI * (generator.next() >>> 0)) / 4294967296;
    numbers[at] = radius * Math.cos(angle);
    // Of an odd count the last one's partner falls off the end.
    numbers[at + 1] = radius * Math.sin(angle);
  }
  return numbers;
}

/** Probability that a standard normal number exceeds z; relative error below 1.2e-7 (Press et al. 1992, erfcc). */
export function exceedance(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const tail =
    0.5 *
    t *
    Math.exp(
      -x * x -
        1.26551223 +
        t *
          (1.00002368 +
            t *
              (0.37409196 +
                t *
                  (0.09678418 +
                    t *
                      (-0.18628806 +
                        t *
                          (0.27886807 +
                            t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
    );
  return z >= 0 ? tail : 1 - tail;
}
