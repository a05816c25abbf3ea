/**
 * The page of `browser.test.ts`: what the how-to tells a page to do, driven from outside.
 * In: the name of a program, a solver, and whether to cancel as soon as there is progress. Out: the answer, and times.
 */
import { solve } from './solve.js';

const LISTS = { Float64Array, Int32Array, Uint8Array };

/** ms; so long that a worker which does not listen is found out. */
const GRACE = 10_000;

async function programOf(name) {
  const [json, binary] = await Promise.all([fetch(`./${name}.json`), fetch(`./${name}.bin`)]);
  const bytes = await binary.arrayBuffer();
  return JSON.parse(await json.text(), (_, value) =>
    value?.list ? new LISTS[value.list](bytes, value.at, value.length) : value,
  );
}

globalThis.solveHere = async (name, solver, cancels) => {
  const program = await programOf(name);
  const began = performance.now();
  const stop = new AbortController();
  let told = 0;
  let cancelledAt = Number.NaN;
  const onProgress = () => {
    told += 1;
    if (!cancels || told > 1) return;
    cancelledAt = performance.now();
    stop.abort();
  };
  const { x, y, z, ...answer } = await solve(program, {
    solver,
    signal: stop.signal,
    onProgress,
    grace: GRACE,
  });
  const now = performance.now();
  return { ...answer, told, wall: (now - began) / 1000, sinceCancelled: (now - cancelledAt) / 1000 };
};

globalThis.exampleHere = async () => {
  const { status, objective, x } = (await import('./example.js')).solution;
  return { status, objective, x: Array.from(x) };
};
