/** How promises, claims, capacities and the cost of whole units are told to people and in JSON (`docs/decisions/`). One row each. */
export interface CapacityRow {
  readonly plant: string;
  readonly title: string;
  readonly of: string;
  readonly group: string;
  readonly site: string;
  readonly phase: string;
  /** Built up to this phase and still alive: what stands less `existing`. */
  readonly built: number;
  /** Of what stands, what stood before the plan; what was turned into another plant stands there, as built. */
  readonly existing: number;
  readonly min: number;
  readonly max: number | null;
  readonly unit: string;
  readonly atLimit: 'min' | 'max' | 'fixed' | null;
  /** Whole units that stand beside `existing`: size of one in `unit`, their number, and what it would be if any size could be built; null: any size. */
  readonly units: { readonly size: number; readonly count: number; readonly continuous: number } | null;
  /**
   * Money per shown unit and year that one more unit of the limit would save; 0 where it is the solver's rounding. Null for
   * whole units: there is no price of a part of one.
   */
  readonly shadowPrice: number | null;
  /** `USD/a per MW`. */
  readonly shadowPriceUnit: string;
}

/** Whole units against the same park if any size could be built: the plan's objective, net present. */
export interface RoundingRow {
  readonly method: 'exact' | 'searched' | 'rounded';
  readonly continuous: number;
  /** Null: no choice of units was found that holds. */
  readonly whole: number | null;
  /** No choice of units has an objective below this. */
  readonly bound: number;
  readonly unit: string;
  /** What whole units cost; null where the objective is no money. */
  readonly costPerYear: number | null;
  readonly costPerYearUnit: string;
  /** The same as a share of all that the plan pays (of the objective where that is carbon); null without a plan. */
  readonly share: number | null;
  /** At most this share of what the plan pays could a better choice of units save. */
  readonly gap: number | null;
  readonly choices: number;
}

/** A size that a promise pays for. */
export interface PaidFor {
  readonly title: string;
  readonly size: number;
  readonly unit: string;
  /** Of all that its plant or store earns at the marginal prices, what the promise pays. */
  readonly share: number;
}

/** One of the periods by which a promise is counted. */
export interface PromisePeriod {
  /** "January". */
  readonly label: string;
  readonly value: number;
  /** What keeping it in this period costs: money per unit of target and year; null where it is not held by itself. */
  readonly price: number | null;
}

export interface PromiseRow {
  readonly id: string;
  readonly kpi: string;
  readonly title: string;
  readonly value: number | null;
  readonly target: number;
  readonly year: number;
  readonly unit: string;
  readonly sense: 'at least' | 'at most';
  readonly status: 'kept' | 'at risk' | 'broken' | 'untested';
  /** Positive: to spare. In `unit`. */
  readonly margin: number | null;
  /** The plan was held to it; whether that changes anything says the price. */
  readonly bound: boolean;
  /** What keeping it costs: money per unit of target and year; 0 where the plan keeps it anyway, null when not bound. */
  readonly price: number | null;
  /** Sizes that would hardly stand without it, the ones that it pays most for first. */
  readonly paysFor: readonly PaidFor[];
  /** The months, where it is counted by month or hour; else empty. */
  readonly periods: readonly PromisePeriod[];
  readonly to: string | null;
  readonly note: string;
  /** Why it may not be what it seems on the hours that were planned; empty: nothing is in the way. */
  readonly warning: string;
}

export interface ClaimRow {
  readonly id: string;
  readonly claim: string;
  readonly stated: number;
  readonly found: number | null;
  readonly unit: string;
  readonly verdict: 'holds' | 'does not hold' | 'untested';
  readonly by: string | null;
  readonly note: string;
  /** An announcement that does not say its denominator is tested under each reading. */
  readonly readings: readonly {
    readonly reading: string;
    readonly found: number | null;
    readonly verdict: string;
  }[];
}
