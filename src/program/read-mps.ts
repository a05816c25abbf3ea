/**
 * Reads a linear program from an MPS file, free or fixed. In: its text. Out: the program, or every fault with its line.
 *
 * The customs followed (IBM's MPSX of 1972 as CPLEX, Gurobi and SAS document it today): the first row of kind N is the
 * objective, other N rows are left out; the objective's right-hand side is minus its constant; a range R on an E row spans
 * [rhs, rhs + R] for R > 0 and [rhs + R, rhs] for R < 0; a negative UP without a lower limit opens the lower one; columns
 * between INTORG and INTEND without limits are 0 or 1. Whatever custom decides is said. Of several sets one must be chosen.
 */
import type { Result } from '../park/issue.ts';
import { listed, nearest } from '../park/name.ts';
import { count } from '../units/number.ts';
import {
  addColumn,
  addRow,
  closeDraft,
  openDraft,
  openFaults,
  warnOfCrossedLimits,
} from './foreign-draft.ts';
import { applyLimit, defaultLimits } from './mps-limits.ts';
import { type MpsForm, type MpsLine, mpsLines } from './mps-lines.ts';
import { LEFT_OUT, type MpsReading, OBJECTIVE, openReading, readNumber } from './mps-reading.ts';
import { type MpsSetChoice, type SetSection, settleSets, takesSet } from './mps-sets.ts';
import type { Program } from './program.ts';

const SECTIONS = ['NAME', 'OBJSENSE', 'OBJNAME', 'ROWS', 'COLUMNS', 'RHS', 'RANGES', 'BOUNDS', 'ENDATA'];
/** Sections of quadratic, conic and logical extensions. */
const BEYOND =
  /^(QUADOBJ|QMATRIX|QSECTION|QCMATRIX|CSECTION|SOS|SOS1|SOS2|SETS|INDICATORS|GENCONS|LAZYCONS|USERCUTS|PWLOBJ|SCENARIOS|SIMPLE)$/;

/** Reads either form: free, and when that fails and fixed does not, fixed. `file` is its name, for the faults. */
export function readMps(
  text: string,
  file: string | null = null,
  chosen: MpsSetChoice = {},
): Result<Program> {
  const free = readMpsForm(text, file, 'free', chosen);
  if (free.ok) return free;
  const fixed = readMpsForm(text, file, 'fixed', chosen);
  return fixed.ok || fixed.issues.length < free.issues.length ? fixed : free;
}

/** Reads one form only. */
export function readMpsForm(
  text: string,
  file: string | null,
  form: MpsForm,
  chosen: MpsSetChoice = {},
): Result<Program> {
  const reading = openReading(openDraft(), openFaults(file), form, chosen);
  readLines(reading, text);
  const { draft, faults, seen } = reading;
  if (!seen.has('ROWS') || !seen.has('COLUMNS')) {
    // A section with an unknown name may be the missing one, and is told already.
    if (!reading.lost.rows) faults.add('program-empty', null, { format: 'MPS' });
  } else if (!seen.has('ENDATA')) faults.add('program-cut-off', null, { expected: 'ENDATA' });
  settleSets(reading.sets, faults);
  if (faults.failed) return { ok: false, issues: faults.issues };
  finishRows(reading);
  defaultLimits(reading);
  warnOfCrossedLimits(draft, faults);
  return { ok: true, value: closeDraft(draft), issues: faults.issues };
}

function readLines(reading: MpsReading, text: string): void {
  const { faults, seen } = reading;
  let section = '';
  for (const line of mpsLines(text, reading.form)) {
    const isSense = section === 'OBJSENSE' && line.section !== null && /^(MIN|MAX)/.test(line.section);
    if (line.section !== null && !isSense) {
      section = line.section;
      openSection(reading, line);
      if (section === 'ENDATA') return;
    } else if (isSense) readSense(reading, line.line, line.section ?? '');
    else READERS[section]?.(reading, line);
    if (faults.full) return;
  }
  seen.delete('ENDATA');
}

