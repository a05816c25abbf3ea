/**
 * How long does each stage of a plan take, and how large is the program?
 * In: park files and lengths on the command line (default: the reference parks at one and four typical weeks). Out: a
 * table, and the same as JSON in `bench/results/`. Ratios and counts are what to compare; seconds belong to a machine.
 *
 *   npm run bench -- stages parks/first-metal.park.yaml 168 672
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLibraryTexts } from '../src/cli/library-files.ts';
import { packageRoot } from '../src/cli/package-root.ts';
import { workerSolver } from '../src/cli/worker-solver.ts';
import { readLibrary } from '../src/park/read-library.ts';
import { planPark } from '../src/run/plan-park.ts';

const words = process.argv.slice(2);
const lengths = words.filter((word) => /^\d+$/.test(word)).map(Number);
const parks = words.filter((word) => !/^\d+$/.test(word));
const REFERENCE = ['first-metal', 'phase-one-as-announced', 'phase-one-least-cost'];
const files =
  parks.length > 0 ? parks : REFERENCE.map((name) => join(packageRoot, 'parks', `${name}.park.yaml`));

const library = readLibrary(readLibraryTexts());
if (!library.ok) throw new Error(library.issues.map((one) => one.message).join('\n'));
const clock = (): number => performance.now() / 1000;
const rows = [];
for (const file of files) {
  for (const hours of lengths.length > 0 ? lengths : [168, 672]) {
    const run = await planPark({
      file,
      readText: (name) => {
        try {
          return readFileSync(name === file ? file : join(dirname(file), name), 'utf8');
        } catch {
          return null;
        }
      },
      library: library.value,
      scenario: null,
      hours,
      consecutive: false,
      strict: false,
      solver: workerSolver(),
      solve: { solver: 'auto', tolerance: 1e-7, timeLimit: 1800 },
      version: 'bench',
      clock,
    });
    const seconds = Object.fromEntries(
      run.stages.map(({ stage, seconds }) => [stage, Number(seconds.toFixed(3))]),
    );
    const row = {
      park: run.park?.title ?? file,
      hours,
      status: run.status,
      columns: run.program?.columns ?? 0,
      rows: run.program?.rows ?? 0,
      nonZeros: run.program?.values.length ?? 0,
      iterations: run.solution?.iterations ?? 0,
      solver: run.solution?.solver ?? '',
      gap: run.verification?.largestGap.relative ?? null,
      seconds,
    };
    rows.push(row);
    console.log(
      `${row.park.padEnd(44)} ${String(hours).padStart(5)} h  ${String(row.columns).padStart(7)} columns  ${row.status}  ${Object.entries(
        seconds,
      )
        .map(([stage, value]) => `${stage} ${value} s`)
        .join(' · ')}`,
    );
  }
}
const folder = join(packageRoot, 'bench', 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'stages.json'), `${JSON.stringify(rows, null, 2)}\n`);
