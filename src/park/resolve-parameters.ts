/**
 * Which value has each parameter of a plant's model, and who said so?
 * In: `with:` of the park, the ore of the mine that feeds it, the library's overrides, the model's table. Out: one sourced
 * value for every parameter, in the model's own units; issues for what is unknown or out of range.
 */
import type { Parameter } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import type { Sourced } from '../units/grade.ts';
import { readAmountRange } from './amount.ts';
import { type Bounds, complain, type Desk, figure, libraryFigure } from './desk.ts';
import type { LibraryPlant } from './library.ts';
import { listed, nearest, numberOfWord, own, slug } from './name.ts';
import type { WrittenPlant } from './schema.ts';
import type { Figure } from './sheet.ts';
import { unitIssue } from './unit-issue.ts';
import { nearestPiece, type Path, writtenPath } from './written.ts';

/** `with:` entries that hold several parameters at once: form → its keys → what they end in. */
const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'heat-store': { 'down to': 'heat-down', 'up to': 'heat-up', 'recover within': 'recover-within' },
};

export function parametersOf(
  desk: Desk,
  path: Path,
  plant: LibraryPlant,
  written: WrittenPlant['with'],
  /** Analysis of the ore it works on, as far as the park says. */
  ore: Readonly<Record<string, Sourced>>,
): Readonly<Record<string, Sourced>> {
  const model = plant.model === undefined ? undefined : own(MODELS, plant.model);
  const table = (model?.parameters ?? []).filter(({ ofTheHour }) => ofTheHour !== true);
  const given = writtenParameters(desk, [...path, 'with'], plant, table, written);
  const values: Record<string, Sourced> = {};
  for (const parameter of table) {
    const { key } = parameter;
    const value =
      own(given, key) ??
      (plant.oreFrom === undefined ? undefined : own(ore, key)) ??
      ofLibrary(desk, path, plant, parameter) ??
      (parameter.unsaid === undefined ? defaultOf(parameter) : null);
    if (value !== null) values[key] = value;
  }
  return values;
}

const defaultOf = ({ default: value, unit, usual, source, grade, choices }: Parameter): Sourced => ({
  value,
  unit,
  ...(choices === undefined ? { range: usual } : { word: choices[value] }),
  source,
  grade,
});

/** The library's own value of a parameter; null where it has none. */
function ofLibrary(desk: Desk, path: Path, plant: LibraryPlant, parameter: Parameter): Sourced | null {
  const { key, unit, choices } = parameter;
  const value = own(plant.parameters, key);
  if (value === undefined) return null;
  if (choices === undefined) return libraryFigure(desk, path, value, { units: [unit], bare: unit });
  const at = numberOfWord(choices, String(value.value));
  return at < 0
    ? null
    : { value: at, word: choices[at], unit, source: value.source, grade: value.grade, note: value.note };
}

function writtenParameters(
  desk: Desk,
  path: Path,
  plant: LibraryPlant,
  table: readonly Parameter[],
  written: WrittenPlant['with'] = {},
): Record<string, Sourced> {
  const given: Record<string, Sourced> = {};
  const put = (at: Path, name: string, value: Figure): void => {
    const parameter =
      table.find(({ key }) => key === slug(name)) ?? table.find(({ title }) => slug(title) === slug(name));
    if (parameter === undefined) {
      unknown(at, name);
      return;
    }
    if (own(given, parameter.key) !== undefined) {
      complain(desk, 'doubled-parameter', 'error', at, { found: parameter.key }, 'key');
      return;
    }
    const read = parameterFigure(desk, at, parameter, value);
    if (read !== null) given[parameter.key] = read;
  };
  const unknown = (at: Path, name: string): void => {
    const keys = table.map(({ key }) => key.replaceAll('-', ' '));
    const near = nearest(name, keys);
    complain(
      desk,
      'unknown-parameter',
      'error',
      at,
      { found: name, plant: plant.id, near, expected: listed(keys, 40) },
      'key',
    );
  };
  for (const [name, value] of Object.entries(written)) {
    const at = [...path, name];
    const form = own(FORMS, slug(name));
    if (form !== undefined && typeof value === 'object') {
      for (const [key, target] of Object.entries(form)) {
        const part = (value as Readonly<Record<string, Figure | undefined>>)[key];
        if (part !== undefined) put([...at, key], target, part);
      }
      continue;
    }
    if (typeof value === 'object' && !('value' in value)) {
      unknown(at, name);
      continue;
    }
    const ends = ['low', 'high'].map((end) => table.find(({ key }) => key === `${slug(name)}-${end}`));
    if (ends[0] === undefined || ends[1] === undefined) put(at, name, value as Figure);
    else window(desk, at, value as Figure, [ends[0], ends[1]], given);
  }
  return given;
}

