/**
 * One plant model as a calculator: `cell-voltage=4.1`, `current-efficiency=94.5%`, `line-current=400kA,450kA`.
 * In: a model and `key=value` words. Out: inputs and outputs with units and warnings; or every mistake at once.
 * A bare number takes the unit that the model lists. A list (`1,2` or `[1,2]`) calculates one case for each value; a parameter that
 * goes by hours takes it as a whole.
 */
import type { Issue } from '../park/issue.ts';
import { nearest, numberOfWord, slug } from '../park/name.ts';
import { unitIssue } from '../park/unit-issue.ts';
import { checkTogether, checkValues } from '../plants/check-values.ts';
import type { Model, Parameter, Values } from '../plants/model.ts';
import { convert, readQuantity, showQuantity } from '../units/unit.ts';
import { readTime } from '../weather/time-text.ts';
import { faceIssue } from './face-issue.ts';
import { issueJson } from './issue-text.ts';
import { textTable } from './text-table.ts';

/** A word where there is a choice; null where the formula gives no number. */
type Single = number | string | null;

export interface Amount {
  readonly value: Single | readonly Single[];
  readonly unit: string;
}

export interface Calculation {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Amount>>;
  readonly outputs: Readonly<Record<string, Amount>>;
  readonly warnings: readonly Issue[];
}

export type Calculated = { ok: true; value: Calculation } | { ok: false; issues: readonly Issue[] };

type ReadNumber = { ok: true; value: number } | { ok: false; issue: Issue };

const BARE = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Shares are told as per cent; counts and ratios, whose usual range goes far beyond 1, as plain numbers. */
const shownUnit = ({ unit, usual }: Parameter) => (unit === '1' && Math.abs(usual[1]) > 1.5 ? '' : unit);

/** A choice and a moment are words; null where nothing was said. */
function wordOf({ choices, moment }: Parameter, value: number): string | null {
  if (choices !== undefined) return choices[value] ?? null;
  return moment === true ? new Date(value).toISOString().replace('.000', '') : null;
}

/** As shown to people: a word where there is one, else the value with its unit. */
export const showParameter = (parameter: Parameter, value: number): string =>
  parameter.unsaid !== undefined && Number.isNaN(value)
    ? parameter.unsaid
    : (wordOf(parameter, value) ?? showQuantity(value, shownUnit(parameter)));

export function showRange(parameter: Parameter, [low, high]: readonly [number, number]): string {
  if (parameter.choices !== undefined) return parameter.choices.join(', ');
  return `${showParameter(parameter, low)} .. ${Number.isFinite(high) ? showParameter(parameter, high) : 'any'}`;
}

/** A model's parameters with default, usual range and source, for people. */
export function parameterTable(model: Model): string {
  const rows = model.parameters.map((parameter) => [
    `  ${parameter.key}`,
    showParameter(parameter, parameter.default),
    showRange(parameter, parameter.usual),
    `${parameter.source} (${parameter.grade})`,
    parameter.title,
  ]);
  return textTable(['  parameter', 'default', 'usual range', 'source', ''], rows, [1]);
}

/** One value of a list, in the parameter's own unit; for a choice the index of the word, for a moment its ms. */
function readNumber(parameter: Parameter, text: string): ReadNumber {
  const { key, unit, choices } = parameter;
  const place = { path: key, key };
  if (choices !== undefined) {
    const index = numberOfWord(choices, text);
    if (index >= 0) return { ok: true, value: index };
    const near = nearest(text, choices);
    const issue = faceIssue('parameter-choice', {
      ...place,
      found: text,
      expected: choices.join(', '),
      near,
    });
    return { ok: false, issue };
  }
  if (parameter.moment === true) {
    const time = readTime(text);
    if (!Number.isNaN(time)) return { ok: true, value: time };
    return { ok: false, issue: faceIssue('parameter-moment', { ...place, found: text }) };
  }
  if (BARE.test(text)) return { ok: true, value: Number(text) };
  const read = readQuantity(text);
  if (!read.ok) return { ok: false, issue: unitIssue(read.fault, {}, key) };
  const converted = convert(read.value.value, read.value.unit, unit);
  return converted.ok ? converted : { ok: false, issue: unitIssue(converted.fault, {}, key) };
}

/** An error outside of the physical range, a warning outside of the usual one. */
function judge(model: Model, parameter: Parameter, value: number): Issue[] {
  const { key } = parameter;
  return checkValues(model, { [key]: value }).map(({ kind, low, high, why, source }) => {
    const found = showParameter(parameter, value);
    const particulars = { path: key, key, found, expected: showRange(parameter, [low, high]) };
    return kind === 'physical'
      ? faceIssue('parameter-impossible', { ...particulars, why: why === '' ? undefined : why })
      : faceIssue('parameter-unusual', { ...particulars, source }, 'warning');
  });
}