function openSection(reading: MpsReading, { line, section, fields }: MpsLine): void {
  const { faults, seen, draft, lost } = reading;
  const found = section ?? '';
  if (BEYOND.test(found)) faults.add('program-beyond-linear', line, { found: `The section ${found}` });
  else if (!SECTIONS.includes(found)) {
    const near = nearest(found, SECTIONS)?.toUpperCase();
    const particulars = { found, format: 'MPS', expected: SECTIONS.join(', '), ...(near ? { near } : {}) };
    faults.add('program-section-unknown', line, particulars);
    lost.rows = lost.columns = true;
  }
  if (found === 'NAME') draft.name = fields[0] ?? '';
  if (found === 'OBJSENSE' && fields.length > 0) readSense(reading, line, fields[0]);
  const before: Record<string, string> = { COLUMNS: 'ROWS', RHS: 'ROWS', RANGES: 'ROWS', BOUNDS: 'COLUMNS' };
  const isMissing = before[found] === 'ROWS' ? lost.rows : lost.columns;
  if (before[found] && !seen.has(before[found]) && !isMissing) {
    faults.add('program-section-order', line, { found, expected: before[found] });
    if (before[found] === 'ROWS') lost.rows = true;
    lost.columns = true;
  }
  if (found === 'COLUMNS') chooseObjective(reading, line);
  seen.add(found);
}

const READERS: Readonly<Record<string, (reading: MpsReading, line: MpsLine) => void>> = {
  OBJSENSE: (reading, { line, fields }) =>
    readSense(reading, line, fields.find((field) => field !== '') ?? ''),
  OBJNAME: (reading, { fields }) => {
    reading.objectiveName = fields.find((field) => field !== '') ?? null;
  },
  ROWS: readRow,
  COLUMNS: readEntries,
  RHS: (reading, line) => readSet(reading, line, 'RHS', reading.rhs),
  RANGES: (reading, line) => readSet(reading, line, 'RANGES', reading.ranges),
  BOUNDS: readLimit,
};

function readSense({ draft, faults }: MpsReading, line: number, word: string): void {
  if (/^MAX(IMI[SZ]E|IMUM)?$/i.test(word)) draft.sense = 'max';
  else if (/^MIN(IMI[SZ]E|IMUM)?$/i.test(word)) draft.sense = 'min';
  else faults.add('program-sense-wrong', line, { found: word });
}

function readRow(reading: MpsReading, { line, fields }: MpsLine): void {
  const { draft, faults, rows, lost } = reading;
  const given = fields.filter((field) => field !== '');
  if (given.length !== 2) {
    // Where the head of COLUMNS is missing, all of its lines come here: they are told by the first.
    const particulars = { found: fieldCount(given), expected: 'a kind and a name' };
    if (!reading.told.has('fields of ROWS')) faults.add('program-fields-wrong', line, particulars);
    reading.told.add('fields of ROWS');
    lost.rows = lost.columns = true;
    return;
  }
  const [kind, name] = [given[0].toUpperCase(), given[1]];
  const isKind = /^[NLGE]$/.test(kind);
  lost.rows ||= !isKind || rows.has(name);
  if (!isKind) faults.add('program-row-kind-wrong', line, { found: given[0] });
  else if (rows.has(name)) faults.add('program-row-twice', line, { found: name });
  else if (kind === 'N') {
    rows.set(name, LEFT_OUT);
    reading.freeRows.push(name);
  } else {
    rows.set(name, addRow(draft, name, -Infinity, Infinity));
    reading.kinds.push(kind);
  }
}

function chooseObjective(reading: MpsReading, line: number): void {
  const { faults, freeRows, objectiveName, rows, lost } = reading;
  const name = objectiveName ?? freeRows[0];
  if (name !== undefined && freeRows.includes(name)) rows.set(name, OBJECTIVE);
  else if (name !== undefined) unknown(reading, 'row', line, name, freeRows);
  else if (!lost.rows) faults.add('program-objective-missing', line, {}, 'warning');
  const others = freeRows.filter((each) => each !== name);
  if (others.length > 0) {
    faults.add('program-row-free', line, { found: listed(others, 3) }, 'note');
  }
}

