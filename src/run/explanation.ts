/**
 * Why a park cannot hold, as a value: which figures of the park file contradict each other, where and when it is worst, and
 * the smallest changes that would do. Made by `explain.ts`, told by `show`.
 */
import type { Conflict } from './conflict.ts';
import type { FirmShortfall } from './firm-shortfall.ts';
import type { Shortfall } from './shortfall.ts';
import type { WrittenLimit } from './written-limits.ts';

/** One figure of the park file, changed. */
export interface Change {
  readonly limit: WrittenLimit;
  /** In the limit's unit: the figure that would do, and how far it is from what is written (less: negative). */
  readonly to: number;
  readonly by: number;
  /** |by| ÷ what is written; null where that is 0. */
  readonly relative: number | null;
  /** |by| ÷ what it is measured against: `relative`, and where 0 is written the share of what would be needed. */
  readonly weight: number;
}

/** A promise that cannot be kept: how near the park can come to it. */
export interface Distance {
  readonly title: string;
  readonly says: WrittenLimit['says'];
  readonly asked: number;
  readonly best: number;
  readonly unit: string;
  /** Whose shares `best` is made of, the largest first; what takes off is negative. */
  readonly made: readonly { readonly title: string; readonly amount: number }[];
  /** `all`: everything else in the file stands; `promises`: the other promises that bind would have to give as well. */
  readonly holding: 'all' | 'promises';
}

/** What would do if everything else stayed as it is written: one figure, or several of one plant, store or market. */
export interface Alone {
  readonly title: string;
  readonly changes: readonly Change[];
  /** Sum over its changes; null where one of them is written as 0. */
  readonly relative: number | null;
  /** What it takes beside: "with 3 × 100 kt/a of smelter"; empty where nothing. */
  readonly given: string;
  /** The park would make less than the file asks for. */
  readonly makesLess: boolean;
}

export interface Explanation {
  /** The heaviest part of the contradiction first. */
  readonly conflict: readonly Conflict[];
  /** Null when the contradiction has no place and hour, or was not looked for. */
  readonly worst: Shortfall | FirmShortfall | null;
  /** Firm power that is short beside that. */
  readonly firm: FirmShortfall | null;
  readonly changes: {
    /** The cheapest way of all: the smallest sum of relative changes. */
    readonly together: readonly Change[];
    /** What can do by itself: what keeps the outputs first, then the smallest change first. */
    readonly alone: readonly Alone[];
  };
  /** Each promise in the contradiction. */
  readonly promises: readonly Distance[];
  /** What was left out, and why; empty when nothing was. */
  readonly notes: readonly string[];
}
