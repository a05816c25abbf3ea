/**
 * LP files by hand: each form of row and limit, and each fault with its line.
 */
import { describe, expect, it } from 'vitest';
import type { Program } from './program.ts';
import { readLp } from './read-lp.ts';

function read(text: string): Program {
  const result = readLp(text);
  if (!result.ok) throw new Error(result.issues.map((issue) => `${issue.line} ${issue.message}`).join('\n'));
  return result.value;
}
const body = (rows: string, rest = '') => `Minimize\n obj: x + 2 y\nSubject To\n${rows}\n${rest}\nEnd\n`;
const limitsOf = (program: Program) => Array.from(program.lower, (lower, j) => [lower, program.upper[j]]);
const rowOf = (program: Program, i: number) => [program.rowLower[i], program.rowUpper[i]];
/** Coefficients of the first row by column name. */
function firstRow(program: Program): Record<string, number> {
  const entries: Record<string, number> = {};
  for (let j = 0; j < program.columns; j++) {
    for (let k = program.starts[j]; k < program.starts[j + 1]; k++) {
      if (program.indices[k] === 0) entries[program.columnNames![j]] = program.values[k];
    }
  }
  return entries;
}

describe('objective', () => {
  it.each([
    ['Maximize', 'max'],
    ['MAX', 'max'],
    ['maximise', 'max'],
    ['Minimum', 'min'],
    ['minimize', 'min'],
  ])('%s', (word, sense) => {
    expect(read(`${word}\n x\nst\n c: x <= 1\nend`).sense).toBe(sense);
  });

  it('terms, repeated columns, a constant, lines that go on', () => {
    const p = read(
      'Minimize\n cost: 3 x - 2.5y + 1e1*z \\ a comment: 7 w\n  + x\n - 4\n + 10\nst\n c: x <= 1\nEnd',
    );
    expect(p.columnNames).toEqual(['x', 'y', 'z']);
    expect(Array.from(p.cost)).toEqual([4, -2.5, 10]);
    expect(p.offset).toBe(6);
  });

  it('may be empty', () => {
    expect(Array.from(read('min\n obj:\nst\n x >= 1\nend').cost)).toEqual([0]);
  });
});

describe('rows', () => {
  it.each([
    [' c: x + y <= 4', [-Infinity, 4], { x: 1, y: 1 }],
    [' c: x + y < 4', [-Infinity, 4], { x: 1, y: 1 }],
    [' c: x - y =< 4', [-Infinity, 4], { x: 1, y: -1 }],
    [' c: - x + 3 y >= -2', [-2, Infinity], { x: -1, y: 3 }],
    [' c: 2 x = 6', [6, 6], { x: 2 }],
    [' c: -5 <= x + y <= 8', [-5, 8], { x: 1, y: 1 }],
    [' c: 8 >= x + y >= -5', [-5, 8], { x: 1, y: 1 }],
    [' c: 4 >= x', [-Infinity, 4], { x: 1 }],
    [' c: 4 = x', [4, 4], { x: 1 }],
    [' c: x + 2 <= 5', [-Infinity, 3], { x: 1 }],
    [' c: x + x\n  + y\n  >= 1', [1, Infinity], { x: 2, y: 1 }],
    [' c: x - x + y >= 1', [1, Infinity], { y: 1 }],
    [' c: x >= -inf', [-Infinity, Infinity], { x: 1 }],
    [' c: x <= +infinity', [-Infinity, Infinity], { x: 1 }],
    [' c: -inf <= x <= 3', [-Infinity, 3], { x: 1 }],
    [' c: 0 x <= 3', [-Infinity, 3], {}],
    [' c: 0 <= 3', [-Infinity, 3], {}],
  ])('%j', (row, limits, entries) => {
    const p = read(body(row));
    expect(rowOf(p, 0)).toEqual(limits);
    expect(firstRow(p)).toEqual(entries);
  });

  it('without names are called by their number', () => {
    expect(read(body(' x >= 1\n c1: y >= 1\n x + y >= 2')).rowNames).toEqual(['_c1', 'c1', 'c3']);
  });

  it('heads in other words; names that look like them', () => {
    const p = read('max\n x\nsuch that\n st: x <= 2\n end: x <= 3\nbounds\n x >= 1\nend');
    expect(p.rowNames).toEqual(['st', 'end']);
    expect(limitsOf(p)).toEqual([[1, Infinity]]);
  });

  it('names with brackets, as Gurobi and Pyomo write them', () => {
    expect(read(body(' c[1,2]: flow[a,1] + p(t1) <= 1')).columnNames).toEqual([
      'x',
      'y',
      'flow[a,1]',
      'p(t1)',
    ]);
  });
});

