/**
 * What is wrong, where, and how is it mended? A user's mistake is a value, never a thrown error.
 * In: a code and its particulars. Out: an issue whose sentence is made by `sentences/`.
 */
import type { Element } from '../plants/model.ts';

export type Severity = 'error' | 'warning' | 'note';

export interface Place {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
}

/** What goes into a recipe less what comes out. */
export interface OpenBalance {
  readonly plant: string;
  readonly element: Element;
  /** Below 0: it comes from nothing. t per `per`. */
  readonly gap: number;
  /** Unit of what the plant makes. */
  readonly per: string;
}

export interface Issue extends Place {
  readonly code: string;
  readonly severity: Severity;
  /** Where in the file's own terms: `plants.smelter.with.current efficiency`. */
  readonly path: string;
  readonly found?: string;
  readonly expected?: string;
  readonly unit?: string;
  readonly near?: string;
  /** Only of a recipe whose matter does not close. */
  readonly open?: OpenBalance;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** How to mend it. */
  readonly remedy: string;
}

/** A value, or the reasons why there is none. Warnings may stand beside a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
