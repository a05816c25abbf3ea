/**
 * What does the library know? Commodities, plants, stores, links, open markets, factors, sources.
 * In: the YAML texts of `library/` (see `read-library.ts`). Out: one frozen value, money still as written.
 */
import type { Composition } from '../plants/model.ts';
import type { Grade } from '../units/grade.ts';
import type { BalancePeriod } from '../units/time-grid.ts';

/**
 * A library value as written: number with unit, range in the same unit, source, grade.
 * Conversion to canonical units and to the park's money happens in `resolve`.
 */
export interface LibraryValue {
  /** As text, for example `13.2 MWh/t`, `1500 USD 2025/(t/a)`, `98.5 %`. */
  readonly value: string;
  /** As text, for example `1200 .. 1800 USD 2025/(t/a)`. */
  readonly range?: string;
  readonly source: string;
  readonly grade: Grade;
  readonly year?: number;
  readonly note?: string;
}

/** `service`: work that one plant does for another; it weighs nothing and is no material. */
export const COMMODITY_KINDS = [
  'energy',
  'material',
  'product',
  'waste',
  'service',
  'internal',
  'air',
] as const;
export type CommodityKind = (typeof COMMODITY_KINDS)[number];

export interface LibraryCommodity {
  readonly id: string;
  readonly title: string;
  /** `t`, `MWh` or `m3`. Tonnes are dry. */
  readonly unit: 't' | 'MWh' | 'm3';
  /** `none`: goes to or comes from air, never balanced, costs nothing. */
  readonly balance: BalancePeriod | 'none';
  readonly kind: CommodityKind;
  readonly colour: string;
  /** Fixed place in every stack: small is drawn first (must-run low). */
  readonly order: number;
  /** t of each element per unit; `mass` is t per unit (1 for a tonne). */
  readonly composition: Composition;
  /** Scrap of metal: left by plants (`new`) or collected after use (`old`). */
  readonly scrap?: 'new' | 'old';
  /** Where the composition comes from, and how good that evidence is. */
  readonly source?: string;
  readonly grade?: Grade;
  /** For greenhouse gases to air: t CO2e per unit comes from the GWP factors. */
  readonly gas?: 'CO2' | 'CF4' | 'C2F6';
  /** °C, of heat: how hot it is handed over. */
  readonly temperature?: number;
  readonly note?: string;
}

/** A flow as typed into a library recipe. */
export interface LibraryFlow extends LibraryValue {
  readonly cause?: string;
  readonly composition?: Composition;
}

/** One of the feeds that fill a plant's charge: so much of it for a unit of output that is made of it alone. */
export interface LibraryFeed extends LibraryFlow {
  /** What this feed needs and leaves beside what the plant needs and leaves in any case, per unit of output. */
  readonly inputs: Readonly<Record<string, LibraryFlow>>;
  readonly outputs: Readonly<Record<string, LibraryFlow>>;
}

/** How much of an element may be in the product, whatever the charge: element → share. */
export interface LibraryWindow {
  readonly atLeast: Readonly<Record<string, LibraryValue>>;
  readonly atMost: Readonly<Record<string, LibraryValue>>;
}

export interface LibraryCost {
  /** Money per unit of `rated in`, for example `USD 2025/(t/a)` or `USD 2025/kW`. */
  readonly overnight: LibraryValue;
  /** Per year: money per unit of `rated in`, or `% / a` of the overnight cost. */
  readonly fixed: LibraryValue;
  /** Money per unit of reference output; without purchased feeds and energy, which are flows. */
  readonly variable?: LibraryValue;
  readonly life: LibraryValue;
  /** n of C = C0 × (Q ÷ Q0)^n, against the plant's usual size; for the reader, since the plan is linear. */
  readonly scaleExponent?: LibraryValue;
  /** What building in Kazakhstan costs against the source's place; for the reader, the overnight cost has it. */
  readonly locationFactor?: LibraryValue;
}

