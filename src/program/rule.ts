/**
 * What is a rule? One piece of the mathematics: its formula, the park keys that feed it, the sentence for the user when
 * it blocks, and the rows that it adds.
 */

import type { Measure } from '../network/network.ts';
import type { PhaseColumns } from './columns.ts';
import type { ProgramDraft } from './draft.ts';

export interface RuleContext {
  readonly draft: ProgramDraft;
  readonly columns: readonly PhaseColumns[];
  readonly measures: readonly Measure[];
}

export interface Rule {
  /** Also the `kind` of the rows that it adds. */
  readonly name: string;
  /** The mathematics in one line, variables in words. */
  readonly formula: string;
  /** Keys of the park language that feed it. */
  readonly keys: readonly string[];
  /** Said when this rule cannot hold together with others; `{of}` is the thing, `{when}` the time. */
  readonly blocks: string;
  rows(context: RuleContext): void;
}
