import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../park/issue.ts';
import { issueCount, issueJson, issuesText } from './issue-text.ts';

const one = (severity: Issue['severity'], line: number): Issue => ({
  code: 'unknown-key',
  severity,
  path: `plants.p${line}`,
  file: 'x.park.yaml',
  line,
  column: 3,
  message: `What ${line}.`,
  why: 'Why.',
  remedy: 'Remedy.',
});

describe('issues for people', () => {
  it('open with file:line:column, severity and code, then what, why and remedy', () => {
    const text = stripVTControlCharacters(issuesText([one('error', 7)]));
    expect(text.split('\n')).toEqual([
      'x.park.yaml:7:3  error  unknown-key',
      '  What 7.',
      '  Why.',
      '  Remedy.',
    ]);
  });

  it('show twenty at most, errors first, and count the rest', () => {
    const many = [...Array.from({ length: 25 }, (_, i) => one('note', i + 1)), one('error', 99)];
    const text = issuesText(many);
    expect(text.match(/What \d+\./g)).toHaveLength(20);
    expect(text).toContain('What 99.');
    expect(text).toContain('… and 6 more');
    expect(issueCount(many)).toBe('1 error, 25 notes');
  });
});

describe('issues for programs', () => {
  it('always have the same twelve fields', () => {
    const keys = [
      'code',
      'severity',
      'file',
      'line',
      'column',
      'path',
      'message',
      'why',
      'remedy',
      'found',
      'expected',
      'near',
    ];
    expect(Object.keys(issueJson(one('error', 1)))).toEqual(keys);
    expect(issueJson(one('error', 1)).near).toBeNull();
  });
});
