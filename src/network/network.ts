/**
 * The park as nodes and processes: what is balanced where and when, who moves it, how large each may be, what it costs.
 * In: park, library, weather series, time grids (see `build-network.ts`). Out: one frozen value. The program, the plan,
 * the verification and the accounts read this and nothing of the park file.
 *
 * Everything that has an activity is a process: plants, purchases, sales, fates, links, trims. A shared rule never asks
 * which of them it has before it.
 */

import type { LibraryCommodity } from '../park/library.ts';
import type { Assumption, Money, Objective, ParkClaim, ParkPromise, ParkSite } from '../park/park.ts';
import type { Composition, Element, StatedLoss } from '../plants/model.ts';
import type { Sourced } from '../units/grade.ts';
import type { BalancePeriod, TimeGrid } from '../units/time-grid.ts';

/** A commodity at a site, balanced over `period`. Index in `Network.nodes` is its label. */
export interface Node {
  readonly id: string;
  readonly title: string;
  /** Index into `Network.commodities`. */
  readonly commodity: number;
  /** Index into `Network.sites`. */
  readonly site: number;
  readonly period: BalancePeriod;
}

/** A size that the plan chooses: of a plant, a store's content, a store's power, a line. */
export interface Capacity {
  readonly id: string;
  readonly title: string;
  /** Id of the process or store that it belongs to. */
  readonly owner: string;
  /** What the size is of: `output`, `content`, `power`. */
  readonly of: 'output' | 'content' | 'power';
  /** Canonical: `MW`, `t/h`, `m3/h`, `MWh`, `t`. */
  readonly unit: string;
  /** The trade's unit for people and its value per canonical unit (`Mt/a`, 0.00876). */
  readonly shown: { readonly unit: string; readonly factor: number };
  readonly group: string;
  readonly site: number;
  readonly existing: number;
  readonly min: number;
  /** Infinity when not limited. */
  readonly max: number;
  /** Size of one unit where only whole units are built; min and max are then whole units above `existing`. */
  readonly wholeUnit: number | null;
  readonly fixed: boolean;
  /** Index of the capacity that what is built of this one is made of, unit for unit; −1: built anew. */
  readonly converts: number;
  /** USD per unit. */
  readonly overnight: Sourced;
  /** USD per unit and year. */
  readonly fixedCost: Sourced;
  /** a */
  readonly life: Sourced;
  /** Annuity of `overnight` over `life` at the park's rate, USD per unit and year. */
  readonly annuity: number;
  /** Permanent jobs per unit, with range. */
  readonly staff: Sourced | null;
  /** ha per unit. */
  readonly land: Sourced | null;
  readonly path: string;
}

/** A process's effect on one node, or on the air, per unit of activity. */
export interface Flow {
  /** Index into `Network.nodes`; −1 when the commodity is never balanced. */
  readonly node: number;
  /** Index into `Network.commodities`. */
  readonly commodity: number;
  /** Out +, in −. */
  readonly amount: number;
  readonly cause: string | null;
  readonly composition: Composition | null;
}

/** A slice of the operating range, or one of the feeds that share a slice; most processes have one that spans it all. */
export interface ProcessSegment {
  /** Most activity per unit of capacity of all segments of this slice together (∞ without a capacity). */
  readonly share: number;
  /** Number of the slice; segments with the same number share its limit (see `slices.ts`). */
  readonly slice: number;
  /** Title of what it works on where a plant may work on several things; null where there is no choice. */
  readonly feed: string | null;
  readonly flows: readonly Flow[];
}

/** One of several feeds that fill the same need; parallel to the segments of its process. */
export interface BlendFeed {
  /** Index into `Network.commodities`. */
  readonly commodity: number;
  /** t of each element in the product for each unit of it that is made of this feed: what goes in less what leaves elsewhere. */
  readonly brings: Composition;
}

/** An element may be so much of the product, whatever it is made of. */
export interface BlendLimit {
  readonly element: Element;
  readonly side: 'at least' | 'at most';
  /** t of the element per unit of the product. */
  readonly share: number;
  /** Key in the park file; null where the library says it. */
  readonly path: string | null;
}

/**
 * Feeds in any mixture, and the window that the mixture keeps in every period: a segment is what is made of one feed, so
 * that each element of the product is a weighted sum of activities.
 */
export interface Blend {
  readonly feeds: readonly BlendFeed[];
  readonly limits: readonly BlendLimit[];
}