function readEntries(reading: MpsReading, { line, fields }: MpsLine): void {
  const { faults, draft } = reading;
  const given = fields.filter((field) => field !== '');
  if (given[1]?.toUpperCase() === "'MARKER'") {
    const kind = given[2]?.toUpperCase();
    if (kind === "'INTORG'") reading.whole = true;
    else if (kind === "'INTEND'") reading.whole = false;
    else faults.add('program-beyond-linear', line, { found: `The marker ${given[2] ?? ''}` });
    return;
  }
  const name = reading.form === 'fixed' ? fields[1] : given[0];
  const pairs = pairsOf(reading, line, reading.form === 'fixed' ? fields.slice(2) : given.slice(1));
  if (!pairs) {
    reading.lost.columns = true;
    return;
  }
  if (reading.column < 0 || draft.columnNames[reading.column] !== name) {
    if (draft.columnOf.has(name)) {
      if (!reading.told.has(`again ${name}`)) faults.add('program-column-twice', line, { found: name });
      reading.told.add(`again ${name}`);
      return;
    }
    reading.column = addColumn(draft, name);
    if (reading.whole) {
      draft.integer[reading.column] = 1;
      reading.limits.marked.add(reading.column);
    }
  }
  for (const [row, value] of pairs) readEntry(reading, line, row, value);
}

function readEntry(reading: MpsReading, line: number, name: string, text: string): void {
  const { draft, faults, rows, column, lastEntry } = reading;
  const row = rows.get(name);
  const value = readNumber(text);
  if (row === undefined) unknown(reading, 'row', line, name, rows.keys());
  else if (Number.isNaN(value)) faults.add('program-number-wrong', line, { found: text });
  else if (!Number.isFinite(value))
    faults.add('program-infinite-wrong', line, { found: text, expected: 'an entry' });
  else if (row === LEFT_OUT) return;
  else if (lastEntry[row + 1] === column) {
    faults.add('program-entry-twice', line, {
      found: `The entry of ${draft.columnNames[column]} in ${name}`,
    });
  } else {
    lastEntry[row + 1] = column;
    if (row === OBJECTIVE) draft.cost[column] = value;
    else if (value !== 0) {
      draft.entryRows.push(row);
      draft.entryColumns.push(column);
      draft.entryValues.push(value);
    }
  }
}

const fieldCount = (fields: readonly string[]): string =>
  count(fields.filter((field) => field !== '').length, 'field');

/** Row and value, once or twice; null when the fields do not pair up. */
function pairsOf({ faults }: MpsReading, line: number, fields: readonly string[]): [string, string][] | null {
  const given = fields.length === 4 && fields[2] === '' && fields[3] === '' ? fields.slice(0, 2) : fields;
  const pairs: [string, string][] = [];
  for (let k = 0; k + 1 < given.length; k += 2) pairs.push([given[k], given[k + 1]]);
  if (given.length % 2 === 0 && pairs.length > 0 && pairs.length <= 2 && !given.includes('')) return pairs;
  const found = fieldCount(given);
  faults.add('program-fields-wrong', line, { found, expected: 'one or two rows, each with its number' });
  return null;
}

