/**
 * Compiles the solver's arithmetic: `kernel/*.ts` (AssemblyScript) into WebAssembly, kept as text in
 * `src/solve/interior/kernel-code.ts` so that it runs wherever the solver does. A test compares the two.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './install.js';

const OPTIONS = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd', '--importMemory'];

/** The text of `kernel-code.ts` as the sources stand now. */
export async function compileKernel() {
  const asc = await import('assemblyscript/asc');
  const scratch = mkdtempSync(join(tmpdir(), 'kombinat-kernel-'));
  const out = join(scratch, 'kernel.wasm');
  const { error, stderr } = await asc.main([
    join('kernel', 'index.ts'),
    ...OPTIONS,
    '--baseDir',
    root,
    '--outFile',
    out,
  ]);
  if (error) throw new Error(stderr.toString());
  const code = readFileSync(out).toString('base64');
  rmSync(scratch, { recursive: true });
  const lines = code.match(/.{1,100}/g).map((line) => `  '${line}'`);
  return `/** Generated from \`kernel/\` by \`npm run kernel\`: WebAssembly, base64. */\nexport const KERNEL =\n${lines.join(' +\n')};\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  writeFileSync(join(root, 'src', 'solve', 'interior', 'kernel-code.ts'), await compileKernel());
}
