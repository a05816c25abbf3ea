/**
 * Reads a linear program from an LP file (the form of CPLEX that Gurobi, GLPK, SCIP and HiGHS share). In: its text. Out:
 * the program, or every fault with its line.
 *
 * Read: an objective with a constant, rows with or without names, ranges `-5 <= x + y <= 8`, constants among the terms,
 * limits in all forms, `free`, `General`, `Binary`. A row ends with a number: columns on its right are refused, and so is a
 * row that begins on the line of another, since it could be meant as part of it. Limits are 0 … ∞ unless given.
 */
import type { Result } from '../park/issue.ts';
import {
  addColumn,
  addRow,
  closeDraft,
  type Faults,
  type ForeignDraft,
  INFINITE,
  openDraft,
  openFaults,
  warnOfCrossedLimits,
} from './foreign-draft.ts';
import { type LpSection, type LpWord, type LpWords, lpWords, sectionHere } from './lp-words.ts';
import type { Program } from './program.ts';

interface Reading {
  readonly words: LpWords;
  readonly draft: ForeignDraft;
  readonly faults: Faults;
  /** Rows without a name of their own. */
  readonly unnamed: number[];
  readonly seen: Set<LpSection>;
  section: LpSection | null;
  /** True once a row or the objective could not be read: what comes later may name what was lost with it. */
  lost: boolean;
  /** Names that nothing is known of, each told once. */
  readonly unknown: Set<string>;
}

/** Reads the text; `file` is its name, for the faults. */
export function readLp(text: string, file: string | null = null): Result<Program> {
  const reading: Reading = {
    words: lpWords(text),
    draft: openDraft(),
    faults: openFaults(file),
    unnamed: [],
    seen: new Set(),
    section: null,
    lost: false,
    unknown: new Set(),
  };
  const { draft, faults, seen } = reading;
  readSections(reading);
  if (!seen.has('objective') && !faults.failed) faults.add('program-empty', null, { format: 'LP' });
  else if (seen.has('objective') && !seen.has('end'))
    faults.add('program-cut-off', null, { expected: 'End' });
  nameRows(reading);
  if (faults.failed) return { ok: false, issues: faults.issues };
  warnOfCrossedLimits(draft, faults);
  return { ok: true, value: closeDraft(draft), issues: faults.issues };
}

function readSections(reading: Reading): void {
  const { words, faults, seen, draft } = reading;
  let last: LpWord | null = null;
  while (words.peek().kind !== 'end' && !faults.full) {
    // After a fault nothing may have been taken: the word that nobody wanted is left behind.
    if (words.peek() === last) words.next();
    last = words.peek();
    const head = sectionHere(words);
    if (head !== null) {
      const word = words.next();
      if (head === 'objective') {
        draft.sense = /^max/i.test(word.text) ? 'max' : 'min';
        if (seen.has('objective')) faults.add('program-beyond-linear', word, { found: 'A second objective' });
      }
      if (/^(subject|such)$/i.test(word.text)) words.next();
      if (head === 'beyond') faults.add('program-beyond-linear', word, { found: `The section ${word.text}` });
      reading.section = head;
      seen.add(head);
      if (head === 'end') return;
      if (head === 'objective') readObjective(reading);
    } else if (reading.section === 'beyond') words.next();
    else if (reading.section === 'rows') readRow(reading);
    else if (reading.section === 'limits') readLimit(reading);
    else if (reading.section === 'whole' || reading.section === 'binary') readWhole(reading, reading.section);
    else {
      const expected = reading.section === null ? 'Minimize or Maximize' : 'Subject To';
      fault(reading, 'program-sign-wrong', words.peek(), { found: words.peek().text, expected });
    }
  }
}

interface Expression {
  readonly terms: Map<number, number>;
  constant: number;
}

/** Terms and constants joined by signs; null after a fault, which is then told. */
function readExpression(reading: Reading): Expression | null {
  const { words } = reading;
  const expression: Expression = { terms: new Map(), constant: 0 };
  for (let isFirst = true; ; isFirst = false) {
    let factor = 1;
    let hasSign = false;
    for (; words.peek().kind === 'sign'; hasSign = true) if (words.next().text === '-') factor = -factor;
    if (!isFirst && !hasSign) return expression;
    const word = words.peek();
    const hasNumber = word.kind === 'number';
    if (hasNumber) {
      words.next();
      factor *= Number(word.text);
      if (!Number.isFinite(factor)) return fault(reading, 'program-number-wrong', word, { found: word.text });
      if (words.peek().text === '*') words.next();
    }
    if (isColumnHere(words)) {
      const name = words.next();
      if (!isLinearHere(reading, name)) return null;
      const column = columnOf(reading.draft, name.text);
      expression.terms.set(column, (expression.terms.get(column) ?? 0) + factor);
    } else if (hasNumber) expression.constant += factor;
    else if (word.text === '[') {
      return fault(reading, 'program-beyond-linear', word, { found: 'A part in square brackets' });
    } else if (hasSign || word.kind === 'other') {
      return fault(reading, 'program-sign-wrong', word, {
        found: word.text,
        expected: 'a number or a column',
      });
    } else return expression;
  }
}

