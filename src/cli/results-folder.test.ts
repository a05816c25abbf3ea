import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoAll } from './interrupt.ts';
import { openDraft, runIn, whyNotWritten } from './results-folder.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kombinat-results-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function keep(folder: string, run: string): void {
  const draft = openDraft(join(folder, '..'), 'park');
  draft.write('manifest.json', JSON.stringify({ run }));
  draft.keep(folder);
}

describe('a results folder', () => {
  it('appears only when it is whole', () => {
    const draft = openDraft(join(home, 'results'), 'park');
    draft.write('manifest.json', '{"run":"a"}');
    expect(existsSync(join(home, 'results', 'here'))).toBe(false);
    draft.keep(join(home, 'results', 'here'));
    expect(readdirSync(join(home, 'results'))).toEqual(['here']);
    expect(runIn(join(home, 'results', 'here'))).toBe('a');
  });

  it('replaces what was there in one step and leaves nothing of it', () => {
    const folder = join(home, 'here');
    keep(folder, 'a');
    writeFileSync(join(folder, 'old.txt'), 'old');
    keep(folder, 'b');
    expect(readdirSync(home)).toEqual(['here']);
    expect(readdirSync(folder)).toEqual(['manifest.json']);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toContain('"b"');
  });

  it('leaves nothing when it is given up or interrupted, not even a parent made for it', () => {
    openDraft(join(home, 'results'), 'park').discard();
    expect(readdirSync(home)).toEqual([]);
    openDraft(join(home, 'results'), 'park').write('plan.json', '{}');
    undoAll();
    expect(readdirSync(home)).toEqual([]);
  });

  it('is refused when it holds another run, unless forced; the same run may be written again', () => {
    const folder = join(home, 'here');
    keep(folder, 'a');
    expect(whyNotWritten(folder, { force: false, run: 'b' })?.code).toBe('results-exist');
    expect(whyNotWritten(folder, { force: false, run: 'a' })).toBeNull();
    expect(whyNotWritten(folder, { force: true, run: 'b' })).toBeNull();
  });

  it('is refused even when forced if it is not ours', () => {
    mkdirSync(join(home, 'mine'));
    expect(whyNotWritten(join(home, 'mine'), { force: false, run: 'a' })).toBeNull();
    writeFileSync(join(home, 'mine', 'thesis.txt'), '');
    expect(whyNotWritten(join(home, 'mine'), { force: true, run: 'a' })?.code).toBe('results-foreign');
    expect(whyNotWritten(join(home, 'mine', 'thesis.txt'), { force: true, run: 'a' })?.code).toBe(
      'file-exists',
    );
  });
});
