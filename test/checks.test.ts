/**
 * Do the example parks behave as their `*.checks.yaml` say?
 * Each check is planned for real (one typical week unless it says otherwise), once a value, and the figures are compared in order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kpiByName } from '../src/accounts/kpi-names.ts';
import { chosenSolver } from '../src/solve/chosen-solver.ts';
import { ROOT } from './golden.ts';
import { planText } from './plan-text.ts';

interface Check {
  readonly say: string;
  /** Values of one key, or scenarios of the park by name. */
  readonly change?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly scenarios?: readonly string[];
  /** So many hours from January on; left out: one typical week. */
  readonly hours?: number;
  readonly figure: string;
  readonly expect: keyof typeof HOLDS;
}

/** Months of hours are quicker by the interior point method. */
const solver = chosenSolver({ clock: () => performance.now() / 1000 });
const solve = { solver: 'auto', tolerance: 1e-7, timeLimit: 120 } as const;

/** Tolerance of a plan: differences below it are none. */
const SAME = 1e-6;
const HOLDS = {
  rises: (before: number, after: number) => after > before + SAME * Math.abs(before),
  falls: (before: number, after: number) => after < before - SAME * Math.abs(before),
  'never rises': (before: number, after: number) => after <= before + SAME * Math.abs(before),
  'never falls': (before: number, after: number) => after >= before - SAME * Math.abs(before),
};

interface Case {
  readonly name: string;
  readonly text: string;
  readonly scenario: string;
}

function casesOf(park: string, { change, scenarios = [] }: Check): Case[] {
  const head = `kombinat: 1\nextends: ${park}\n`;
  const tried = Object.entries(change ?? {}).flatMap(([path, values]) =>
    values.map((value) => ({
      name: `${path}: ${value}`,
      text: `${head}scenarios:\n  tried:\n    ${path}: ${value}\n`,
      scenario: 'tried',
    })),
  );
  return [...tried, ...scenarios.map((scenario) => ({ name: scenario, text: head, scenario }))];
}

async function figureAt({ name, text, scenario }: Case, { figure, hours }: Check): Promise<number> {
  const kpi = kpiByName(figure);
  expect(kpi, `no figure is called "${figure}"`).toBeDefined();
  const when = hours === undefined ? {} : { hours, consecutive: true, solver, solve };
  const run = await planText(text, { scenario, ...when });
  expect(run.status, `${name}: ${run.issues.map((one) => one.message).join(' ')} ${run.message}`).toBe(
    'optimal',
  );
  return run.kpis[0].find((row) => row.id === kpi?.id)?.value ?? Number.NaN;
}

const files = readdirSync(join(ROOT, 'parks')).filter((name) => name.endsWith('.checks.yaml'));

describe.each(files)('%s', (file) => {
  const checks = parse(readFileSync(join(ROOT, 'parks', file), 'utf8')) as Check[];
  const park = file.replace('.checks.yaml', '.park.yaml');
  it.each(checks.map((check) => [check.say, check] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, check) => {
      expect(Object.keys(HOLDS)).toContain(check.expect);
      const cases = casesOf(park, check);
      expect(cases.length).toBeGreaterThan(1);
      const found: number[] = [];
      for (const each of cases) found.push(await figureAt(each, check));
      found.slice(1).forEach((after, at) => {
        expect(
          HOLDS[check.expect](found[at], after),
          `${check.figure}: ${found.join(', ')} over ${cases.map(({ name }) => name).join(', ')}`,
        ).toBe(true);
      });
    },
  );
});
