/**
 * MPS files by hand: each custom of the form, and each fault with its line.
 */
import { describe, expect, it } from 'vitest';
import type { Program } from './program.ts';
import { readMps, readMpsForm } from './read-mps.ts';

const HEAD = `NAME T
ROWS
 N cost
 L most
 G least
 E equal
COLUMNS
    x cost 1 most 1
    x least 1 equal 1
    y cost 2 most 1
    y equal 1
`;

function read(text: string): Program {
  const result = readMps(text);
  if (!result.ok) throw new Error(result.issues.map((issue) => issue.message).join('\n'));
  return result.value;
}
/** Codes and lines of the issues, errors and others alike. */
const faults = (text: string) =>
  readMps(text, 'a.mps').issues.map((issue) => `${issue.code} ${issue.line ?? '–'}`);
const limits = (program: Program) => Array.from(program.lower, (lower, j) => [lower, program.upper[j]]);
const rowLimits = (program: Program) =>
  Array.from(program.rowLower, (lower, i) => [lower, program.rowUpper[i]]);
const rowsWith = (sides: string) => rowLimits(read(`${HEAD}RHS\n${sides}\nENDATA\n`));

describe('what a file says', () => {
  it('rows, columns, entries and names', () => {
    const p = read(`${HEAD}RHS\n    R most 4 least 1\n    R equal 3\nENDATA\n`);
    expect([p.name, p.columns, p.rows, p.sense]).toEqual(['T', 2, 3, 'min']);
    expect(p.columnNames).toEqual(['x', 'y']);
    expect(p.rowNames).toEqual(['most', 'least', 'equal']);
    expect(Array.from(p.starts)).toEqual([0, 3, 5]);
    expect(Array.from(p.indices)).toEqual([0, 1, 2, 0, 2]);
    expect(Array.from(p.cost)).toEqual([1, 2]);
    expect(rowLimits(p)).toEqual([
      [-Infinity, 4],
      [1, Infinity],
      [3, 3],
    ]);
  });

  it('the right-hand side of the objective is minus its constant', () => {
    expect(read(`${HEAD}RHS\n    R cost -5\nENDATA\n`).offset).toBe(5);
    expect(read(`${HEAD}RHS\n    R cost 7.5\nENDATA\n`).offset).toBe(-7.5);
  });

  it.each([
    ['OBJSENSE\n    MAX\n', 'max'],
    ['OBJSENSE MAX\n', 'max'],
    ['OBJSENSE\n    MAXIMIZE\n', 'max'],
    ['OBJSENSE\nMAX\n', 'max'],
    ['OBJSENSE\n    MIN\n', 'min'],
    ['', 'min'],
  ])('%j makes it %s', (section, sense) => {
    expect(read(HEAD.replace('ROWS\n', `${section}ROWS\n`).concat('ENDATA\n')).sense).toBe(sense);
  });

  it.each([
    // row, range, limits by the table of the form: R on L, G, E with both signs, and 0.
    ['most', '3', [1, 4]],
    ['most', '-3', [1, 4]],
    ['least', '3', [4, 7]],
    ['least', '-3', [4, 7]],
    ['equal', '3', [4, 7]],
    ['equal', '-3', [1, 4]],
    ['equal', '0', [4, 4]],
  ])('a right-hand side of 4 on %s with a range of %s', (row, range, expected) => {
    const file = (sections: string) =>
      rowLimits(read(`${HEAD}${sections}ENDATA\n`))[['most', 'least', 'equal'].indexOf(row)];
    const side = `RHS\n    R ${row} 4\n`;
    const width = `RANGES\n    R ${row} ${range}\n`;
    expect(file(side + width)).toEqual(expected);
    // The sections may come either way round.
    expect(file(width + side)).toEqual(expected);
  });

  it.each([
    [' UP B x 5', [0, 5]],
    [' LO B x 2', [2, Infinity]],
    [' FX B x 3', [3, 3]],
    [' FR B x', [-Infinity, Infinity]],
    [' MI B x', [-Infinity, Infinity]],
    [' MI B x\n UP B x -2', [-Infinity, -2]],
    [' PL B x', [0, Infinity]],
    [' UP B x -4', [-Infinity, -4]],
    [' LO B x 0\n UP B x -4', [0, -4]],
    [' UP B x 0', [0, 0]],
    [' UP B x 1e30', [0, Infinity]],
    [' UP B x inf', [0, Infinity]],
    [' LO B x -1e20', [-Infinity, Infinity]],
    [' UP x 5', [0, 5]],
    [' FR x', [-Infinity, Infinity]],
    [' FR B x 0', [-Infinity, Infinity]],
  ])('limits: %j gives %j', (lines, expected) => {
    expect(limits(read(`${HEAD}BOUNDS\n${lines}\nENDATA\n`))[0]).toEqual(expected);
  });

  it('whole columns by LI, UI, BV and by markers, with their customary limits', () => {
    const p = read(`${HEAD}BOUNDS\n UI B x 7\n BV B y\nENDATA\n`);
    expect(Array.from(p.integer!)).toEqual([1, 1]);
    expect(limits(p)).toEqual([
      [0, 7],
      [0, 1],
    ]);
    const marked = `NAME\nROWS\n N c\nCOLUMNS\n    M1 'MARKER' 'INTORG'\n    a c 1\n    b c 1\n    d c 1\n    M2 'MARKER' 'INTEND'\n    e c 1\n`;
    const q = read(`${marked}BOUNDS\n LO B b 0\n LI B e -3\n PL B d\nENDATA\n`);
    expect(Array.from(q.integer!)).toEqual([1, 1, 1, 1]);
    // As HiGHS 1.15 reads the same file: 0 … 1 only for the one without any limit.
    expect(limits(q)).toEqual([
      [0, 1],
      [0, Infinity],
      [0, Infinity],
      [-3, Infinity],
    ]);
  });

  it('numbers in all spellings, comments, missing set names', () => {
    expect(rowsWith('* a comment\n\n    most 1.D+3')[0]).toEqual([-Infinity, 1000]);
    expect(rowsWith('    most .5 least +2.')[1]).toEqual([2, Infinity]);
    expect(rowsWith('    R most 5 $ said by the writer')[0]).toEqual([-Infinity, 5]);
    expect(rowsWith('    R most 1e30')[0]).toEqual([-Infinity, Infinity]);
  });

  it('fixed form: names with spaces, an empty set name', () => {
    const p = read(
      [
        'NAME          TWO WORDS',
        'ROWS',
        ' N  COST',
        ' G  ROW A',
        'COLUMNS',
        '    COL ONE   COST               2.0   ROW A              4.0',
        'RHS',
        '              ROW A              8.0',
        'BOUNDS',
        ' UP BND       COL ONE            5.0',
        'ENDATA',
      ].join('\n'),
    );
    expect(p.columnNames).toEqual(['COL ONE']);
    expect(rowLimits(p)).toEqual([[8, Infinity]]);
    expect(limits(p)).toEqual([[0, 5]]);
  });

  it('further rows of kind N are left out, and OBJNAME chooses among them', () => {
    const rows = 'NAME\nROWS\n N one\n N two\n L row\nCOLUMNS\n    x one 1 two 2\n    x row 1\nENDATA\n';
    expect(read(rows).cost[0]).toBe(1);
    expect(faults(rows)).toEqual(['program-row-free 6']);
    expect(read(rows.replace('ROWS', 'OBJNAME\n    two\nROWS')).cost[0]).toBe(2);
  });

  it('lines ended by Windows', () => {
    expect(read(`${HEAD}RHS\n    R most 4\nENDATA\n`.replaceAll('\n', '\r\n')).rowNames![2]).toBe('equal');
  });
});

