/** How promises, claims and capacities are told to people and in JSON (`docs/decisions/`). One row each. */
export interface CapacityRow {
  readonly plant: string;
  readonly title: string;
  readonly of: string;
  readonly group: string;
  readonly site: string;
  readonly phase: string;
  /** Built up to this phase and still alive: what stands less `existing`. */
  readonly built: number;
  readonly existing: number;
  readonly min: number;
  readonly max: number | null;
  readonly unit: string;
  readonly atLimit: 'min' | 'max' | 'fixed' | null;
  /** Money per shown unit and year that one more unit of the limit would save; 0 where it is the solver's rounding. */
  readonly shadowPrice: number;
  /** `USD/a per MW`. */
  readonly shadowPriceUnit: string;
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
  readonly bound: boolean;
  /** What keeping it costs: money per unit of target and year; null when not bound. */
  readonly price: number | null;
  readonly to: string | null;
  readonly note: string;
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