function isColumnHere(words: LpWords): boolean {
  return words.peek().kind === 'name' && words.peek(1).text !== ':' && sectionHere(words) === null;
}

function isLinearHere(reading: Reading, name: LpWord): boolean {
  const after = reading.words.peek();
  if (after.text !== '^' && after.text !== '*') return true;
  fault(reading, 'program-beyond-linear', name, { found: `${name.text} ${after.text} …` });
  return false;
}

function columnOf(draft: ForeignDraft, name: string): number {
  return draft.columnOf.get(name) ?? addColumn(draft, name);
}

/** Tells the fault and skips to where something new begins: what follows from the fault is not told as another. */
function fault(
  reading: Reading,
  code: string,
  word: LpWord,
  particulars: Readonly<Record<string, string>>,
): null {
  const { faults, words, section } = reading;
  faults.add(code, word, particulars);
  if (section === 'rows') skipRow(words);
  else if (section === null || section === 'objective') skipToHead(words);
  else skipLine(words);
  reading.lost ||= section === 'rows' || section === null || section === 'objective';
  return null;
}

function skipLine(words: LpWords): void {
  while (words.peek().kind !== 'end' && !words.peek().first) words.next();
}

function skipToHead(words: LpWords): void {
  while (words.peek().kind !== 'end' && sectionHere(words) === null) words.next();
}

/** A row may go over several lines: the next one begins with a label, or on the line after a relation. */
function skipRow(words: LpWords): void {
  for (let isOver = false; words.peek().kind !== 'end'; ) {
    const word = words.peek();
    if (word.first && (isOver || isLabelHere(words) || sectionHere(words) !== null)) return;
    isOver ||= word.kind === 'relation';
    words.next();
  }
}

const isLabelHere = (words: LpWords): boolean => words.peek().kind === 'name' && words.peek(1).text === ':';

function readLabel(words: LpWords): LpWord | null {
  if (!isLabelHere(words)) return null;
  const label = words.next();
  words.next();
  return label;
}

function readObjective(reading: Reading): void {
  const { words, draft } = reading;
  readLabel(words);
  const expression = readExpression(reading);
  if (!expression) return;
  draft.offset = expression.constant;
  for (const [column, cost] of expression.terms) draft.cost[column] = cost + 0;
}

/** A number with its sign, or ±inf; null after a fault. */
function readValue(reading: Reading, expected: string): number | null {
  const { words } = reading;
  let sign = 1;
  while (words.peek().kind === 'sign') if (words.next().text === '-') sign = -sign;
  const word = words.peek();
  if (word.kind === 'number') {
    words.next();
    const value = Number(word.text);
    return sign * (value >= INFINITE ? Infinity : value) + 0;
  }
  if (isInfinity(word)) {
    words.next();
    return sign * Infinity;
  }
  return fault(reading, 'program-sign-wrong', word, { found: word.text, expected });
}

function isInfinity(word: LpWord): boolean {
  return word.kind === 'name' && /^inf(inity)?$/i.test(word.text);
}

/** '<', '>' or '='; null when no relation stands here. */
function readRelation(words: LpWords): '<' | '>' | '=' | null {
  if (words.peek().kind !== 'relation') return null;
  const text = words.next().text;
  return text.includes('<') ? '<' : text.includes('>') ? '>' : '=';
}

function readRow(reading: Reading): void {
  const { words, draft, faults } = reading;
  const label = readLabel(words);
  if (label && draft.rowOf.has(label.text)) faults.add('program-row-twice', label, { found: label.text });
  // `-inf <= x + y` begins with a word that is no column.
  const open = readOpenSide(words);
  const left = open === null ? readExpression(reading) : { terms: new Map<number, number>(), constant: open };
  if (!left) return;
  const relation = readRelation(words);
  if (!relation) {
    const word = words.peek();
    fault(reading, 'program-sign-wrong', word, { found: word.text, expected: '<=, >= or =' });
    return;
  }
  const row =
    left.terms.size > 0
      ? { body: left, limits: readSide(reading, left, relation) }
      : readRest(reading, left, relation);
  if (!row?.limits) return;
  const after = words.peek();
  if (!after.first && after.kind !== 'end') {
    fault(reading, 'program-sign-wrong', after, { found: after.text, expected: 'the end of the row' });
    return;
  }
  const made = addRow(draft, label?.text ?? '', row.limits[0], row.limits[1]);
  if (!label) reading.unnamed.push(made);
  for (const [column, value] of row.body.terms) {
    if (value === 0) continue;
    draft.entryRows.push(made);
    draft.entryColumns.push(column);
    draft.entryValues.push(value);
  }
}

function readOpenSide(words: LpWords): number | null {
  const hasSign = words.peek().kind === 'sign';
  const word = words.peek(hasSign ? 1 : 0);
  if (!isInfinity(word) || words.peek(hasSign ? 2 : 1).kind !== 'relation') return null;
  const sign = hasSign && words.next().text === '-' ? -1 : 1;
  words.next();
  return sign * Infinity;
}