/** A part that is renewed within the plant's life: linings, flues, batteries. */
export interface LibraryRenewal {
  /** Money per unit of `rated in`, each time. */
  readonly cost: LibraryValue;
  /** Time between two renewals; absent: the model's parameter says. */
  readonly life?: LibraryValue;
  /** Parameter of the plant's model that is the life. */
  readonly lifeFrom?: string;
}

/** Share of capacity that a new plant reaches in its first years. */
export interface StartUp {
  readonly firstYear: LibraryValue;
  readonly secondYear: LibraryValue;
  readonly thirdYear: LibraryValue;
}

/** Share of a crew by skill; the first four are those of Kazakh work permits. */
export interface SkillProfile {
  readonly id: string;
  readonly title: string;
  readonly skills: Readonly<Record<Skill, LibraryValue>>;
}
export const SKILLS = ['heads', 'division heads', 'specialists', 'skilled workers', 'other workers'] as const;
export type Skill = (typeof SKILLS)[number];

/** `plant: wind-farm` and the like. One YAML file each under `library/plants/`. */
export interface LibraryPlant {
  readonly id: string;
  readonly title: string;
  /** Chain group: `mine`, `alumina`, `carbon`, `metal`, `cast`, `semis`, `recycling`, `residue`, `power`, `heat`, … */
  readonly group: string;
  /** Reference output (or, for a plant whose job is to take something, its reference input). */
  readonly makes: string;
  /** The trade's rating: `t/a` (nameplate at availability) or `MW` (rated power), `m3/a`. */
  readonly ratedIn: 't/a' | 'MW' | 'm3/a';
  /** Over what period its output may be taken as constant. */
  readonly period: BalancePeriod;
  readonly about?: string;
  readonly model?: string;
  /** Overrides of the model's own defaults (key → value). */
  readonly parameters: Readonly<Record<string, LibraryValue>>;
  /** Model parameters that follow the composition of this commodity in the park (`ore:` of its mine). */
  readonly oreFrom?: string;
  /** Typed recipe per unit of reference output, added to the model's (amounts positive). */
  readonly inputs: Readonly<Record<string, LibraryFlow>>;
  readonly outputs: Readonly<Record<string, LibraryFlow>>;
  /** Feeds of which the plan chooses the mixture, by commodity; none: the recipe is fixed. */
  readonly charge: Readonly<Record<string, LibraryFeed>>;
  readonly window: LibraryWindow;
  /** Stated loss per element as a share of that element's inflow (at most 2 %). */
  readonly losses: Readonly<Record<string, LibraryValue>>;
  readonly availability?: LibraryValue;
  readonly minimumLoad?: LibraryValue;
  /** Share of capacity per hour. */
  readonly ramp?: LibraryValue;
  /** Hourly availability comes from the weather: `wind`, `wind-low`, `solar-fixed`, `solar-tracked`, … */
  readonly profile?: string;
  readonly cost: LibraryCost;
  /** What it costs to make it of a plant that stands, per unit of `rated in`. */
  readonly conversion?: LibraryValue;
  /** Part → its renewal. */
  readonly renewals: Readonly<Record<string, LibraryRenewal>>;
  /** One line, train, mill or unit as the trade builds it; its range is from the least to the most. */
  readonly usualSize?: LibraryValue;
  /** What is added at a time. */
  readonly step?: LibraryValue;
  /** What is usually stored between it and its neighbours, in days of its output. */
  readonly storage?: LibraryValue;
  readonly startUp?: StartUp;
  /** Id of a skill profile. */
  readonly skills?: string;
  /** Permanent jobs per unit of `rated in` (written `persons/(kt/a)`, `persons/MW`). */
  readonly staff: LibraryValue;
  readonly land?: LibraryValue;
  readonly buildTime?: LibraryValue;
  readonly renewable: boolean;
}

