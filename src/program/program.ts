/**
 * The linear program: min cost·x + offset subject to rowLower ≤ A x ≤ rowUpper, lower ≤ x ≤ upper.
 * In: a network (see `build-program.ts`) or an LP/MPS file. Out: typed arrays with integer labels; names are made on
 * demand. A is stored by columns.
 */

/** How long a column or row lives; borders nest by this. */
export const LIFETIMES = ['hour', 'day', 'week', 'month', 'year', 'horizon'] as const;
export type Lifetime = (typeof LIFETIMES)[number];

/** A run of columns (or rows) made by one rule for one thing in one phase: label = first + period. */
export interface Family {
  readonly first: number;
  readonly count: number;
  /** `activity`, `level`, `charge`, `discharge`, `build`, `shortfall`, … for rows: the rule's name. */
  readonly kind: string;
  /** Id of the process, store, node or capacity. */
  readonly of: string;
  /** Index of that thing in the network. */
  readonly index: number;
  /** Segment of a process, else 0. */
  readonly part: number;
  readonly phase: number;
  readonly lifetime: Lifetime;
}

export interface Program {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly cost: Float64Array;
  /** Added to the objective. */
  readonly offset: number;
  /** `max` only for programs read from a file; own programs minimise. */
  readonly sense: 'min' | 'max';
  /** ±Infinity where open. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** 1 where a column must be whole; null: none. */
  readonly integer: Uint8Array | null;
  readonly columnFamilies: readonly Family[];
  readonly rowFamilies: readonly Family[];
  /** First step of the column's (row's) life, within all phases laid end to end; −1: throughout. Null for foreign files. */
  readonly columnTime: Int32Array | null;
  readonly rowTime: Int32Array | null;
  /** Names of a foreign file; own programs make names from families. */
  readonly columnNames: readonly string[] | null;
  readonly rowNames: readonly string[] | null;
  /** Unit of the objective, for people. */
  readonly objectiveUnit: string;
}