function readSet(
  reading: MpsReading,
  { line, fields }: MpsLine,
  section: Exclude<SetSection, 'BOUNDS'>,
  into: Map<number, number>,
): void {
  const { faults, rows, form, sets } = reading;
  const isNamed = form === 'free' && fields.length % 2 === 1;
  const set = form === 'fixed' ? fields[1] : isNamed ? fields[0] : '';
  const pairs = pairsOf(reading, line, form === 'fixed' ? fields.slice(2) : fields.slice(isNamed ? 1 : 0));
  if (!pairs || !takesSet(sets, line, section, set, pairs.length)) return;
  for (const [name, text] of pairs) {
    const row = rows.get(name);
    const value = readNumber(text);
    if (row === undefined) unknown(reading, 'row', line, name, rows.keys());
    else if (Number.isNaN(value)) faults.add('program-number-wrong', line, { found: text });
    else if (into.has(row) && row !== LEFT_OUT)
      faults.add('program-entry-twice', line, { found: `${section} of ${name}` });
    else if (section === 'RANGES' && row < 0) faults.add('program-range-of-free-row', line, { found: name });
    else if (
      Number.isFinite(value) ||
      (section === 'RHS' && row >= 0 && mayBeInfinite(reading.kinds[row], value))
    ) {
      into.set(row, value);
    } else
      faults.add('program-infinite-wrong', line, {
        found: text,
        expected: section === 'RHS' ? 'this right-hand side' : 'a range',
      });
  }
}

function mayBeInfinite(kind: string, value: number): boolean {
  return (kind === 'L' && value > 0) || (kind === 'G' && value < 0);
}

function readLimit(reading: MpsReading, { line, fields }: MpsLine): void {
  const { faults, draft, form } = reading;
  const kind = fields[0].toUpperCase();
  let [set, name, text] = ['', '', null as string | null];
  if (form === 'fixed') [set, name, text] = [fields[1], fields[2], fields[3] || null];
  else {
    // The set may be left out: then the name is where the set would be. FR, MI, PL and BV may carry a number of no use.
    const rest = fields.slice(1);
    const isKnown = (word: string): boolean => draft.columnOf.has(word);
    const isNamed =
      rest.length === 3 ||
      (rest.length === 2 && isKnown(rest[1]) && (/^(FR|MI|PL|BV)$/.test(kind) || !isKnown(rest[0])));
    if (rest.length < 1 || rest.length > 3) {
      faults.add('program-fields-wrong', line, {
        found: fieldCount(fields),
        expected: 'a kind, a set, a column and a number',
      });
      return;
    }
    set = isNamed ? rest[0] : '';
    [name, text] = isNamed ? [rest[1], rest[2] ?? null] : [rest[0], rest[1] ?? null];
  }
  if (!takesSet(reading.sets, line, 'BOUNDS', set, 1)) return;
  const column = draft.columnOf.get(name);
  if (column === undefined) unknown(reading, 'column', line, name, draft.columnNames);
  else applyLimit(reading, line, kind, column, text);
}

/** Right-hand sides and ranges become limits of rows, whichever section came first. */
function finishRows({ draft, kinds, rhs, ranges }: MpsReading): void {
  draft.offset = -(rhs.get(OBJECTIVE) ?? 0) + 0;
  kinds.forEach((kind, row) => {
    const side = rhs.get(row) ?? 0;
    const range = ranges.get(row);
    // An infinite side has nothing to reach to.
    const width = range === undefined || !Number.isFinite(side) ? null : Math.abs(range);
    if (kind === 'E') {
      draft.rowLower[row] = side + Math.min(0, range ?? 0);
      draft.rowUpper[row] = side + Math.max(0, range ?? 0);
    } else if (kind === 'L') {
      draft.rowUpper[row] = side;
      draft.rowLower[row] = width === null ? -Infinity : side - width;
    } else {
      draft.rowLower[row] = side;
      draft.rowUpper[row] = width === null ? Infinity : side + width;
    }
  });
}

/** Told once a name, and not where a line that may have given the name was a fault itself. */
function unknown(
  { faults, lost, told }: MpsReading,
  what: 'row' | 'column',
  line: number,
  found: string,
  known: Iterable<string>,
): void {
  const key = `${what} ${found}`;
  if (told.has(key) || lost[`${what}s`]) return;
  told.add(key);
  const names = [...known];
  // Comparing with a hundred thousand names takes longer than a hint is worth.
  const near = names.length <= 5000 ? nearest(found, names) : undefined;
  faults.add(`program-${what}-unknown`, line, { found: found || '(no name)', ...(near ? { near } : {}) });
}
