/**
 * How much does it help to have solved nearly the same program before?
 * In: a program, and two ways to solve. Out: the times of the same structure with other numbers: costs and limits moved by a
 * few percent each, solved from nothing and with what the solve before left.
 */
import type { Program } from '../src/program/program.ts';
import type { Solution } from '../src/solve/solver.ts';
import { type Spent, timed } from './timed.ts';

export interface Resolved {
  readonly cold: Attempt;
  readonly warm: Attempt;
}

interface Attempt {
  readonly status: Solution['status'];
  readonly iterations: number;
  readonly solve: Spent;
}

/** Largest change of a number. Costs move both ways; limits only loosen, so that what could hold still can. */
const MOST = 0.03;

/** −1 … 1 for a number of the program, the same in every run (splitmix32). */
function chance(label: number): number {
  let z = (label * 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return ((z ^ (z >>> 15)) >>> 0) / 2 ** 31 - 1;
}

/** The same for a figure: equal prices stay equal, since they come from one figure of the library. */
const bits = new DataView(new ArrayBuffer(8));
function chanceOf(figure: number): number {
  bits.setFloat64(0, figure);
  return chance(bits.getInt32(0) ^ bits.getInt32(4));
}

/**
 * Other prices, other limits. A price moves wherever it stands, the limits of a whole family (the battery's content, the
 * grid's hours) as one, as figures in a park file would; what must be made and what must be balanced stays.
 */
export function withOtherNumbers(program: Program): Program {
  const cost = program.cost.slice();
  const upper = program.upper.slice();
  program.columnFamilies.forEach(({ first, count }, label) => {
    const wider = 1 + MOST * Math.abs(chance(label));
    for (let column = first; column < first + count; column++) {
      cost[column] *= 1 + MOST * chanceOf(cost[column]);
      // A fixed size stays fixed.
      if (upper[column] > program.lower[column] && upper[column] > 0) upper[column] *= wider;
    }
  });
  return { ...program, cost, upper };
}

/** @param cold solves from nothing; `warm` remembers having solved `program`. */
export async function solveAgain(
  program: Program,
  cold: (program: Program) => Promise<Solution>,
  warm: (program: Program) => Promise<Solution>,
): Promise<Resolved> {
  const changed = withOtherNumbers(program);
  const attempt = async (solve: () => Promise<Solution>): Promise<Attempt> => {
    const [{ status, iterations }, spent] = await timed(solve);
    return { status, iterations, solve: spent };
  };
  return {
    cold: await attempt(() => cold(changed)),
    warm: await attempt(() => warm(changed)),
  };
}
