/**
 * How is one key of the language defined? Shape, unit, what stands when it is left out, and help, in one place.
 * In: a table of keys. Out: the zod shape that reads it. Types, JSON Schema, forms and reference pages come from the
 * same table, so none of them can drift.
 */
import { z } from 'zod';
import { GRADES } from '../units/grade.ts';
import { SOME_LINE, SOME_TEXT } from './hidden.ts';

export interface Key<S extends z.ZodType = z.ZodType> {
  /** Optional keys carry `.optional()`. */
  readonly shape: S;
  /** Unit of a bare number. */
  readonly unit?: string;
  /** What stands when the key is left out, in words or as it would be written. */
  readonly fallback?: string;
  readonly help: string;
}

export type Keys = Readonly<Record<string, Key>>;
type Shapes<K extends Keys> = { [P in keyof K]: K[P]['shape'] };

export interface Sheet<K extends Keys = Keys> {
  readonly title: string;
  readonly about: string;
  readonly keys: K;
  readonly shape: z.ZodObject<Shapes<K>, z.core.$strict>;
}

/** What hovers over a key in an editor. */
export function keyText({ help, unit, fallback }: Key): string {
  const share = unit === '1' ? ' A bare number is a share: 0.8 is 80 %.' : undefined;
  const bare = unit === undefined ? '' : (share ?? ` A bare number is in ${unit}.`);
  const silent = fallback === undefined ? '' : ` Left out: ${fallback}.`;
  return `${help}${bare}${silent}`;
}

export function sheet<K extends Keys>(title: string, about: string, keys: K): Sheet<K> {
  const shapes = Object.fromEntries(
    Object.entries(keys).map(([key, definition]) => [
      key,
      definition.shape.meta({ description: keyText(definition) }),
    ]),
  ) as unknown as Shapes<K>;
  // The id makes the JSON Schema say each sheet once.
  const id = title.toLowerCase().replaceAll(' ', '-');
  return { title, about, keys, shape: z.strictObject(shapes).meta({ description: about, id }) };
}

/** Says in words what a union or text wants; used in messages and shown in the JSON Schema's title. */
export function expects<S extends z.ZodType>(shape: S, words: string): S {
  return shape.meta({ title: words }) as S;
}

/** Words that `expects` gave to a shape, or a plain word for its type. */
export function expectedBy(shape: z.ZodType | undefined): string {
  return shape?.meta()?.title ?? '';
}

/** Names of sites, plants and so on: letters, digits, spaces and dashes; dots and slashes have other work. */
export const NAME = z
  .string()
  .max(80)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _()+,'&-]*$/u)
  .meta({ title: 'a name of letters, digits, spaces and dashes' });

/** `site/profile`: which series of a weather file is meant. */
export const SERIES_NAME = z
  .string()
  .max(161)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _()+,'&-]*\/[\p{L}\p{N}][\p{L}\p{N} _()+,'&-]*$/u)
  .meta({ title: 'a site and a profile such as steppe/wind' });

/** Text of one or more lines that says something and hides nothing (see `hidden.ts`). */
export const words = (what = 'words') => expects(z.string().max(2000).regex(SOME_TEXT), what);
/** The same on one line: titles stand in tables and on terminals. */
export const title = (what = 'a title') => expects(z.string().max(2000).regex(SOME_LINE), what);
export const list = <S extends z.ZodType>(item: S) => z.array(item).max(1000);
export const named = <S extends z.ZodType>(shape: S) => z.record(NAME, shape);

const plainFigure = z.union([z.string().max(200), z.number()]);

export const OVERRIDE = sheet(
  'A value with its source',
  'A figure that overrides the library and says where it comes from.',
  {
    value: {
      shape: expects(plainFigure, 'a quantity such as 13.2 MWh/t'),
      help: 'The figure with its unit.',
    },
    source: {
      shape: words('where the figure comes from'),
      help: 'Who says so, and when: `vendor offer 2026-03`.',
    },
    range: {
      shape: words('a range such as 12.9 .. 13.8 MWh/t').optional(),
      help: 'Low and high end of what is usual.',
    },
    grade: {
      shape: z.enum(GRADES).optional(),
      fallback: 'published',
      help: 'How good the evidence is: published, derived, standard, judgement or assumption.',
    },
    year: { shape: z.int().optional(), help: 'Year of the source.' },
    note: { shape: words().optional(), help: 'What to know when reading it.' },
  },
);

/** `13.2 MWh/t`, `13.2`, or `{ value: 13.2 MWh/t, source: vendor offer 2026-03 }`. */
export const figure = (example: string) =>
  expects(z.union([plainFigure, OVERRIDE.shape]), `a quantity such as ${example}`);
export type Figure = string | number | z.infer<typeof OVERRIDE.shape>;