/** `75 % .. 105 %` for the two parameters that end in `-low` and `-high`. */
function window(
  desk: Desk,
  at: Path,
  value: Figure,
  [low, high]: readonly [Parameter, Parameter],
  given: Record<string, Sourced>,
): void {
  const text = String(typeof value === 'object' ? value.value : value);
  const read = readAmountRange(text, [low.unit], low.unit, desk.money);
  if (!read.ok) {
    desk.issues.push(
      unitIssue(read.fault, nearestPiece(desk.written, at).place, writtenPath(desk.written, at)),
    );
    return;
  }
  const { low: from, high: to } = read.value;
  for (const [parameter, amount] of [
    [low, from],
    [high, to],
  ] as const) {
    const end = `${amount.value / amount.perWritten} ${amount.writtenUnit}`;
    const each = parameterFigure(
      desk,
      at,
      parameter,
      typeof value === 'object' ? { ...value, value: end } : end,
    );
    if (each !== null) given[parameter.key] = each;
  }
}

/** In the physical range, or an error with the range and the reason; out of the usual one, a warning with the source. */
function parameterFigure(desk: Desk, at: Path, parameter: Parameter, value: Figure): Sourced | null {
  if (parameter.choices !== undefined) return chosenWord(desk, at, parameter, parameter.choices, value);
  const [low, high] = parameter.physical;
  const bounds: Bounds = { low, high, why: parameter.why ?? 'Outside of it the model has no meaning.' };
  const read = figure(desk, at, value, { units: [parameter.unit], bare: parameter.unit }, bounds);
  if (read === null) return null;
  const [from, to] = parameter.usual;
  // A value with a source of its own has been vouched for.
  if (typeof value !== 'object' && (read.value < from || read.value > to)) {
    const share = parameter.unit === '1';
    const show = (end: number) => `${Number((share ? end * 100 : end).toPrecision(6))}`;
    const expected = `${show(from)} .. ${show(to)} ${share ? '%' : parameter.unit}`;
    complain(desk, 'outside-usual', 'warning', at, { expected, source: parameter.source });
  }
  return read;
}

/** A choice among words. */
function chosenWord(
  desk: Desk,
  at: Path,
  { key, unit }: Parameter,
  choices: readonly string[],
  value: Figure,
): Sourced | null {
  const isLong = typeof value === 'object';
  const text = String(isLong ? value.value : value);
  const number = numberOfWord(choices, text);
  if (number >= 0)
    return {
      value: number,
      word: choices[number],
      unit,
      source: isLong ? value.source : `park file ${desk.file}`,
      grade: isLong ? (value.grade ?? 'published') : 'judgement',
    };
  const near = nearest(text, choices);
  complain(desk, 'parameter-choice', 'error', at, { key, found: text, expected: choices.join(', '), near });
  return null;
}

/** Values of the parameters as a model takes them. */
export function parameterValues(parameters: Readonly<Record<string, Sourced>>): Record<string, number> {
  return Object.fromEntries(Object.entries(parameters).map(([key, { value }]) => [key, value]));
}