describe('what custom decides is said', () => {
  it.each([
    ['BOUNDS\n UP B x -4\nENDATA\n', ['program-negative-upper –']],
    ['BOUNDS\n LO B x 3\n UP B x 2\nENDATA\n', ['program-limits-crossed –']],
  ])('%j', (rest, expected) => {
    const result = readMps(HEAD + rest, 'a.mps');
    expect(result.ok).toBe(true);
    expect(faults(HEAD + rest)).toEqual(expected);
  });
});

describe('faults, each with its line', () => {
  it.each([
    ['no end', `${HEAD}`, ['program-cut-off –']],
    ['nothing', '', ['program-empty –']],
    ['a park file', 'park: x\nplants:\n  a: 1\n', ['program-section-unknown 1', 'program-section-unknown 2']],
    ['unknown row', `${HEAD}RHS\n    R mist 4\nENDATA\n`, ['program-row-unknown 13']],
    ['unknown column', `${HEAD}BOUNDS\n UP B z 4\nENDATA\n`, ['program-column-unknown 13']],
    ['not a number', `${HEAD}RHS\n    R most 4,5\nENDATA\n`, ['program-number-wrong 13']],
    [
      'infinite entry',
      HEAD.replace('x cost 1', 'x cost inf').concat('ENDATA\n'),
      ['program-infinite-wrong 8'],
    ],
    ['infinite equality', `${HEAD}RHS\n    R equal inf\nENDATA\n`, ['program-infinite-wrong 13']],
    ['row twice', HEAD.replace(' E equal', ' E most').concat('ENDATA\n'), ['program-row-twice 6']],
    ['entry twice', HEAD.replace('x least 1', 'x most 2').concat('ENDATA\n'), ['program-entry-twice 9']],
    ['column in two places', `${HEAD}    x least 3\nENDATA\n`, ['program-column-twice 12']],
    ['kind of row', HEAD.replace(' E equal', ' Q equal').concat('ENDATA\n'), ['program-row-kind-wrong 6']],
    ['kind of limit', `${HEAD}BOUNDS\n XX B x 4\nENDATA\n`, ['program-limit-kind-wrong 13']],
    ['semi-continuous', `${HEAD}BOUNDS\n SC B x 4\nENDATA\n`, ['program-semicontinuous 13']],
    ['limit without number', `${HEAD}BOUNDS\n UP B x\nENDATA\n`, ['program-fields-wrong 13']],
    ['range of the objective', `${HEAD}RANGES\n    R cost 4\nENDATA\n`, ['program-range-of-free-row 13']],
    ['fields missing', `${HEAD}RHS\n    R\nENDATA\n`, ['program-fields-wrong 13']],
    ['quadratic', `${HEAD}QUADOBJ\n    x x 2\nENDATA\n`, ['program-beyond-linear 12']],
    [
      'sense',
      HEAD.replace('ROWS\n', 'OBJSENSE UPWARD\nROWS\n').concat('ENDATA\n'),
      ['program-sense-wrong 2'],
    ],
    ['columns first', 'NAME\nCOLUMNS\n    x c 1\nROWS\n N c\nENDATA\n', ['program-section-order 2']],
  ])('%s', (_, file, expected) => {
    const result = readMpsForm(file, 'a.mps', 'free');
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => `${issue.code} ${issue.line ?? '–'}`)).toEqual(expected);
    for (const issue of result.issues) {
      expect(issue.file).toBe('a.mps');
      expect(`${issue.message} ${issue.why} ${issue.remedy}`).not.toMatch(/undefined|No sentence/);
    }
  });

  it.each([
    [
      'a row that nobody named, three times',
      `${HEAD}RHS\n    R mist 4\n    R mist 5\n    R mist 6\nENDATA\n`,
      1,
    ],
    [
      'a column in two places, with three lines',
      `${HEAD}    x least 3\n    x most 1\n    x equal 2\nENDATA\n`,
      1,
    ],
    [
      'a misspelled head, and all that it should have named',
      HEAD.replace('COLUMNS', 'COLUMS').concat('RHS\n    R most 4\nBOUNDS\n UP B x 4\nENDATA\n'),
      1,
    ],
    ['no head before the columns', HEAD.replace('COLUMNS\n', '').concat('RHS\n    R most 4\nENDATA\n'), 1],
    [
      'a column whose line cannot be read, named later',
      HEAD.replace('    y cost 2 most 1\n    y equal 1\n', '    y cost\n').concat(
        'BOUNDS\n UP B y 4\n UP B y 5\nENDATA\n',
      ),
      1,
    ],
    [
      'two faults that have nothing to do with each other',
      `${HEAD}RHS\n    R mist 4\n    R most x\nENDATA\n`,
      2,
    ],
  ])('what follows from a fault is not told as another: %s', (_, file, many) => {
    const { issues } = readMpsForm(file, 'a.mps', 'free');
    expect(issues.map(({ code }) => code)).toHaveLength(many);
  });

  it('tells the near name', () => {
    const result = readMps(`${HEAD}RHS\n    R mots 4\nENDATA\n`);
    expect(result.issues[0].near).toBe('most');
    expect(result.issues[0].remedy).toContain('most');
  });

  it('stops after many', () => {
    const result = readMps(
      `${HEAD}RHS\n${Array.from({ length: 500 }, (_, k) => `    R nobody${k} 4\n`).join('')}ENDATA\n`,
    );
    expect(result.issues.length).toBe(26);
    expect(result.issues[25].code).toBe('program-many-faults');
  });
});

