/**
 * What is a sentence said to a user? Made late, from a code and its particulars, so that all words stand in one folder.
 * In: the particulars of one issue (found, expected, unit, near, …), all as text. Out: what is wrong, why it matters, how
 * to mend it.
 */
export type Particulars = Readonly<Record<string, string>>;

export interface Said {
  readonly message: string;
  readonly why: string;
  readonly remedy: string;
}

/** One room's sentences: code → sentence. */
export type Sentences = Readonly<Record<string, (p: Particulars) => Said>>;
