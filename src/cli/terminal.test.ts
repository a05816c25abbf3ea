import { describe, expect, it } from 'vitest';
import type { Issue } from '../park/issue.ts';
import { issueJson, issuesText } from './issue-text.ts';
import { terminalWidth, visible, visibleLine } from './terminal.ts';
import { textTable } from './text-table.ts';

const HOSTILE = 'a\u001b[2Jb\u202ec\u0007';
const SHOWN = 'a\\u001b[2Jb\\u202ec\\u0007';

describe('what reaches a terminal', () => {
  it('shows control characters and turned directions as escapes, and leaves letters alone', () => {
    expect(visible(HOSTILE)).toBe(SHOWN);
    // A narrow blank between thousands, Cyrillic, a line feed.
    expect(visible('12\u202f000 т\nалюминий')).toBe('12\u202f000 т\nалюминий');
    expect(visibleLine('one\ntwo')).toBe('one\\u000atwo');
  });

  it('issues and tables are shown so; JSON keeps the text as it is', () => {
    const issue: Issue = {
      code: 'x',
      severity: 'error',
      file: HOSTILE,
      path: '',
      message: HOSTILE,
      why: HOSTILE,
      remedy: HOSTILE,
    };
    const text = issuesText([issue]);
    expect(text.split(SHOWN)).toHaveLength(5);
    expect(text).not.toContain('\u202e');
    expect(textTable(['head'], [[HOSTILE]])).toContain(SHOWN);
    expect(issueJson(issue).message).toBe(HOSTILE);
  });

  it('a terminal without a width is taken as 80 columns', () => {
    expect([{ columns: 0 }, {}, { columns: 120 }].map(terminalWidth)).toEqual([80, 80, 120]);
  });
});