describe('several sets', () => {
  const two = `${HEAD}RHS\n    A most 4\n    A least 1\n    B most 9\nBOUNDS\n UP P x 3\n UP Q x 8\n UP Q y 8\nENDATA\n`;

  it('are a fault that names each with its entries, and how to choose', () => {
    const { ok, issues } = readMps(two, 'a.mps');
    expect([ok, issues.map(({ code, line }) => `${code} ${line}`)]).toEqual([
      false,
      ['program-set-several 15', 'program-set-several 18'],
    ]);
    expect(issues[0].message).toBe('RHS holds several sets: A (2 entries), B (1 entry).');
    expect(issues[1].remedy).toContain('--set BOUNDS=P');
  });

  it('are read by the one that is named; what was used and left out is said', () => {
    const first = readMps(two, 'a.mps', { RHS: 'A', BOUNDS: 'P' });
    const second = readMps(two, 'a.mps', { RHS: 'B', BOUNDS: 'Q' });
    if (!first.ok || !second.ok) throw new Error('not read');
    expect([rowLimits(first.value)[0], limits(first.value)]).toEqual([
      [-Infinity, 4],
      [
        [0, 3],
        [0, Infinity],
      ],
    ]);
    expect([rowLimits(second.value)[0], limits(second.value)]).toEqual([
      [-Infinity, 9],
      [
        [0, 8],
        [0, 8],
      ],
    ]);
    expect(second.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'program-set-chosen note',
      'program-set-chosen note',
    ]);
    expect(`${second.issues[0].message} ${second.issues[0].why}`).toContain('B (1 entry)');
    expect(second.issues[0].why).toContain('A (2 entries)');
  });

  it('a set that is not there is a fault; one without a name is chosen by nothing', () => {
    expect(readMps(two, null, { RHS: 'C', BOUNDS: 'P' }).issues[0].code).toBe('program-set-unknown');
    const unnamed = `${HEAD}RHS\n    most 4\n    B most 9\nENDATA\n`;
    const read = readMps(unnamed, null, { RHS: '' });
    expect(read.ok && rowLimits(read.value)[0]).toEqual([-Infinity, 4]);
  });
});
