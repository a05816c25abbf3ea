/**
 * Is every figure of a library entry readable, in a unit that its place wants, and within its own range?
 * In: the library as built and an entry with its place. Out: issues.
 */

import { MODELS } from '../plants/models.ts';
import { readQuantity } from '../units/unit.ts';
import { readAmount, readAmountRange } from './amount.ts';
import type { Issue } from './issue.ts';
import type { Library } from './library.ts';
import type { LibraryFolder } from './library-schema.ts';
import { moneyTable } from './money-table.ts';
import { own } from './name.ts';
import { issue } from './sentences/catalogue.ts';
import { unitIssue } from './unit-issue.ts';
import {
  carbonWants,
  costWants,
  flowWants,
  HOURLY,
  plantCostWants,
  priceWants,
  renewalWants,
  type Wants,
  wantsOf,
  yearlyWants,
} from './wants.ts';
import { nearestPiece, type Path, pathText, type Written } from './written.ts';

/** One entry of the library with the piece of YAML that it came from. */
export interface Entry {
  readonly folder: LibraryFolder;
  readonly id: string;
  readonly data: unknown;
  readonly written: Written;
  /** Path of `written` in its file. */
  readonly prefix: Path;
}

/** Every figure and range reads, in a unit that its place wants. */
export function figureIssues(library: Library, entry: Entry): Issue[] {
  const issues: Issue[] = [];
  const money = moneyTable(library);
  walk(entry.data, [], (value, path) => {
    const wants = wantsAt(library, entry, path);
    if (wants === null) return;
    const piece = (key: string) => nearestPiece(entry.written, [...path, key]);
    const text = (key: string) => pathText([...entry.prefix, ...path, key]);
    const read = readAmount(value.value, wants.units, wants.bare, money);
    if (!read.ok) issues.push(unitIssue(read.fault, piece('value').place, text('value')));
    const quantity = readQuantity(String(value.value));
    if (read.ok && quantity.ok && quantity.value.money?.year === null) {
      issues.push(
        issue('price-year-missing', 'error', piece('value').place, {
          path: text('value'),
          found: String(value.value),
        }),
      );
    }
    if (value.range === undefined) return;
    const range = readAmountRange(value.range, wants.units, wants.bare, money);
    if (!range.ok) issues.push(unitIssue(range.fault, piece('range').place, text('range')));
    else if (read.ok && isOutside(read.value.value, range.value.low.value, range.value.high.value)) {
      issues.push(
        issue('outside-own-range', 'error', piece('range').place, {
          path: text('range'),
          found: String(value.value),
          expected: value.range,
        }),
      );
    }
  });
  return issues;
}

/** Outside by more than the rounding of conversions. */
function isOutside(value: number, low: number, high: number): boolean {
  const slack = 1e-9 * Math.abs(value);
  return value < low - slack || value > high + slack;
}

const OPERATION_UNITS: Readonly<Record<string, string>> = {
  repair: 'h',
  memory: 'h',
  unit: 'MW',
};

/** Shares, unless the figure is a time or a size. */
const operationWants = (key: string): Wants => {
  const unit = OPERATION_UNITS[key] ?? '1';
  return { units: [unit], bare: unit };
};

/** What unit a figure's place wants; null: the place takes any. */
function wantsAt(library: Library, { folder, data }: Entry, path: Path): Wants | null {
  const key = String(path.at(-1));
  const entry = data as Record<string, unknown>;
  if (folder === 'factors/deflator' || folder === 'factors/gwp') return { units: ['1'], bare: '1' };
  if (folder === 'factors/exchange') return null;
  if (folder === 'factors/operation') return operationWants(key);
  if (folder === 'plants') {
    const made = own(library.commodities, String(entry['makes']));
    const rated = entry['rated in'] as Library['plants'][string]['ratedIn'];
    if (path[0] === 'parameters') {
      const model = own(MODELS, String(entry['model']));
      const parameter = model?.parameters.find((each) => each.key === key);
      // A choice among words is checked with the model's parameters.
      return parameter === undefined || parameter.choices !== undefined
        ? null
        : { units: [parameter.unit], bare: parameter.unit };
    }
    const side = path.at(-2);
    if (side === 'in' || side === 'out' || side === 'charge') {
      const commodity = own(library.commodities, key);
      return commodity === undefined || made === undefined ? null : flowWants(commodity.unit, made.unit);
    }
    if (path[0] === 'losses' || path[0] === 'window') return { units: ['1'], bare: '1' };
    if (path[0] === 'cost') return plantCostWants(key, rated, made?.unit ?? 't');
    if (path[0] === 'renewals') return renewalWants(key, rated);
    return wantsOf(key, rated);
  }
  if (folder === 'stores') {
    const held = own(library.commodities, String(entry['holds']));
    // A store that holds what the park says is costed per tonne unless it says otherwise.
    const units = held === undefined ? (['t', 'MWh', 'm3'] as const) : ([held.unit] as const);
    if (path[0] === 'content cost' || path[0] === 'power cost') {
      const rate = path[0] === 'power cost';
      const all = units.flatMap((unit) => costWants(key, rate ? HOURLY[unit] : unit, unit).units);
      return { units: [...new Set(all)], bare: all[0] };
    }
    return key === 'staff' ? null : wantsOf(key, 'MW');
  }
  if (folder === 'skills') return { units: ['1'], bare: '1' };
  if (folder === 'links') {
    if (path[0] === 'cost') return costWants(key, 'MW km', 'MWh');
    if (path[0] === 'terminal cost') return costWants(key, 'MW', 'MWh');
    return wantsOf(key, 'MW');
  }
  const commodity = own(library.commodities, String(entry['commodity'] ?? entry['of']));
  if (commodity === undefined) return null;
  if (key === 'cost' || key === 'price') return priceWants(commodity.unit);
  if (key === 'carbon') return carbonWants(commodity.unit);
  if (key === 'max' || key === 'max bought' || key === 'max sold') return yearlyWants(commodity.unit);
  return wantsOf(key, 'MW');
}

interface Figure {
  readonly value: string | number;
  readonly range?: string;
  readonly source: string;
}

/** Visits every figure with its path. */
export function walk(thing: unknown, path: Path, visit: (value: Figure, path: Path) => void): void {
  if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) return;
  if ('value' in thing && 'source' in thing) visit(thing as Figure, path);
  // A feed is a figure with flows of its own below it.
  for (const [key, below] of Object.entries(thing)) walk(below, [...path, key], visit);
}
