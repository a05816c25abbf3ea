/**
 * Does what the README and the guides tell people to type really work? Every `sh` command is run, in the order of the page,
 * in a folder of its own; `npm start` and `npm test` are looked up instead, since they run this.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './golden.ts';
import { expectBuilt, kombinat, scratchFolder } from './kombinat.ts';
import { filesBelow, readSource } from './source-files.ts';

const PAGES = ['README.md', 'docs/tutorial.md', 'docs/how-to.md'];

function commandsOf(page: string): string[] {
  const blocks = [...readSource(page).matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((found) => found[1]);
  return blocks.flatMap((block) => block.split('\n')).filter((line) => line.trim() !== '');
}

describe.each(PAGES)('%s', (page) => {
  it('tells commands that work', async () => {
    expectBuilt();
    const commands = commandsOf(page);
    expect(commands.length).toBeGreaterThan(2);
    const scratch = scratchFolder();
    try {
      // The how-to begins where the tutorial has been.
      if (!commands.some((line) => line.includes('kombinat new'))) await kombinat(['new'], scratch.path);
      for (const line of commands) {
        const [tool, ...words] = line.split(' ');
        if (tool === 'npm') {
          const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
          const script = scripts[words[0]].replace(/^node /, '');
          expect(existsSync(join(ROOT, script)), line).toBe(true);
          continue;
        }
        expect([tool, words[0]], line).toEqual(['npx', 'kombinat']);
        const said = await kombinat(words.slice(1), scratch.path);
        expect(said.code, `${line}\n${said.err}`).toBe(0);
      }
    } finally {
      scratch.remove();
    }
  }, 180_000);
});

describe('pages', () => {
  it('link only to what is there', () => {
    const pages = filesBelow('').filter((path) => path.endsWith('.md'));
    const broken = pages.flatMap((page) =>
      [...readSource(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
        .map((found) => normalize(join(dirname(page), found[1])))
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${page} → ${path}`),
    );
    expect(broken).toEqual([]);
  });

  it('show the twelve lines that `kombinat new` writes', () => {
    expect(readSource('docs/tutorial.md')).toContain(
      readSource('parks/first-metal.park.yaml').replace(/^#.*\n/gm, ''),
    );
  });
});

describe('npx kombinat', () => {
  it('runs from the checkout', async () => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
    const said = await new Promise<string>((done, fail) => {
      execFile(npx, ['kombinat', '--version'], { cwd: ROOT }, (error, out) =>
        error ? fail(error) : done(out),
      );
    });
    expect(said.trim()).toBe(JSON.parse(readSource('package.json')).version);
  }, 60_000);
});
