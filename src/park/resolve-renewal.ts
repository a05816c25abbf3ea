/**
 * Which parts of a plant are renewed within its life, how often, at what cost?
 * In: `renewals:` of the library and the park, the parameters of the plant's model. Out: cost and life in canonical units; a life
 * that the model knows (that of a pot) is taken from there, so that cost, materials and waste follow one figure.
 */
import type { Sourced } from '../units/grade.ts';
import { convert } from '../units/unit.ts';
import { complain, type Desk, figure, libraryFigure, NOT_NEGATIVE, pick } from './desk.ts';
import type { LibraryPlant } from './library.ts';
import { listed, nearest, slug } from './name.ts';
import type { ParkRenewal } from './park.ts';
import type { WrittenPlant } from './schema.ts';
import { renewalWants } from './wants.ts';
import type { Path } from './written.ts';

const LIFE = {
  low: 1 / 12,
  high: 200,
  why: 'Nothing is renewed more often than each month, and nobody plans for more than 200 years.',
};

export function renewalsOf(
  desk: Desk,
  path: Path,
  written: WrittenPlant['renewals'] = {},
  library: LibraryPlant,
  parameters: Readonly<Record<string, Sourced>>,
): ParkRenewal[] {
  const known = Object.keys(library.renewals);
  for (const part of Object.keys(written)) {
    if (known.some((each) => slug(each) === slug(part))) continue;
    const near = nearest(part, known);
    const particulars = { found: part, plant: library.id, near, expected: listed(known) };
    complain(desk, 'unknown-renewal', 'error', [...path, part], particulars, 'key');
  }
  return Object.entries(library.renewals).flatMap(
    ([part, { cost: libraryCost, life: libraryLife, lifeFrom }]) => {
      const [name, own] = Object.entries(written).find(([each]) => slug(each) === slug(part)) ?? [part, {}];
      const at = [...path, name];
      const wants = (key: string) => renewalWants(key, library.ratedIn);
      const cost = pick(desk, [...at, 'cost'], own.cost, libraryCost, wants('cost'), NOT_NEGATIVE);
      const life =
        own.life !== undefined
          ? figure(desk, [...at, 'life'], own.life, wants('life'), LIFE)
          : lifeFrom === undefined
            ? libraryLife && libraryFigure(desk, [...at, 'life'], libraryLife, wants('life'))
            : inYears(parameters[lifeFrom]);
      return cost === null || life === null || life === undefined ? [] : [{ part, cost, life }];
    },
  );
}

/** A parameter of the model in its own unit of time, as years. */
function inYears({ value, range, unit, ...rest }: Sourced): Sourced | null {
  const years = (time: number): number => {
    const read = convert(time, unit, 'a');
    return read.ok ? read.value : Number.NaN;
  };
  return {
    ...rest,
    value: years(value),
    unit: 'a',
    ...(range === undefined ? {} : { range: [years(range[0]), years(range[1])] as const }),
  };
}
