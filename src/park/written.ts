/**
 * What stands in a YAML file, and where does each piece of it stand?
 * In: a file's name and its text. Out: a tree of maps, lists and words in which every piece knows its line and column, or
 * the faults that make the text unreadable. Nothing here knows what a park is.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Issue, Place } from './issue.ts';
import { issue } from './sentences/catalogue.ts';

export type Word = string | number | boolean | null;

interface Standing {
  /** Where the value begins. */
  readonly place: Place;
  /** Where its key begins; for list items and the root the same as `place`. */
  readonly key: Place;
}
export interface WrittenWord extends Standing {
  readonly kind: 'word';
  readonly word: Word;
  /** As typed, for messages. */
  readonly typed: string;
}
export interface WrittenMap extends Standing {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Written>;
}
export interface WrittenList extends Standing {
  readonly kind: 'list';
  readonly items: readonly Written[];
  /** Numbers that the items had before those at fault were taken out. */
  readonly was?: readonly number[];
}
export type Written = WrittenWord | WrittenMap | WrittenList;

export type PathPart = string | number;
export type Path = readonly PathPart[];

/** Characters. A park of a thousand plants has about a third of this. */
export const MOST_CHARACTERS = 500_000;
/** Pieces after aliases are written out; a handful of nested aliases can otherwise stand for billions. */
const MOST_PIECES = 100_000;
const MOST_DEPTH = 60;
/** After a fault of grammar the next ones are mostly its echo. */
const MOST_FAULTS = 20;

export interface ReadText {
  readonly root: Written | null;
  readonly issues: readonly Issue[];
}

const FAULTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tab-indent',
  MULTIPLE_DOCS: 'several-documents',
};

/** Thrown inside this file only, to leave a deep walk; never leaves it. */
class TooMuch extends Error {
  readonly code: string;
  readonly offset: number;
  constructor(code: string, offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}

export function readWritten(file: string, text: string): ReadText {
  const start: Place = { file, line: 1, column: 1 };
  const refuse = (code: string, particulars: Record<string, string> = {}): ReadText => ({
    root: null,
    issues: [issue(code, 'error', start, { path: '', file, ...particulars })],
  });
  if (text.length > MOST_CHARACTERS) {
    return refuse('text-too-large', {
      found: `${text.length} characters`,
      expected: `at most ${MOST_CHARACTERS} characters`,
    });
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\u0000-\u0008\u000e-\u001f]|\ufffd{3}/.test(text)) return refuse('text-binary');
  if (text.trim() === '') return refuse('text-empty');

  const deep = tooDeep(text);
  if (deep >= 0) {
    const before = text.slice(0, deep).split('\n');
    const place = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
    return { root: null, issues: [issue('yaml-too-deep', 'error', place, { path: '', file })] };
  }

  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    // Doubled keys are looked for below: the library compares every key with every other.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      uniqueKeys: false,
    });
    const issues = [...document.errors, ...document.warnings].map((fault) => {
      const place = placeAt(fault.pos[0]);
      const code = FAULTS[fault.code] ?? 'yaml-broken';
      const found = /^[^:,\n]{0,60}/.exec(text.slice(fault.pos[0], fault.pos[0] + 61))?.[0] ?? '';
      return issue(code, 'error', place, { path: '', found, said: fault.message.split('\n')[0] });
    });
    if (issues.length > 0) return { root: null, issues: issues.slice(0, MOST_FAULTS) };
    const node = document.contents as Node | null;
    if (node === null || (isScalar(node) && node.value === null)) return refuse('text-empty');
    const walker: Walker = { pieces: 0, alias: null, issues, placeAt, anchors: new Map() };
    return { root: build(node, placeAt(node.range?.[0] ?? 0), walker, 0), issues };
  } catch (fault) {
    if (fault instanceof TooMuch) {
      return { root: null, issues: [issue(fault.code, 'error', placeAt(fault.offset), { path: '', file })] };
    }
    throw fault;
  }
}

/**
 * Where brackets, dashes or indentation go deeper than any park; -1 when nowhere. Looked for before parsing, since the
 * YAML library works recursively and a few thousand levels end the whole process.
 */
function tooDeep(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '[' || letter === '{') depth += 1;
    else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1);
    if (depth > 2 * MOST_DEPTH) return at;
  }
  return text.search(/(?:[-?][ \t]+){100}|^ {400}/m);
}

