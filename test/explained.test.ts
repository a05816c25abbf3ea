/**
 * Is a park that cannot hold explained as a planner would? Each park of `parks/infeasible/explained.checks.yaml` is planned for
 * real; then every change that is offered is written into it, alone or with those that belong to it, and it must hold.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Change } from '../src/run/explanation.ts';
import type { Run } from '../src/run/run.ts';
import { explanationBlocks, figureToWrite } from '../src/show/explanation-text.ts';
import { chosenSolver } from '../src/solve/chosen-solver.ts';
import { ROOT } from './golden.ts';
import { planText } from './plan-text.ts';

interface Check {
  readonly say: string;
  readonly park: Record<string, unknown>;
  readonly 'among the causes': readonly string[];
  readonly 'not among the causes'?: readonly string[];
  readonly short?: string;
  readonly 'would do': readonly string[];
}

const solver = chosenSolver({ clock: () => performance.now() / 1000 });

const plan = (park: Record<string, unknown>): Promise<Run> =>
  planText(stringify({ kombinat: 1, park: 'Tried', 'prices in': 'USD 2025', ...park }), {
    solver,
    solve: { solver: 'auto', tolerance: 1e-7, timeLimit: 120 },
  });

/** Spaces of any width as plain ones. */
const plain = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

const slug = (text: string): string => text.toLowerCase().replaceAll(' ', '-');

/** The park with a figure written where the explanation says; a list is entered by what its entries are called. */
function write(park: unknown, path: string, figure: string): unknown {
  const [key, ...rest] = path.split('.');
  if (Array.isArray(park)) {
    const called = ({ promise, name, to }: Record<string, string>): string =>
      slug(promise ?? name ?? to ?? '');
    // A fate goes by its own name: mud to "cement" is "belite-mud-to-cement".
    const at = park.findIndex((entry) => key === called(entry) || key.endsWith(`-${called(entry)}`));
    expect(at, `${path} in ${JSON.stringify(park)}`).toBeGreaterThanOrEqual(0);
    return park.with(at, rest.length === 0 ? figure : write(park[at], rest.join('.'), figure));
  }
  const map = { ...(park as Record<string, unknown>) };
  expect(key in map, `${path} in ${JSON.stringify(map)}`).toBe(true);
  map[key] = rest.length === 0 ? figure : write(map[key], rest.join('.'), figure);
  return map;
}

const changed = (park: Record<string, unknown>, changes: readonly Change[]): Record<string, unknown> =>
  changes.reduce(
    (sum, change) => write(sum, change.limit.path, figureToWrite(change)) as Record<string, unknown>,
    park,
  );

const checks = parse(
  readFileSync(join(ROOT, 'parks', 'infeasible', 'explained.checks.yaml'), 'utf8'),
) as Check[];

describe('parks that cannot hold', () => {
  it.each(checks.map((check) => [check.say, check] as const))(
    '%s',
    async (_, check) => {
      const run = await plan(check.park);
      expect(run.status, run.issues.map(({ message }) => message).join(' ')).toBe('infeasible');
      const { explanation } = run;
      if (explanation === null) throw new Error('not explained');
      const [causes, ...others] = explanationBlocks(explanation);
      for (const cause of check['among the causes'])
        expect(causes.lines.map(plain)).toContainEqual(expect.stringContaining(cause));
      for (const beside of check['not among the causes'] ?? [])
        expect(causes.lines.map(plain)).not.toContainEqual(expect.stringContaining(beside));
      const worst = others.find(({ title }) => title === 'Where and when it is worst')?.lines.map(plain);
      if (check.short !== undefined) {
        const [where, much] = check.short.split(', up to');
        expect(worst?.[0]).toContain(where);
        if (much !== undefined) expect(worst?.[0]).toContain(`up to${much}`);
      }
      const ways = [explanation.changes.together, ...explanation.changes.alone.map((one) => one.changes)];
      const offered = new Set(ways.flatMap((changes) => changes.map(({ limit }) => limit.path)));
      for (const path of check['would do']) expect([...offered]).toContain(path);
      for (const changes of ways) {
        const mended = await plan(changed(check.park, changes));
        const words = changes.map((change) => `${change.limit.path}: ${figureToWrite(change)}`).join(', ');
        expect(['optimal', 'near optimal'], `${words}: ${mended.message}`).toContain(mended.status);
      }
    },
    180_000,
  );
});