type Limits = readonly [number, number];

/** The number after `body relation`, as limits of the body's terms. */
function readSide(reading: Reading, body: Expression, relation: '<' | '>' | '='): Limits | null {
  const word = reading.words.peek();
  const value = readValue(reading, 'a number (columns stand on the left)');
  if (value === null) return null;
  return limitsFrom(reading, word, value - body.constant, relation);
}

function limitsFrom(reading: Reading, word: LpWord, side: number, relation: '<' | '>' | '='): Limits | null {
  if (relation === '<' && side > -Infinity) return [-Infinity, side];
  if (relation === '>' && side < Infinity) return [side, Infinity];
  if (relation === '=' && Number.isFinite(side)) return [side, side];
  return fault(reading, 'program-infinite-wrong', word, { found: 'inf', expected: 'this side of a row' });
}

const TURNED = { '<': '>', '>': '<', '=': '=' } as const;

/** What follows `number relation`: a body, and then perhaps a second relation and number. */
function readRest(
  reading: Reading,
  left: Expression,
  relation: '<' | '>' | '=',
): { body: Expression; limits: Limits | null } | null {
  const word = reading.words.peek();
  const isOpen = isInfinity(word) || (word.kind === 'sign' && isInfinity(reading.words.peek(1)));
  if (isOpen) return { body: { terms: new Map(), constant: 0 }, limits: readSide(reading, left, relation) };
  const body = readExpression(reading);
  if (!body) return null;
  const second = readRelation(reading.words);
  if (second === null) {
    // Numbers on both sides: a row without columns, its (empty) sum on the left.
    if (body.terms.size === 0)
      return { body, limits: limitsFrom(reading, word, body.constant - left.constant, relation) };
    return { body, limits: limitsFrom(reading, word, left.constant - body.constant, TURNED[relation]) };
  }
  if (relation === '=' || second !== relation) {
    const said = { found: 'A range with differing signs', expected: 'two signs of one direction' };
    fault(reading, 'program-sign-wrong', word, said);
    return null;
  }
  const near = limitsFrom(reading, word, left.constant - body.constant, TURNED[relation]);
  const far = near && readSide(reading, body, second);
  if (!near || !far) return null;
  return { body, limits: relation === '<' ? [near[0], far[1]] : [far[0], near[1]] };
}

function readLimit(reading: Reading): void {
  const { words, draft, faults } = reading;
  const start = words.peek();
  const isNumber = start.kind !== 'name' || isInfinity(start);
  const low = isNumber ? readValue(reading, 'a limit') : null;
  const before = isNumber && low !== null ? readRelation(words) : null;
  const name = words.peek();
  if (isNumber && (low === null || before === null || name.kind !== 'name')) {
    if (low !== null)
      fault(reading, 'program-sign-wrong', name, { found: name.text, expected: 'a limit of a column' });
    return;
  }
  words.next();
  const column = columnOf(draft, name.text);
  const set = (value: number, relation: '<' | '>' | '=') => {
    const wrong = (relation !== '<' && value === Infinity) || (relation !== '>' && value === -Infinity);
    if (wrong)
      faults.add('program-infinite-wrong', name, {
        found: 'inf',
        expected: `this limit of ${name.text}`,
      });
    if (relation !== '<') draft.lower[column] = value;
    if (relation !== '>') draft.upper[column] = value;
  };
  if (before !== null && low !== null) set(low, TURNED[before]);
  else if (words.peek().kind === 'name' && /^free$/i.test(words.peek().text)) {
    words.next();
    draft.lower[column] = -Infinity;
    draft.upper[column] = Infinity;
    return;
  }
  const after = readRelation(words);
  if (after !== null) {
    const value = readValue(reading, `a limit of ${name.text}`);
    if (value !== null) set(value, after);
  } else if (before === null) {
    fault(reading, 'program-sign-wrong', words.peek(), {
      found: words.peek().text,
      expected: '<=, >=, = or free',
    });
  }
}

function readWhole({ words, draft, faults, lost, unknown }: Reading, section: LpSection): void {
  const name = words.next();
  const column = name.kind === 'name' ? draft.columnOf.get(name.text) : undefined;
  if (column === undefined) {
    if (!lost && !unknown.has(name.text)) faults.add('program-column-unknown', name, { found: name.text });
    unknown.add(name.text);
    return;
  }
  draft.integer[column] = 1;
  if (section !== 'binary') return;
  draft.lower[column] = 0;
  draft.upper[column] = 1;
}

/** Rows without a name are called by their number, as long as nobody else is called so. */
function nameRows({ draft, unnamed }: Reading): void {
  for (const row of unnamed) {
    let name = `c${row + 1}`;
    while (draft.rowOf.has(name)) name = `_${name}`;
    draft.rowNames[row] = name;
    draft.rowOf.set(name, row);
  }
}
