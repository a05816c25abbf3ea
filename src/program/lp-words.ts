/**
 * An LP file as words. In: its text. Out: numbers, names and signs one after another, each with its place; comments (from a
 * backslash to the end of the line) and spaces left out.
 */
export type LpKind = 'number' | 'name' | 'relation' | 'sign' | 'other' | 'end';

export interface LpWord {
  readonly kind: LpKind;
  readonly text: string;
  readonly line: number;
  /** Of its first sign in the line, from 1. */
  readonly column: number;
  /** The first word of its line. */
  readonly first: boolean;
}

export interface LpWords {
  /** The word `ahead` places from here (0: the next one), not taken yet. */
  readonly peek: (ahead?: number) => LpWord;
  readonly next: () => LpWord;
}

/** Relations in all spellings; names begin with no digit, dot or operator, and hold anything but spaces and operators. */
const WORD =
  /(\n)|[ \t\r\f]+|\\[^\n]*|((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([^\s\d.+\-*^<>=:\\[\]/][^\s+\-*^<>=:\\]*)|(=[<>]|[<>=]=?)|([-+])|([\s\S])/y;

/** The words of the text, read on demand. */
export function lpWords(text: string): LpWords {
  const ahead: LpWord[] = [];
  const word = new RegExp(WORD);
  let line = 1;
  let lineStart = 0;
  let first = true;
  const read = (): LpWord => {
    for (;;) {
      const match = word.exec(text);
      if (!match) {
        const column = Math.max(1, text.length - lineStart + 1);
        return { kind: 'end', text: 'the end of the file', line, column, first: true };
      }
      if (match[1] !== undefined) {
        line++;
        lineStart = word.lastIndex;
        first = true;
        continue;
      }
      const at = match.findIndex((group, k) => k > 1 && group !== undefined);
      if (at < 0) continue;
      const found = { kind: KINDS[at], text: match[0], line, column: match.index - lineStart + 1, first };
      first = false;
      return found;
    }
  };
  const peek = (places = 0): LpWord => {
    while (ahead.length <= places) ahead.push(read());
    return ahead[places];
  };
  return { peek, next: () => (ahead.length > 0 ? (ahead.shift() as LpWord) : read()) };
}

const KINDS: Readonly<Record<number, LpKind>> = {
  2: 'number',
  3: 'name',
  4: 'relation',
  5: 'sign',
  6: 'other',
};

export type LpSection = 'objective' | 'rows' | 'limits' | 'whole' | 'binary' | 'beyond' | 'end';

const HEADS: readonly (readonly [LpSection, RegExp])[] = [
  ['objective', /^(max|min)(imi[sz]e|imum)?$/],
  ['rows', /^(st|st\.|s\.t\.?|subject|such)$/],
  ['limits', /^bounds?$/],
  ['whole', /^(gen|generals?|int|integers?)$/],
  ['binary', /^(bin|binary|binaries)$/],
  ['beyond', /^(semi|semis|sec|sos|sos1|sos2|sets|lazy|user|pwlobj|indicators?)$/],
  ['end', /^end$/],
];

/** The section whose head begins here: a head stands first on its line and is no label. */
export function sectionHere(words: LpWords): LpSection | null {
  const word = words.peek();
  if (word.kind === 'end') return null;
  if (word.kind !== 'name' || !word.first || words.peek(1).text === ':') return null;
  const text = word.text.toLowerCase();
  const found = HEADS.find(([, head]) => head.test(text));
  if (!found) return null;
  // `subject` and `such` are heads only with their second word.
  if (text === 'subject' && words.peek(1).text.toLowerCase() !== 'to') return null;
  if (text === 'such' && words.peek(1).text.toLowerCase() !== 'that') return null;
  return found[0];
}