export const PROCESS_KINDS = ['plant', 'buy', 'sell', 'fate', 'link', 'trim'] as const;
export type ProcessKind = (typeof PROCESS_KINDS)[number];

export interface Process {
  readonly id: string;
  readonly title: string;
  readonly kind: ProcessKind;
  readonly group: string;
  /** Library plant, market, fate or link; for reports. */
  readonly library: string;
  readonly site: number;
  /** Index of the commodity whose amount the activity counts. */
  readonly reference: number;
  /** Activity is a rate per hour, constant within each of these periods. */
  readonly period: BalancePeriod;
  /** At least one. Activity of the process = sum over its segments. */
  readonly segments: readonly ProcessSegment[];
  /** The window that what is made of its feeds has to keep; null: there is none. */
  readonly blend: Blend | null;
  /** Index into `Network.capacities`; −1: not sized. */
  readonly capacity: number;
  /** Yearly activity ≤ this × 8760 h × capacity; null: no such limit. */
  readonly yearShare: number | null;
  /** Activity ≥ this × capacity at all times. */
  readonly minimumShare: number;
  /** |change of activity| per hour ≤ this × capacity; null: free. */
  readonly ramp: number | null;
  /** Index into `Network.series`: activity ≤ series × capacity (× share); −1: none. */
  readonly profile: number;
  /** USD per unit of activity: paid +, received −. */
  readonly variableCost: number;
  /** Index into `Network.series`: multiplies `variableCost` hour by hour; −1: none. */
  readonly costProfile: number;
  /** Index into `Network.series`: multiplies `carbon` hour by hour; −1: none. */
  readonly carbonProfile: number;
  /** Index into `Network.series`: 0 in hours of a planned outage, 1 in all others; −1: never out. */
  readonly open: number;
  /** h of a calendar year in which it is out, as the park file states them, whichever hours are planned; 0: never out. */
  readonly outHours: number;
  /** Limits on the rate, units per hour. */
  readonly maxRate: number;
  /** Limits on the year's total, units. */
  readonly minPerYear: number;
  readonly maxPerYear: number;
  /** Limit on the total over the horizon, units (space of a store of residue, reserve of a mine). */
  readonly maxOverHorizon: number;
  /** The year's total must be exactly this, unless `shortfallValue` allows less; null: free. */
  readonly output: number | null;
  readonly shortfallValue: number | null;
  /** t CO2e per unit that came with what is bought. */
  readonly carbon: number;
  /** Share of the activity that counts as renewable electricity supply (wind farm 1, grid its own share). */
  readonly renewable: number;
  /** Share of what is bought that was made without carbon; a plant's is its renewable one. */
  readonly clean: number;
  /** Index into `Network.series`: `clean` hour by hour; −1: always the same. */
  readonly cleanProfile: number;
  readonly useful: boolean;
  readonly losses: readonly StatedLoss[];
  /** Library provenance of what matters: label → value. */
  readonly inputs: Readonly<Record<string, Sourced>>;
  readonly path: string;
}

/** Content of a store at the end of a period, between bounds that scale with capacities. */
export interface Store {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly library: string;
  readonly node: number;
  /** level ≤ high × capacities[capacity]; level ≥ low × capacities[capacity]. */
  readonly capacity: number;
  readonly low: number;
  readonly high: number;
  /** Charge and discharge ≤ capacities[power]; −1: not limited. */
  readonly power: number;
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  /** Share of the level lost per hour. */
  readonly lossPerHour: number;
  /** Money per unit discharged: wear. It also keeps a store from being a place to burn surplus in. */
  readonly wearCost: Sourced | null;
  /** Inflow per hour per unit of capacities[capacity] that is always there (standing loss of a pot: negative). */
  readonly standing: number;
  /** Least level at all times: `amount` + `perCapacity` × capacities[capacity]; null: its walls alone. */
  readonly floor: { readonly amount: number; readonly capacity: number; readonly perCapacity: number } | null;
  /** Hours without any power after which the plant around it no longer starts by itself; null: not told. */
  readonly endures: number | null;
  readonly path: string;
}

/** What must be carried: MW at a node per unit of a capacity. */
export interface FirmLoad {
  readonly id: string;
  readonly title: string;
  readonly node: number;
  readonly capacity: number;
  readonly perCapacity: number;
  /** Share of the plant's need at nameplate that this is, and the hours for which it was asked. */
  readonly share: number;
  readonly hours: number;
}

