/**
 * What is column j (row i) called? In: a program. Out: a name that LP and MPS files accept, unique within the program,
 * made when it is asked for; or a title for people. Own programs name by family (`activity.smelter.p1.h00123`), foreign
 * ones keep the names of their file.
 */
import type { Family, Lifetime, Program } from './program.ts';

const LETTER: Record<Lifetime, string> = {
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'm',
  year: 'y',
  horizon: 'x',
};

export type FileFormat = 'mps' | 'fixed-mps' | 'lp';

/** The names a file of one format uses. */
export interface FileNames {
  readonly column: (j: number) => string;
  readonly row: (i: number) => string;
  readonly objective: string;
}

/** Name of column j: legal in LP and free MPS for own programs, as found in the file for foreign ones. */
export function columnName(program: Program, j: number): string {
  return program.columnNames?.[j] ?? nameInFamilies(program.columnFamilies, j, 'x');
}

/** Name of row i; see `columnName`. */
export function rowName(program: Program, i: number): string {
  return program.rowNames?.[i] ?? nameInFamilies(program.rowFamilies, i, 'r');
}

/** Column j for people: "activity of smelter, phase 1, hour 123". Periods count from 0, as in the series. */
export function columnTitle(program: Program, j: number): string {
  return program.columnNames?.[j] ?? titleInFamilies(program.columnFamilies, j, 'column');
}

/** Row i for people; see `columnTitle`. */
export function rowTitle(program: Program, i: number): string {
  return program.rowNames?.[i] ?? titleInFamilies(program.rowFamilies, i, 'row');
}

/** The family that holds this label; families lie in ascending order of `first`. */
export function familyOf(families: readonly Family[], label: number): Family | null {
  const at = familyIndex(families, label);
  return at < 0 ? null : families[at];
}

function familyIndex(families: readonly Family[], label: number): number {
  let low = 0;
  let high = families.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const family = families[middle];
    if (label < family.first) high = middle - 1;
    else if (label >= family.first + family.count) low = middle + 1;
    else return middle;
  }
  return -1;
}

function nameInFamilies(families: readonly Family[], label: number, letter: string): string {
  const at = familyIndex(families, label);
  if (at < 0) return `${letter}${label}`;
  const family = families[at];
  const stem = stemsOf(families)[at];
  if (family.count === 1) return stem;
  const width = String(family.count - 1).length;
  return `${stem}.${LETTER[family.lifetime]}${String(label - family.first).padStart(width, '0')}`;
}

function titleInFamilies(families: readonly Family[], label: number, word: string): string {
  const family = familyOf(families, label);
  if (!family) return `${word} ${label}`;
  const parts = [`${family.kind} of ${family.of}`];
  if (family.part > 0) parts.push(`segment ${family.part + 1}`);
  if (families.some((other) => other.phase > 0)) parts.push(`phase ${family.phase + 1}`);
  if (family.count > 1) parts.push(`${family.lifetime} ${label - family.first}`);
  return parts.join(', ');
}

/** Stems are made once per list of families: two ids may come out alike once their odd signs are replaced. */
const stemsMade = new WeakMap<readonly Family[], readonly string[]>();

function stemsOf(families: readonly Family[]): readonly string[] {
  const made = stemsMade.get(families);
  if (made) return made;
  const taken = new Set<string>();
  const stems = families.map((family) => {
    const part = family.part > 0 ? `.s${family.part + 1}` : '';
    return unique(lpLegal(`${family.kind}.${family.of}${part}.p${family.phase + 1}`), taken);
  });
  stemsMade.set(families, stems);
  return stems;
}

function unique(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let n = 2; taken.has(name); n++) name = `${wish}~${n}`;
  taken.add(name);
  return name;
}

/** Words an LP file reads as its own; a name equal to one gets an underscore before it. */
const RESERVED =
  /^(min|max)(imi[sz]e|imum)?$|^(st|s\.t\.?|st\.|subject|such|to|that|bounds?|free|inf|infinity|nan|end|bin|binary|binaries|gen|general|generals|int|integers?|semi.*|sec|sos[12]?|lazy|user|general-integer)$/i;

/** A name that the LP readers of CPLEX and HiGHS take: no spaces or operators, no leading digit, dot or number-like e. */
function lpLegal(wish: string): string {
  const clean = wish.replace(/[^A-Za-z0-9_.~]/g, '_').slice(0, 200);
  return clean === '' || /^[0-9.~]/.test(clean) || /^[eE][0-9.]*$/.test(clean) || RESERVED.test(clean)
    ? `_${clean}`
    : clean;
}

function mpsLegal(wish: string): string {
  const clean = wish.replace(/\s+/g, '_').replace(/^[$*]/, '_');
  return clean === '' || clean === "'MARKER'" ? `_${clean}`.replace(/'/g, '') : clean;
}

/** The names to write into a file of this format; foreign names that the format cannot hold are replaced. */
export function fileNames(program: Program, format: FileFormat): FileNames {
  const column = chosen(program.columns, program.columnNames, format, 'C', (j) => columnName(program, j));
  const row = chosen(program.rows, program.rowNames, format, 'R', (i) => rowName(program, i));
  const wish = format === 'fixed-mps' ? 'COST' : 'objective';
  let objective = wish;
  for (let n = 2; rowIsCalled(program, row, objective); n++) objective = `${wish}${n}`;
  return { column, row, objective };
}

function rowIsCalled(program: Program, row: (i: number) => string, name: string): boolean {
  for (let i = 0; i < program.rows; i++) if (row(i) === name) return true;
  return false;
}

function chosen(
  count: number,
  own: readonly string[] | null,
  format: FileFormat,
  letter: string,
  nameOf: (label: number) => string,
): (label: number) => string {
  if (format === 'fixed-mps') {
    const numbered = (label: number): string => `${letter}${String(label).padStart(7, '0')}`;
    // Fields of a fixed file are eight signs wide, spaces inside allowed: keep names only if every one fits.
    const fits = own?.every((name) => /^[^\s$*].{0,7}$/.test(name) && name === name.trimEnd());
    return own && fits && new Set(own).size === count ? (label) => own[label] : numbered;
  }
  if (!own) return nameOf;
  const legal = format === 'lp' ? lpLegal : mpsLegal;
  const taken = new Set<string>();
  const names = own.map((name) => unique(legal(name), taken));
  return (label) => names[label];
}
