import { describe, expect, it } from 'vitest';
import { hanging, textTable, wrapped } from './text-columns.ts';

const COLUMNS = [{ title: 'Figure' }, { title: 'Value', right: true }, { title: 'Range' }];

describe('a table', () => {
  it('that fits has one line a row', () => {
    expect(textTable(COLUMNS, [['Cost', '1 USD/t', '1 to 2 USD/t']], 60)).toEqual([
      '  Figure    Value  Range',
      '  Cost    1 USD/t  1 to 2 USD/t',
    ]);
  });

  it('too wide for the terminal: the first column goes on in the next line, and no word or figure is lost', () => {
    const name = 'Renewable share of electricity, whole park, counted by year';
    const rows = textTable(COLUMNS, [[name, '88.6 %', '80 to 90 %']], 50);
    const lines = rows.join('\n').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(lines.join(' ')).not.toContain('…');
    expect(lines[1]).toMatch(/^ {2}Renewable share of .* 88\.6 % {2}80 to 90 %$/);
    expect(lines[2]).toMatch(/^ {4}\S/);
    const words = lines.slice(1).join(' ').replace('88.6 %', '').replace('80 to 90 %', '');
    expect(words.split(/\s+/).filter((word) => word !== '')).toEqual(name.split(' '));
  });

  it('breaks titles before it breaks names', () => {
    const columns = [{ title: 'What' }, { title: 'USD/a per MW', right: true }];
    expect(textTable(columns, [['electricity', '+20']], 22)).toEqual([
      '  What         USD/a\n                 per\n                  MW',
      '  electricity    +20',
    ]);
  });
});

describe('a sentence', () => {
  it('is broken at blanks, and inside a word that is longer than the line', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapped('a results/first-metal-069e0c55', 12)).toEqual([
      'a',
      'results/firs',
      't-metal-069e',
      '0c55',
    ]);
  });

  it('hangs with its later lines set in', () => {
    expect(hanging('one two three', 9)).toEqual(['one two', '  three']);
  });
});