interface Walker {
  pieces: number;
  /** Where the outermost alias stands that is being written out. */
  alias: number | null;
  readonly issues: Issue[];
  readonly placeAt: (offset: number) => Place;
  /** An alias means the latest anchor of its name before it; the walk goes in the order of the text. */
  readonly anchors: Map<string, Node>;
}

function build(node: Node | null, key: Place, walker: Walker, depth: number): Written {
  const offset = walker.alias ?? node?.range?.[0] ?? 0;
  walker.pieces += 1;
  if (walker.pieces > MOST_PIECES) throw new TooMuch('yaml-too-many', offset);
  if (depth > MOST_DEPTH) throw new TooMuch('yaml-too-deep', offset);
  if (node === null) return { kind: 'word', word: null, typed: '', place: key, key };
  if (isAlias(node)) {
    const outermost = walker.alias === null;
    if (outermost) walker.alias = offset;
    const meant = build(walker.anchors.get(node.source) ?? null, key, walker, depth + 1);
    if (outermost) walker.alias = null;
    return meant;
  }
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
    walker.anchors.set(node.anchor, node);
  const place = walker.placeAt(offset);
  if (isMap(node)) {
    const entries = new Map<string, Written>();
    for (const pair of node.items) {
      const keyNode = pair.key as Node | null;
      const keyOffset = keyNode?.range?.[0] ?? offset;
      if (!isScalar(keyNode)) throw new TooMuch('key-not-a-word', keyOffset);
      const name = keyNode.source ?? String(keyNode.value);
      if (name === '__proto__') throw new TooMuch('reserved-name', keyOffset);
      if (name.trim() === '' || name.length > 200) throw new TooMuch('key-not-a-word', keyOffset);
      const keyPlace = walker.placeAt(keyOffset);
      const value = build(pair.value as Node | null, keyPlace, walker, depth + 1);
      // The first of a doubled key stays, so that the rest of the file can be checked in the same pass.
      if (entries.has(name))
        walker.issues.push(issue('duplicate-key', 'error', keyPlace, { path: name, found: name }));
      else entries.set(name, value);
    }
    return { kind: 'map', entries, place, key };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => {
      const at = walker.placeAt((item as Node | null)?.range?.[0] ?? offset);
      return build(item as Node | null, at, walker, depth + 1);
    });
    return { kind: 'list', items, place, key };
  }
  if (isScalar(node)) {
    const typed = node.source ?? String(node.value);
    const { value } = node;
    const plain =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
    return { kind: 'word', word: plain ? (value as Word) : typed, typed, place, key };
  }
  return { kind: 'word', word: null, typed: '', place, key };
}

/** The piece at a path, or undefined. */
export function pieceAt(root: Written, path: Path): Written | undefined {
  let here: Written | undefined = root;
  for (const part of path) {
    if (here?.kind === 'map') here = here.entries.get(String(part));
    else if (here?.kind === 'list') here = here.items[Number(part)];
    else return undefined;
  }
  return here;
}

/** The piece at a path or, when there is none, the nearest one above it. */
export function nearestPiece(root: Written, path: Path): Written {
  for (let length = path.length; length > 0; length -= 1) {
    const piece = pieceAt(root, path.slice(0, length));
    if (piece !== undefined) return piece;
  }
  return root;
}

/** `plants.smelter.with.cell voltage`. */
export function pathText(path: Path): string {
  return path.join('.');
}

/** The same, with the numbers that the items of lists have in the file. */
export function writtenPath(root: Written, path: Path): string {
  let here: Written | undefined = root;
  const parts = path.map((part) => {
    const list: Written | undefined = here;
    here = here === undefined ? undefined : pieceAt(here, [part]);
    return list?.kind === 'list' ? (list.was?.[Number(part)] ?? part) : part;
  });
  return pathText(parts);
}

/** As plain JavaScript values, for the schema. */
export function plain(written: Written): unknown {
  if (written.kind === 'word') return written.word;
  if (written.kind === 'list') return written.items.map(plain);
  return Object.fromEntries([...written.entries].map(([key, value]) => [key, plain(value)]));
}

/** What was typed, short enough for a message. */
export function typed(written: Written | undefined): string {
  if (written === undefined) return 'nothing';
  if (written.kind === 'word')
    return written.typed === '' ? 'nothing' : written.typed.split('\n')[0].slice(0, 60);
  if (written.kind === 'list') return `a list of ${written.items.length}`;
  return `a map (${[...written.entries.keys()].slice(0, 3).join(', ')}${written.entries.size > 3 ? ', …' : ''})`;
}