/** Who can carry it without wind and sun. */
export interface FirmSupply {
  readonly id: string;
  readonly title: string;
  readonly kind: 'grid' | 'plant' | 'line' | 'store';
  /** Node that it gives to, and (a line) that it takes from; −1: from none. */
  readonly node: number;
  readonly from: number;
  /** MW given per MW taken: a line loses some. */
  readonly gives: number;
  /** MW ≤ perCapacity × capacities[capacity] (−1: not sized) and ≤ most. */
  readonly capacity: number;
  readonly perCapacity: number;
  readonly most: number;
  /** MW that are lost with it: one unit, where at least one is sure to stand; null: all of it. */
  readonly unit: number | null;
  /** Index of its store; −1: none. MW × hours × hoursPer ≤ content held back. */
  readonly store: number;
  readonly hoursPer: number;
}

/** One supply lost; −1: none. */
export interface FirmCase {
  readonly title: string;
  readonly lost: number;
}

/** Firm power: in each case the supplies that are left carry all loads for the longest of their hours. */
export interface Security {
  readonly hours: number;
  readonly loads: readonly FirmLoad[];
  readonly supplies: readonly FirmSupply[];
  readonly cases: readonly FirmCase[];
}

/**
 * A term of a measure: a coefficient on the activity (per unit, summed over the year), on what a store swallows in the
 * year (charge less discharge), or on a capacity. With a matching also on what is matched in the year, and on what a store
 * of the matching swallows of the matched origin (`index`: place in `Matching.stores`).
 */
export interface MeasureTerm {
  readonly of: 'process' | 'store' | 'capacity' | 'matched' | 'lost in store';
  readonly index: number;
  /** Of a process: the one segment that counts; absent: all of them alike. */
  readonly part?: number;
  /** Of a process: index into `Network.series`, multiplies the coefficient step by step; absent: none. */
  readonly series?: number;
  readonly coefficient: number;
}

/**
 * What is supplied of one origin against what is used, hour by hour. What goes into a store of that origin is followed until
 * it comes out again: it never exceeds what the store holds, takes or gives.
 */
export interface Matching {
  /** Terms on processes, per hour: supply of the origin +, what leaves the park −. */
  readonly supply: readonly MeasureTerm[];
  /** Terms on processes, per hour: all supply +, what leaves the park −; with the stores it is what is used. */
  readonly use: readonly MeasureTerm[];
  /** Indexes into `Network.stores`. */
  readonly stores: readonly number[];
}

/** A weighted sum of yearly flows and capacities: the only thing that a promise can bind. */
export interface Measure {
  readonly id: string;
  readonly title: string;
  readonly terms: readonly MeasureTerm[];
  /** Counted over this month alone (index into the grid's months); absent: over the year. */
  readonly month?: number;
  /** Counted hour by hour: what the terms `matched` and `lost in store` stand for. */
  readonly matching?: Matching;
  /** sum of terms ≥ lower and ≤ upper, each year (or each such month) of the phases it holds in. */
  readonly lower: number;
  readonly upper: number;
  /** Phase indexes. */
  readonly phases: readonly number[];
}

export interface NetworkPhase {
  readonly id: string;
  readonly from: number;
  /** Years that the phase lasts. */
  readonly years: number;
  /** Sum of discount factors of its years, to the first phase's first year. */
  readonly weight: number;
  readonly grid: TimeGrid;
}

/** An hourly series, one array per phase, one value per step of the phase's grid. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly values: readonly Float64Array[];
}

export interface Network {
  readonly title: string;
  readonly money: Money;
  readonly timeZone: string;
  readonly discountRate: number;
  readonly horizon: number;
  readonly objective: Objective;
  readonly phases: readonly NetworkPhase[];
  readonly sites: readonly ParkSite[];
  readonly commodities: readonly LibraryCommodity[];
  readonly nodes: readonly Node[];
  readonly capacities: readonly Capacity[];
  readonly processes: readonly Process[];
  readonly stores: readonly Store[];
  /** Null where no plant asks for firm power. */
  readonly security: Security | null;
  readonly series: readonly Series[];
  readonly claims: readonly ParkClaim[];
  readonly promises: readonly ParkPromise[];
  readonly assumed: readonly Assumption[];
  /** Global warming potentials used: gas → t CO2e per t, and the set's name. */
  readonly gwp: { readonly set: string; readonly of: Readonly<Record<string, number>> };
}
