/**
 * What is a plant model? A table of parameters, a pure calculation, and (if it makes something) a recipe.
 * In: parameter values in the units of the table. Out: results in the units of the table; flows per unit of the
 * reference output. Every model is also a calculator on the command line.
 */
import type { Grade } from '../units/grade.ts';
import type { DrivenMachine } from './machine.ts';
import type { Turbine } from './turbine-table.ts';

/** Elements that the closure proof follows, plus `mass` (total mass, t per unit of commodity), and what people call them. */
export const ELEMENT_NAMES = {
  Al: 'aluminium',
  Na: 'sodium',
  C: 'carbon',
  F: 'fluorine',
  Fe: 'iron',
  Si: 'silicon',
  Ca: 'calcium',
  Cu: 'copper',
  Mg: 'magnesium',
  Mn: 'manganese',
  Zn: 'zinc',
  mass: 'mass',
} as const;
export type Element = keyof typeof ELEMENT_NAMES;
export const ELEMENTS = Object.keys(ELEMENT_NAMES) as readonly Element[];
/** What an alloy may be limited in. */
export const LIMITED_ELEMENTS = ELEMENTS.filter((element) => element !== 'mass');
/** Tonnes of each element in one unit of a commodity. What is not named is zero. */
export type Composition = Readonly<Partial<Record<Element, number>>>;

/** One parameter of a model. */
export interface Parameter {
  /** kebab-case, as written on the command line; in a park file spaces may stand for the dashes. */
  readonly key: string;
  readonly title: string;
  /** Unit of `default`, `physical` and `usual`; `1` for a pure share or count. */
  readonly unit: string;
  readonly default: number;
  /** Outside of it the model has no meaning: an error. */
  readonly physical: readonly [number, number];
  /** Outside of it the published range is left: a warning. */
  readonly usual: readonly [number, number];
  readonly source: string;
  readonly grade: Grade;
  /** Says why `physical` ends where it does; shown in the error. */
  readonly why?: string;
  /** For a choice among words: the value is the index of the word. */
  readonly choices?: readonly string[];
  /** Takes one value an hour; a single one holds for all hours. */
  readonly list?: true;
  /** A moment: ms since 1970-01-01 UTC, written as ISO 8601 (`2025-06-21T12:30+05:00`; without an offset it is UTC). */
  readonly moment?: true;
  /** It may be left out, and then this holds, in words; `default` is NaN. */
  readonly unsaid?: string;
  /** It changes with the hour: the calculator asks for it, in a park the weather year gives it. */
  readonly ofTheHour?: true;
}

export interface OutputSpec {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
}

/** A flow of a recipe, per unit of the plant's reference output: positive leaves the plant, negative enters it. */
export interface RecipeFlow {
  readonly commodity: string;
  readonly amount: number;
  /** For flows to air and the like: what made it ("anode consumption", "fuel", "limestone"). */
  readonly cause?: string;
  /** Composition per unit where the plant decides it (residue, mud); else the commodity's own. */
  readonly composition?: Composition;
}

/** A slice of the operating range with its own input need, in rising order of need (a convex input curve). */
export interface RecipeSegment {
  /** How much of nominal output this slice can give (0.05 = 5 % of capacity). */
  readonly share: number;
  /** Added to the recipe's flows for output made within this slice, per unit of reference output. */
  readonly extra: readonly RecipeFlow[];
}

export interface StatedLoss {
  readonly element: Element;
  /** t lost per unit of reference output. */
  readonly amount: number;
  readonly source: string;
}

export interface ModelRecipe {
  readonly flows: readonly RecipeFlow[];
  readonly segments?: readonly RecipeSegment[];
  readonly losses?: readonly StatedLoss[];
  /** Lowest output as a share of capacity that must run whenever the plant exists. */
  readonly minimumLoad?: number;
  /** A store inside the plant whose bounds scale with its capacity (the heat of a potline). */
  readonly inner?: {
    readonly commodity: string;
    /** Inflow per unit of capacity and hour that is always there (negative: standing loss). */
    readonly standing: number;
    /** Level bounds per unit of capacity. */
    readonly low: number;
    readonly high: number;
    /** Share of the level lost per hour. */
    readonly lossPerHour: number;
    /** Hours without any power after which the plant no longer starts by itself. */
    readonly endures?: number;
  };
}

export type Values = Readonly<Record<string, number>>;
/** Values by hour of the parameters that take lists, all of one length. */
export type Lists = Readonly<Record<string, readonly number[]>>;

/** Values that are each possible, but not together. The code has its sentence in `park/sentences/plants.ts`. */
export interface Conflict {
  readonly code: string;
  /** The parameters concerned. */
  readonly keys: readonly string[];
  /** Words for the sentence. */
  readonly particulars: Readonly<Record<string, string>>;
}

export interface Model {
  readonly name: string;
  readonly title: string;
  /** One or two sentences: what it answers, which equations, author and year. */
  readonly about: string;
  readonly parameters: readonly Parameter[];
  readonly outputs: readonly OutputSpec[];
  /** @param lists where some parameters take lists. */
  calculate(values: Values, lists?: Lists): Values;
  recipe?(values: Values): ModelRecipe;
  /** For a plant that the weather drives: what it is. @param curve the user's own power curve. */
  machine?(values: Values, curve?: Turbine): DrivenMachine;
  /** For a plant that makes a better ore of another: the analysis of what it makes, by the keys of `oreParameters`. */
  upgrades?(values: Values): Values;
  /** What the values, each possible by itself, make impossible together. */
  conflicts?(values: Values): readonly Conflict[];
}
