/**
 * What to build and how it runs: the solution told in the network's own terms.
 * In: network, program, solution (see `extract.ts`), or typed in by hand for a test. Out: one frozen value.
 * All arrays are indexed as in the network; per phase, then per period of the thing's own balance period.
 */
import type { Network } from '../network/network.ts';

export interface PlanPhase {
  /** Capacity that stands in this phase (existing + built and still alive), canonical units. */
  readonly capacities: Float64Array;
  /** Built at the start of this phase. */
  readonly built: Float64Array;
  /** process → segment → rate per period of the process. */
  readonly activity: readonly (readonly Float64Array[])[];
  /** store → level at the end of each period, charge and discharge rates, by the node's period. */
  readonly level: readonly Float64Array[];
  readonly charge: readonly Float64Array[];
  readonly discharge: readonly Float64Array[];
  /** process → units per year that `output` asks for and the plan does not make. */
  readonly shortfall: Float64Array;
  /** case of an outage → firm supply → MW that it carries. Empty where no plant asks for firm power. */
  readonly carried: readonly Float64Array[];
  /** node → marginal price per period, USD per unit (what one more unit demanded costs). */
  readonly price: readonly Float64Array[];
  /**
   * capacity → what one more unit of its upper limit saves, USD per unit and year (≥ 0); lower limit: ≤ 0. 0 for what comes
   * in whole units: those are held while prices are found, and a price of a part of a unit would mean nothing.
   */
  readonly capacityPrice: Float64Array;
  /** process → what one more unit of its yearly maximum saves, USD per unit. */
  readonly yearLimitPrice: Float64Array;
  /** process → what one more unit of `output` costs, USD per unit. */
  readonly outputPrice: Float64Array;
  /**
   * process → limit of its blend → what loosening it by the whole of the product saves, USD per year (≥ 0): a hundredth of a
   * percent saves a ten-thousandth of it.
   */
  readonly blendPrice: readonly Float64Array[];
  /** measure → what loosening its binding side by one unit saves, USD per unit and year. */
  readonly measurePrice: Float64Array;
  /** measure → what is matched hour by hour where it is counted so, else null. */
  readonly matching: readonly (PlanMatching | null)[];
}

/** Rates by hour; lists of stores are in the order of `Matching.stores`. */
export interface PlanMatching {
  readonly matched: Float64Array;
  /** What each store holds at the end of the hour, takes and gives of the matched origin. */
  readonly level: readonly Float64Array[];
  readonly charge: readonly Float64Array[];
  readonly discharge: readonly Float64Array[];
  /** What one more unit of supply of that origin in the hour saves beside its own worth, USD per unit. */
  readonly price: Float64Array;
}

/** Whole units against the same park if any size could be built. The objective is told in net present money. */
export interface Rounding {
  /** `exact`: proven the best choice of units; `searched`: the search ended before that; `rounded`: never searched. */
  readonly method: 'exact' | 'searched' | 'rounded';
  /** The objective if any size could be built: no choice of units is below it. */
  readonly continuous: number;
  /** The objective in whole units; null: no choice was found that holds. */
  readonly whole: number | null;
  /** No choice of units has an objective below this. */
  readonly bound: number;
  /** How many choices were solved with their units held. */
  readonly choices: number;
  /** phase → capacity → what would stand if any size could be built, canonical units. */
  readonly sizes: readonly Float64Array[];
}

export interface Plan {
  readonly network: Network;
  /** Measures that were bound (promises), in the order of `measurePrice`. */
  readonly measures: readonly import('../network/network.ts').Measure[];
  /** Net present cost over the horizon, USD, as the solver reports it (without penalties for shortfall). */
  readonly netPresentCost: number;
  /** Penalties for shortfall inside the solver's objective, USD; never a cost. */
  readonly shortfallPenalty: number;
  /** Null where nothing comes in whole units. */
  readonly rounding: Rounding | null;
  readonly phases: readonly PlanPhase[];
}
