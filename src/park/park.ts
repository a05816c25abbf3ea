/**
 * What does the user's park say, once every name is looked up and every quantity is in canonical units?
 * In: a park file and the library (see `read-park.ts`, `resolve.ts`). Out: one frozen value; nothing is implied any more
 * except what `assumed` lists. Canonical units: t, MWh, MW, h, km, m3, USD of the park's money year (money symbol kept
 * in `money`), shares as numbers between 0 and 1.
 */

import type { Composition, Element } from '../plants/model.ts';
import type { Sourced } from '../units/grade.ts';
import type { DayRange } from './hours.ts';
import type { Place } from './issue.ts';
import type { LibraryCommodity, LibraryLink, LibraryPlant, LibraryStore } from './library.ts';
import type { HourlyFile, TariffLine } from './resolve-hours.ts';

export interface Money {
  readonly currency: string;
  readonly year: number;
}

/** One silence that was filled in, to be listed in check, plan and report. */
export interface Assumption {
  readonly id: string;
  /** "caustic soda is bought at the library's price, 480 USD/t (judgement)". */
  readonly text: string;
  readonly path: string;
}

/** A size as written: fixed (min = max), a range, whole units, or free (0 .. Infinity). Canonical rate units. */
export interface SizeChoice {
  readonly min: number;
  readonly max: number;
  /** Size of one whole unit, if only whole units can be built. */
  readonly unit?: number;
  /** "30 d of smelter": hours of a plant's need or output at nameplate, turned into a size by the network. */
  readonly hoursOf?: { readonly hours: number; readonly plant: string };
  readonly existing: number;
  /** What the user wrote, for reports. */
  readonly written: string;
  /** True when the file fixes the size. */
  readonly fixed: boolean;
}

export interface ParkSite {
  readonly id: string;
  readonly title: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly region: string | null;
}

export interface ParkPhase {
  readonly id: string;
  readonly from: number;
}

/** Costs in canonical units of the park's money. */
export interface ParkCost {
  /** USD per capacity unit (see `ParkPlant.capacityUnit`). */
  readonly overnight: Sourced;
  /** USD per capacity unit and year. */
  readonly fixed: Sourced;
  /** USD per unit of reference output. */
  readonly variable: Sourced;
  /** a */
  readonly life: Sourced;
}

/** A recipe line as typed in library or park: signed (out +, in −), per unit of reference output. */
export interface ParkFlow {
  readonly commodity: string;
  readonly amount: Sourced;
  readonly cause?: string;
  /** True for `recipe:` of a park file: replaces what model and library say of this commodity instead of adding to it. */
  readonly replaces?: boolean;
  readonly composition?: Composition;
}

/** One of the feeds of a charge: its own line first, then what it needs and leaves beside the plant's recipe. */
export interface ParkCharge {
  readonly commodity: string;
  readonly flows: readonly ParkFlow[];
  /** Share of each element that is stated of the feed. */
  readonly analysis: Readonly<Partial<Record<Element, Sourced>>>;
}

/** How much of an element the product may hold. */
export interface ParkLimit {
  readonly element: Element;
  readonly side: 'at least' | 'at most';
  readonly share: Sourced;
  /** True where the park file says it, not the library. */
  readonly own: boolean;
}

/** A part that is renewed within the plant's life; it costs `cost` ÷ `life` a year. */
export interface ParkRenewal {
  readonly part: string;
  /** USD per capacity unit, each time. */
  readonly cost: Sourced;
  /** a */
  readonly life: Sourced;
}

/** One of the ores that a plant can work on. */
export interface ParkFeed {
  /** Stands in recipes for the commodity that the library calls `ore from`. */
  readonly commodity: string;
  readonly title: string;
  readonly parameters: Readonly<Record<string, Sourced>>;
}

/** What must be carried without wind and sun. */
export interface ParkFirmPower {
  readonly share: Sourced;
  /** h */
  readonly hours: Sourced;
  /** Names of what may be lost, one at a time. */
  readonly without: 'each' | readonly string[];
}

