/**
 * Does the plan hold when nobody asks the solver? The result of recomputing every balance, limit and sum of money
 * from network and plan alone.
 */
export interface Gap {
  /** What was recomputed: `balance`, `capacity limit`, `store`, `output`, `measure`, `money`, … */
  readonly what: string;
  /** In plant words: "electricity at works, 14 Jan 03:00". */
  readonly where: string;
  readonly absolute: number;
  readonly unit: string;
  /** Against the largest flow in that balance over the horizon (money: against the total). */
  readonly relative: number;
}

export interface Verification {
  /** No gap above 1e-6 relative. */
  readonly holds: boolean;
  readonly largestGap: Gap;
  /** The worst of each kind, worst first. */
  readonly gaps: readonly Gap[];
  /** How many balances, limits and sums were recomputed. */
  readonly checked: number;
  /** Legal but worth seeing: hours of charging and discharging at once, of buying and selling at once. */
  readonly notices: readonly string[];
}