/** `1,2,3`, or as JSON writes it: `[1,2,3]`. */
const listIn = (text: string): string[] =>
  text
    .trim()
    .replace(/^\[(.*)\]$/su, '$1')
    .split(',');

/** `key=value` words → key → values, one for each case. */
function readWords(model: Model, words: readonly string[]) {
  const byKey = new Map(model.parameters.map((parameter) => [parameter.key, parameter]));
  const given = new Map<string, number[]>();
  const issues: Issue[] = [];
  for (const word of words) {
    const cut = word.indexOf('=');
    const key = slug(cut < 0 ? word : word.slice(0, cut));
    const parameter = byKey.get(key);
    if (parameter === undefined) {
      const near = nearest(key, [...byKey.keys()]);
      const expected = [...byKey.keys()].join(', ');
      issues.push(
        faceIssue('parameter-unknown', { path: key, model: model.name, found: key, expected, near }),
      );
      continue;
    }
    if (cut < 0) {
      const example = parameter.unsaid === undefined ? parameter.default : parameter.usual[0];
      const expected = `${key}=${wordOf(parameter, example) ?? example}`;
      issues.push(faceIssue('parameter-without-value', { path: key, key, found: 'nothing', expected }));
      continue;
    }
    if (given.has(key)) issues.push(faceIssue('parameter-twice', { path: key, key }));
    const values: number[] = [];
    for (const part of listIn(word.slice(cut + 1))) {
      const read = readNumber(parameter, part.trim());
      if (!read.ok) issues.push(read.issue);
      else {
        values.push(read.value);
        issues.push(...judge(model, parameter, read.value));
      }
    }
    given.set(key, values);
  }
  return { given, issues };
}

/** Number of cases: 1, or the common length of the lists; null when they differ. */
function caseCount(given: ReadonlyMap<string, readonly number[]>): number | null {
  const lengths = [
    ...new Set([...given.values()].map((values) => values.length).filter((length) => length > 1)),
  ];
  return lengths.length > 1 ? null : (lengths[0] ?? 1);
}

export function calculate(model: Model, words: readonly string[]): Calculated {
  const { given, issues } = readWords(model, words);
  const cases = caseCount(given);
  if (cases === null) {
    const found = [...given].map(([key, values]) => `${key} ${values.length}`).join(', ');
    issues.push(faceIssue('lists-differ', { found }));
  }
  if (cases === null || issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };

  const byHour = model.parameters.filter(({ list }) => list === true);
  // Lists by hour are one case; all of them are as long as the longest.
  const count = byHour.length > 0 ? 1 : cases;
  const valuesOf = ({ key, default: usual }: Parameter, length: number): number[] => {
    const values = given.get(key) ?? [usual];
    return values.length === 1 ? Array(length).fill(values[0]) : values;
  };
  const lists = Object.fromEntries(byHour.map((parameter) => [parameter.key, valuesOf(parameter, cases)]));
  const inputCases: Values[] = Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      model.parameters.map((parameter) => [parameter.key, valuesOf(parameter, cases)[index]]),
    ),
  );
  const conflicts = inputCases
    .flatMap((values) => checkTogether(model, values))
    .map(({ code, keys, particulars }) => faceIssue(code, { ...particulars, path: keys.join(', ') }));
  if (conflicts.length > 0) return { ok: false, issues: [...issues, ...conflicts.slice(0, 1)] };
  const outputCases = inputCases.map((values) => model.calculate(values, lists));
  const finite = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? value : null;
  const listed = (values: readonly Single[]) => (count === 1 ? values[0] : values);
  const inputs = model.parameters.map((parameter) => {
    const { key, unit, list } = parameter;
    if (list === true) return [key, { value: lists[key], unit }] as const;
    const values = inputCases.map((one) => {
      const value = finite(one[key]);
      return value === null ? null : (wordOf(parameter, value) ?? value);
    });
    return [key, { value: (given.get(key)?.length ?? 1) > 1 ? values : values[0], unit }] as const;
  });
  const outputs = model.outputs.map(({ key, unit }) => {
    const values = outputCases.map((one) => finite(one[key]));
    return [key, { value: listed(values), unit }] as const;
  });
  const undefinedKeys = model.outputs.filter(({ key }) =>
    outputCases.some((one) => finite(one[key]) === null),
  );
  const warnings = undefinedKeys.map(({ key }) =>
    faceIssue('result-undefined', { path: key, key }, 'warning'),
  );
  return {
    ok: true,
    value: {
      name: model.name,
      inputs: Object.fromEntries(inputs),
      outputs: Object.fromEntries(outputs),
      warnings: [...issues, ...warnings],
    },
  };
}

/** As printed by `calc --json`. */
export const calculationJson = (calculation: Calculation) => ({
  ...calculation,
  warnings: calculation.warnings.map(issueJson),
});