export interface ParkPlant extends Place {
  readonly id: string;
  readonly title: string;
  readonly library: LibraryPlant;
  readonly site: string;
  /** `t/h` (nameplate ÷ 8760), `MW` or `m3/h`. */
  readonly capacityUnit: 't/h' | 'MW' | 'm3/h';
  readonly capacity: SizeChoice;
  /** Reference output that must be made, per year, in units of the commodity; null when free. */
  readonly output: number | null;
  /** Falling short of `output` is allowed and counted as unserved, each unit valued at this much (USD). */
  readonly shortfallValue: number | null;
  /** Plant whose existing capacity can be turned into this one; null: built anew. */
  readonly converts: string | null;
  readonly firmPower: ParkFirmPower | null;
  /** All model parameters, filled from park, then library plant, then model default; in the model's own units. */
  readonly parameters: Readonly<Record<string, Sourced>>;
  /** File with the power curve of its turbines; null: the one that its parameters name. */
  readonly powerCurve: string | null;
  /** What it can work on, each with the model's parameters on it; the plan chooses. None where no ore is followed. */
  readonly feeds: readonly ParkFeed[];
  readonly flows: readonly ParkFlow[];
  /** Feeds of which the plan chooses the mixture; empty: the recipe is fixed. */
  readonly charge: readonly ParkCharge[];
  readonly window: readonly ParkLimit[];
  /** Stated losses: share of an element's inflow. */
  readonly losses: Readonly<Record<string, Sourced>>;
  readonly availability: Sourced;
  readonly minimumLoad: Sourced | null;
  readonly ramp: Sourced | null;
  readonly cost: ParkCost;
  readonly renewals: readonly ParkRenewal[];
  /** Persons per capacity unit. */
  readonly staff: Sourced;
  /** ha per capacity unit. */
  readonly land: Sourced | null;
  /** Oxide shares of the ore that a mine digs (`Al2O3`, `SiO2`, `reactive share of SiO2`, `Fe2O3`, `moisture` …). */
  readonly ore: Readonly<Record<string, number>> | null;
  /** t in the ground, for a mine. */
  readonly reserve: number | null;
}

export interface ParkStore extends Place {
  readonly id: string;
  readonly title: string;
  readonly library: LibraryStore;
  readonly site: string;
  readonly commodity: string;
  /** MWh or t. */
  readonly energy: SizeChoice;
  /** MW or t/h; null when the library gives power no cost. */
  readonly power: SizeChoice | null;
  readonly energyCost: ParkCost;
  readonly powerCost: ParkCost | null;
  /** Least content at all times. */
  readonly neverBelow: SizeChoice | null;
  readonly standingLoss: Sourced;
  readonly chargeEfficiency: Sourced;
  readonly dischargeEfficiency: Sourced;
  readonly staff: Sourced | null;
}

export interface ParkLink extends Place {
  readonly id: string;
  readonly title: string;
  readonly library: LibraryLink;
  readonly from: string;
  readonly to: string;
  /** km */
  readonly distance: number;
  readonly carries: readonly string[];
  /** MW; null for a link that is not rated. */
  readonly capacity: SizeChoice | null;
  /** Share lost over the whole distance. */
  readonly loss: Sourced;
  /** USD per unit carried over the whole distance. */
  readonly variable: Sourced;
  readonly cost: ParkCost | null;
  /** MWh per unit carried, whole distance. */
  readonly electricity: Sourced | null;
  /** Days of each year on which nothing passes. */
  readonly out: readonly DayRange[];
}

