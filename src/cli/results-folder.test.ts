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
import { openDraft, parkCopyName, runIn, whyNotWritten } from './results-folder.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kombinat-results-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const A = 'aaaaaaaa';
const B = 'bbbbbbbb';
const manifest = (run: string) => JSON.stringify({ run, status: 'optimal', file: 'first.park.yaml' });

function keep(folder: string, run: string, force = true) {
  const draft = openDraft(join(folder, '..'), 'park');
  draft.write('manifest.json', manifest(run));
  return draft.keep(folder, { force, run });
}

describe('a results folder', () => {
  it('appears only when it is whole', () => {
    const draft = openDraft(join(home, 'results'), 'park');
    draft.write('manifest.json', manifest(A));
    expect(existsSync(join(home, 'results', 'here'))).toBe(false);
    draft.keep(join(home, 'results', 'here'), { force: false, run: A });
    expect(readdirSync(join(home, 'results'))).toEqual(['here']);
    expect(runIn(join(home, 'results', 'here'))).toBe(A);
  });

  it('replaces its own files only: what others put beside them stays', () => {
    const folder = join(home, 'here');
    keep(folder, A);
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'thesis.txt'), 'years of work');
    writeFileSync(join(folder, 'notes.txt'), 'notes');
    for (const run of [A, B]) {
      expect(keep(folder, run)).toBeNull();
      expect(readdirSync(home)).toEqual(['here']);
      expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'mine', 'notes.txt']);
      expect(readFileSync(join(folder, 'mine', 'thesis.txt'), 'utf8')).toBe('years of work');
      expect(runIn(folder)).toBe(run);
    }
  });

  it('does not replace a file of the name of the park copy that is not its own', () => {
    const folder = join(home, 'here');
    keep(folder, A);
    writeFileSync(join(folder, 'second.park.yaml'), 'mine');
    const draft = openDraft(home, 'park');
    draft.write('manifest.json', manifest(B));
    draft.write('second.park.yaml', 'other');
    expect(draft.keep(folder, { force: true, run: B })?.code).toBe('results-file-foreign');
    expect(readFileSync(join(folder, 'second.park.yaml'), 'utf8')).toBe('mine');
    expect(runIn(folder)).toBe(A);
    expect(readdirSync(home)).toEqual(['here']);
  });

  it('does not replace a subfolder that is called like a result', () => {
    const folder = join(home, 'here');
    keep(folder, A);
    mkdirSync(join(folder, 'plan.json'));
    const draft = openDraft(home, 'park');
    for (const name of ['hours.csv', 'plan.json']) draft.write(name, 'new');
    draft.write('manifest.json', manifest(B));
    expect(draft.keep(folder, { force: true, run: B })?.code).toBe('results-file-foreign');
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'plan.json']);
    expect(runIn(folder)).toBe(A);
  });

  it('of two plans into one place the second is told, and the first stays', () => {
    const folder = join(home, 'here');
    const second = openDraft(home, 'second');
    second.write('manifest.json', manifest(B));
    expect(whyNotWritten(folder, { force: false, run: null })).toBeNull();
    keep(folder, A, false);
    expect(second.keep(folder, { force: false, run: B })?.code).toBe('results-exist');
    expect(runIn(folder)).toBe(A);
    expect(readdirSync(home)).toEqual(['here']);
  });

  it.each([
    ['', 'out-empty'],
    ['  ', 'out-empty'],
    ['.', 'out-above'],
    ['..', 'out-above'],
    ['/', 'out-above'],
    [process.cwd(), 'out-above'],
  ])('%j is no place for results', (folder, code) => {
    expect(whyNotWritten(folder, { force: true, run: A })?.code).toBe(code);
  });

  it('a manifest that Kombinat did not write makes no results folder', () => {
    writeFileSync(join(home, 'manifest.json'), JSON.stringify({ run: 'npm start', name: 'a web page' }));
    expect(runIn(home)).toBeNull();
    expect(whyNotWritten(home, { force: true, run: A })?.code).toBe('results-foreign');
  });

  it('keeps a park that is called like a result under another name', () => {
    expect(parkCopyName('parks/plan.json')).toBe('park-plan.json');
    expect(parkCopyName('parks/first.park.yaml')).toBe('first.park.yaml');
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
    keep(folder, A);
    expect(whyNotWritten(folder, { force: false, run: B })?.code).toBe('results-exist');
    expect(whyNotWritten(folder, { force: false, run: A })).toBeNull();
    expect(whyNotWritten(folder, { force: true, run: B })).toBeNull();
  });

  it('is refused even when forced if it is not ours', () => {
    mkdirSync(join(home, 'mine'));
    expect(whyNotWritten(join(home, 'mine'), { force: false, run: A })).toBeNull();
    writeFileSync(join(home, 'mine', 'thesis.txt'), '');
    expect(whyNotWritten(join(home, 'mine'), { force: true, run: A })?.code).toBe('results-foreign');
    expect(whyNotWritten(join(home, 'mine', 'thesis.txt'), { force: true, run: A })?.code).toBe(
      'file-exists',
    );
  });
});