export interface LibraryStore {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** Commodity held; absent: named in the park by `of:` (silo). */
  readonly holds?: string;
  /** Per hour. */
  readonly standingLoss?: LibraryValue;
  /** One-way. */
  readonly chargeEfficiency: LibraryValue;
  readonly dischargeEfficiency: LibraryValue;
  /** Cost of the content, money per MWh or t. */
  readonly energyCost: LibraryCost;
  /** Cost of the power (charge and discharge share it), money per MW or t/h; absent: free and unlimited. */
  readonly powerCost?: LibraryCost;
  readonly staff?: LibraryValue;
}

export interface LibraryLink {
  readonly id: string;
  readonly title: string;
  /** `rail`: money per t and km; `line`: capacity cost per MW and km. */
  readonly rated: boolean;
  /** What it carries when the park does not say. */
  readonly carries?: readonly string[];
  /** Share lost per km. */
  readonly lossPerKm: LibraryValue;
  /** Money per (unit · km). */
  readonly variablePerKm?: LibraryValue;
  /** Money per (MW · km), only when rated. */
  readonly cost?: LibraryCost;
  /** Share lost at both ends together, however long the way is; and money per MW of both ends. */
  readonly terminalLoss?: LibraryValue;
  readonly terminalCost?: LibraryCost;
  /** Electricity used, MWh per (t · km), drawn at the receiving site. */
  readonly electricityPerKm?: LibraryValue;
}

export interface LibraryMarket {
  /** `grid electricity`, `caustic soda`, `billet` … */
  readonly id: string;
  readonly commodity: string;
  readonly title: string;
  /** Paid when bought. */
  readonly cost?: LibraryValue;
  /** Received when sold. */
  readonly price?: LibraryValue;
  /** The most that is bought, or sold, in a year, when the park does not say. */
  readonly maxBought?: LibraryValue;
  readonly maxSold?: LibraryValue;
  /** Emissions of making what is bought, t CO2e per unit. */
  readonly carbon?: LibraryValue;
  /** Share of renewable supply in what is bought (grid). */
  readonly renewableShare?: LibraryValue;
}

/** The last fate of a waste that the park does not mention, and uses that a park may name. */
export interface LibraryFate {
  readonly id: string;
  readonly of: string;
  readonly title: string;
  /** Paid (positive) for getting rid of one unit. */
  readonly cost?: LibraryValue;
  /** Received. */
  readonly price?: LibraryValue;
  /** The most that it takes in a year, when the park does not say. */
  readonly max?: LibraryValue;
  /** True for the one that takes what nothing else takes. */
  readonly last: boolean;
  /** Counts as used rather than stored. */
  readonly useful: boolean;
  readonly note?: string;
}

export interface LibrarySource {
  readonly key: string;
  readonly reference: string;
  readonly note?: string;
}

export interface Library {
  readonly commodities: Readonly<Record<string, LibraryCommodity>>;
  readonly plants: Readonly<Record<string, LibraryPlant>>;
  readonly stores: Readonly<Record<string, LibraryStore>>;
  readonly links: Readonly<Record<string, LibraryLink>>;
  readonly markets: Readonly<Record<string, LibraryMarket>>;
  readonly fates: Readonly<Record<string, LibraryFate>>;
  readonly skills: Readonly<Record<string, SkillProfile>>;
  readonly sources: Readonly<Record<string, LibrarySource>>;
  /** Exchange rates to USD and price deflators (USD), by year; global warming potentials by set. */
  readonly factors: {
    readonly exchange: Readonly<Record<string, Readonly<Record<string, LibraryValue>>>>;
    readonly deflator: Readonly<Record<string, LibraryValue>>;
    readonly gwp: Readonly<Record<string, Readonly<Record<string, LibraryValue>>>>;
    /** What an operator does not know: `forecast of wind`, `outages of gas-turbine`, `pots` → figures. */
    readonly operation: Readonly<Record<string, Readonly<Record<string, LibraryValue>>>>;
  };
  /** Hash input: the texts it was read from, sorted by path. */
  readonly texts: Readonly<Record<string, string>>;
}