export interface ParkMarket extends Place {
  readonly id: string;
  readonly title: string;
  readonly side: 'buy' | 'sell';
  readonly commodity: string;
  /** null: at every site where it is needed or made. */
  readonly site: string | null;
  /** USD per unit; paid for `buy`, received for `sell`. */
  readonly price: Sourced;
  /** Units per year; Infinity when not limited. */
  readonly maxPerYear: number;
  readonly minPerYear: number;
  /** Units per hour (MW); Infinity when not limited. */
  readonly maxPerHour: number;
  /** t CO2e per unit bought. */
  readonly carbon: Sourced;
  readonly renewableShare: Sourced | null;
  /** Carbon-free share: one value, or 24, one for each hour of the day; null: the renewable one. */
  readonly cleanShare: readonly number[] | null;
  readonly to: string | null;
  /** Hours in which price or carbon differ; a later line goes before an earlier one, and all go before the file. */
  readonly tariff: readonly TariffLine[];
  readonly hourly: HourlyFile | null;
  /** USD per unit of the highest hourly rate and year; null: none. */
  readonly capacityCharge: Sourced | null;
  /** Days of each year on which nothing passes. */
  readonly out: readonly DayRange[];
  /** Set when the library, not the user, opened this market. */
  readonly assumed: boolean;
}

export interface ParkFate extends Place {
  readonly id: string;
  readonly of: string;
  readonly to: string;
  readonly title: string;
  readonly site: string | null;
  /** USD per unit, paid positive, received negative. */
  readonly cost: Sourced;
  /** Units per year. */
  readonly maxPerYear: number;
  /** Units over the whole horizon. */
  readonly space: number;
  readonly useful: boolean;
  readonly assumed: boolean;
}

export interface ParkClaim extends Place {
  readonly id: string;
  /** Name of a KPI, as written: `renewable capacity`. */
  readonly claim: string;
  readonly kpi: string;
  readonly value: number;
  readonly unit: string;
  readonly by: string | null;
  readonly written: string;
}

export interface ParkPromise extends Place {
  readonly id: string;
  readonly promise: string;
  readonly kpi: string;
  readonly sense: 'at least' | 'at most';
  /** Year → target, in the KPI's unit; a single target has the phase's first year (or `from`/`by`). */
  readonly targets: readonly { readonly year: number; readonly value: number }[];
  readonly unit: string;
  readonly countedBy: 'year' | 'month' | 'hour';
  readonly bind: boolean;
  readonly to: string | null;
  /** Labels such as staff categories. */
  readonly in: readonly string[];
  readonly written: string;
}

export type Objective =
  | { readonly kind: 'least cost' }
  | { readonly kind: 'greatest value' }
  | { readonly kind: 'least carbon' }
  | { readonly kind: 'trade off'; readonly carbonPrice: number };

export type WeatherChoice =
  | { readonly kind: 'synthetic'; readonly seed: number; readonly year: number }
  | {
      readonly kind: 'file';
      /** Of the whole park; null: none. */
      readonly file: string | null;
      /** By site, or by site and profile. */
      readonly files: Readonly<Record<string, string>>;
      readonly columns: Readonly<Record<string, string>>;
    };

export interface Park {
  readonly file: string;
  readonly title: string;
  readonly timeZone: string;
  readonly money: Money;
  readonly discountRate: Sourced;
  /** a */
  readonly horizon: number;
  /** One for each weather year of the plan; all count alike. */
  readonly weather: readonly [WeatherChoice, ...WeatherChoice[]];
  readonly phases: readonly ParkPhase[];
  readonly sites: readonly ParkSite[];
  readonly links: readonly ParkLink[];
  readonly plants: readonly ParkPlant[];
  readonly stores: readonly ParkStore[];
  readonly markets: readonly ParkMarket[];
  readonly fates: readonly ParkFate[];
  readonly claims: readonly ParkClaim[];
  readonly promises: readonly ParkPromise[];
  readonly objective: Objective;
  readonly assumed: readonly Assumption[];
  /** Ores with the analysis that the park gives them; beside or in place of the library's commodities. */
  readonly commodities: Readonly<Record<string, LibraryCommodity>>;
  /** The park after `extends` and `scenario`, keys sorted, comments gone: what the run's name is made from. */
  readonly canonical: string;
}