describe('limits and whole columns', () => {
  it.each([
    ['x <= 4', [0, 4]],
    ['x >= 2', [2, Infinity]],
    ['x >= 2\n x <= 4', [2, 4]],
    ['x = 3', [3, 3]],
    ['2 <= x <= 4', [2, 4]],
    ['4 >= x >= 2', [2, 4]],
    ['-inf <= x <= 4', [-Infinity, 4]],
    ['x free', [-Infinity, Infinity]],
    ['x Free', [-Infinity, Infinity]],
    ['-5 <= x', [-5, Infinity]],
    ['x >= -inf', [-Infinity, Infinity]],
    ['x <= 1e30', [0, Infinity]],
  ])('%j', (lines, expected) => {
    expect(limitsOf(read(body(' c: x >= 1', `Bounds\n ${lines}`)))[0]).toEqual(expected);
  });

  it('General and Binary', () => {
    const p = read(body(' c: x + z >= 1', 'Bounds\n x <= 9\nGenerals\n x\nBinary\n z y'));
    expect(Array.from(p.integer!)).toEqual([1, 1, 1]);
    expect(limitsOf(p)).toEqual([
      [0, 9],
      [0, 1],
      [0, 1],
    ]);
  });

  it('a negative upper limit keeps the lower one at 0, as CPLEX and HiGHS read it, and says so', () => {
    const result = readLp(body(' c: x >= 1', 'Bounds\n x <= -4'));
    expect(result.issues.map((issue) => issue.code)).toEqual(['program-limits-crossed']);
    expect(result.ok && limitsOf(result.value)[0]).toEqual([0, -4]);
  });
});

describe('faults, each with its line', () => {
  it.each([
    ['nothing', '', ['program-empty –']],
    ['no end', 'min\n x\nst\n c: x >= 1\n', ['program-cut-off –']],
    ['a park file', 'park: a\nplants:\n', ['program-sign-wrong 1']],
    ['columns on the right', body(' c: x <= 2 y'), ['program-sign-wrong 4']],
    ['column alone on the right', body(' c: x <= y\n d: x >= 1'), ['program-sign-wrong 4']],
    ['two columns side by side', body(' c: x y <= 2'), ['program-sign-wrong 4']],
    ['no relation', body(' c: x + y\n d: x >= 1'), ['program-sign-wrong 5']],
    ['no number', body(' c: x >=\n d: x >= 1'), ['program-sign-wrong 5']],
    ['range with two directions', body(' c: 3 <= x >= 1'), ['program-sign-wrong 4']],
    ['quadratic objective', 'min\n x + [ x ^ 2 ] / 2\nst\n c: x >= 1\nEnd\n', ['program-beyond-linear 2']],
    ['square in a row', body(' c: x^2 <= 4'), ['program-beyond-linear 4']],
    ['product in a row', body(' c: x * y <= 4'), ['program-beyond-linear 4']],
    ['row twice', body(' c: x >= 1\n c: y >= 1'), ['program-row-twice 5']],
    ['semi-continuous', body(' c: x >= 1', 'Semi-continuous\n x'), ['program-beyond-linear 5']],
    ['sets', body(' c: x >= 1', 'SOS1\n s: x:1'), ['program-beyond-linear 5']],
    ['unknown whole column', body(' c: x >= 1', 'General\n w'), ['program-column-unknown 6']],
    ['limit without relation', body(' c: x >= 1', 'Bounds\n x\n y <= 2'), ['program-sign-wrong 7']],
    ['limit upside down', body(' c: x >= 1', 'Bounds\n x >= inf'), ['program-infinite-wrong 6']],
    ['infinite equality', body(' c: x = inf'), ['program-infinite-wrong 4']],
    ['strange sign', body(' c: x + / <= 2\n d: x >= 1'), ['program-sign-wrong 4']],
  ])('%s', (_, file, expected) => {
    const result = readLp(file, 'a.lp');
    expect(result.ok).toBe(false);
    expect(result.issues.map((issue) => `${issue.code} ${issue.line ?? '–'}`)).toEqual(expected);
    for (const issue of result.issues) {
      expect(issue.file).toBe('a.lp');
      expect(`${issue.message} ${issue.why} ${issue.remedy}`).not.toMatch(/undefined|No sentence/);
    }
  });
});

describe('places', () => {
  it.each([
    ['min\n x\nst\n c: x + y <= 2 y\nEnd\n', 4, 16],
    ['min\n x\nst\n  c: 3 x ^ 2 <= 4\nEnd\n', 4, 8],
    ['min\n x\nst\n c: x >= 1\nGeneral\n x   nobody\nEnd\n', 6, 6],
    ['min\r\n x\r\nst\r\n c: x >=\\ a word\r\n\t/\r\nEnd\r\n', 5, 2],
  ])('%j: line %i, column %i', (file, line, column) => {
    const [first] = readLp(file, 'a.lp').issues;
    expect([first.line, first.column]).toEqual([line, column]);
  });
});

describe('what follows from a fault is not told as another', () => {
  it.each([
    [
      'the rest of a row over several lines',
      'min\n x\nst\n c: x + y ^ 2\n  + 3 z\n  + 4 <= 2\n d: x >= 1\nEnd\n',
      1,
    ],
    ['columns lost with a row', 'min\n x\nst\n c: x + y ^ 2 + z <= 3\nGeneral\n z\nEnd\n', 1],
    ['an objective over several lines', 'min\n x + y ^ 2\n + z ^ 2\nst\n c: x >= 1\nGeneral\n z\nEnd\n', 1],
    ['one unknown name, three times', 'min\n x\nst\n c: x >= 1\nGeneral\n w w\n w\nEnd\n', 1],
    ['no head at all', 'x + y >= 1\nx >= 2\ny >= 3\n', 1],
    ['two rows with faults of their own', 'min\n x\nst\n c: x ^ 2 >= 1\n d: x / 2 >= 1\nEnd\n', 2],
    ['the same without labels', 'min\n x\nst\n x ^ 2 >= 1\n x / 2 >= 1\nEnd\n', 2],
  ])('%s', (_, file, many) => {
    expect(readLp(file, 'a.lp').issues.map(({ code }) => code)).toHaveLength(many);
  });
});
