/**
 * An MPS file half read: what the lines so far have said. In: an empty draft and list of faults. Out: the state that
 * `read-mps.ts` and `mps-limits.ts` share, and how a number is read.
 */
import { type Faults, type ForeignDraft, INFINITE } from './foreign-draft.ts';
import type { MpsForm } from './mps-lines.ts';
import type { MpsSetChoice, MpsSets } from './mps-sets.ts';

/** Labels of rows that are no rows of the program. */
export const OBJECTIVE = -1;
export const LEFT_OUT = -2;

/** All that is known while the lines go by. */
export interface MpsReading {
  readonly draft: ForeignDraft;
  readonly faults: Faults;
  readonly form: MpsForm;
  /** Row name → label, `OBJECTIVE` or `LEFT_OUT`. */
  readonly rows: Map<string, number>;
  readonly kinds: string[];
  readonly freeRows: string[];
  objectiveName: string | null;
  /** Between INTORG and INTEND. */
  whole: boolean;
  column: number;
  /** Row label + 1 → last column with an entry there (place 0: the objective). */
  readonly lastEntry: number[];
  readonly sets: MpsSets;
  readonly rhs: Map<number, number>;
  readonly ranges: Map<number, number>;
  /** Columns with a line that gives (or opens) their lower limit, their upper limit; columns whole by a marker. */
  readonly limits: {
    readonly lowerGiven: Set<number>;
    readonly upperGiven: Set<number>;
    readonly marked: Set<number>;
  };
  /** Heads of sections met so far. */
  readonly seen: Set<string>;
  /** True once a line that may have named a row (a column) could not be read: what follows from that is not told. */
  readonly lost: { rows: boolean; columns: boolean };
  /** Names that nothing is known of, and columns that come up again, each told once. */
  readonly told: Set<string>;
}

export function openReading(
  draft: ForeignDraft,
  faults: Faults,
  form: MpsForm,
  chosen: MpsSetChoice,
): MpsReading {
  return {
    draft,
    faults,
    form,
    rows: new Map(),
    kinds: [],
    freeRows: [],
    objectiveName: null,
    whole: false,
    column: -1,
    lastEntry: [],
    sets: { chosen, met: new Map() },
    rhs: new Map(),
    ranges: new Map(),
    limits: { lowerGiven: new Set(), upperGiven: new Set(), marked: new Set() },
    seen: new Set(),
    lost: { rows: false, columns: false },
    told: new Set(),
  };
}

/** The number, also written 1.D+3 or inf; figures from 1e20 on are infinite; NaN when it is none. */
export function readNumber(text: string): number {
  if (/^[-+]?(\d+\.?\d*|\.\d+)([eEdD][-+]?\d+)?$/.test(text)) {
    const value = Number(text.replace(/[dD]/, 'e'));
    return Math.abs(value) >= INFINITE ? Math.sign(value) * Infinity : value;
  }
  if (/^[-+]?inf(inity)?$/i.test(text)) return text[0] === '-' ? -Infinity : Infinity;
  return Number.NaN;
}
