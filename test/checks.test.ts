/**
 * Do the example parks behave as their `*.checks.yaml` say?
 * Each check is planned for real (one typical week), once a value, and the figures are compared in order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kpiByName } from '../src/accounts/kpi-names.ts';
import { ROOT } from './golden.ts';
import { planText } from './plan-text.ts';

interface Check {
  readonly say: string;
  readonly change: Readonly<Record<string, readonly (string | number)[]>>;
  readonly figure: string;
  readonly expect: keyof typeof HOLDS;
}

/** Tolerance of a plan: differences below it are none. */
const SAME = 1e-6;
const HOLDS = {
  rises: (before: number, after: number) => after > before + SAME * Math.abs(before),
  falls: (before: number, after: number) => after < before - SAME * Math.abs(before),
  'never rises': (before: number, after: number) => after <= before + SAME * Math.abs(before),
  'never falls': (before: number, after: number) => after >= before - SAME * Math.abs(before),
};

async function figureAt(park: string, path: string, value: string | number, figure: string): Promise<number> {
  const kpi = kpiByName(figure);
  expect(kpi, `no figure is called "${figure}"`).toBeDefined();
  const text = `kombinat: 1\nextends: ${park}\nscenarios:\n  tried:\n    ${path}: ${value}\n`;
  const run = await planText(text, { scenario: 'tried' });
  expect(
    run.status,
    `${path}: ${value}: ${run.issues.map((one) => one.message).join(' ')} ${run.message}`,
  ).toBe('optimal');
  return run.kpis[0].find((row) => row.id === kpi?.id)?.value ?? Number.NaN;
}

const files = readdirSync(join(ROOT, 'parks')).filter((name) => name.endsWith('.checks.yaml'));

describe.each(files)('%s', (file) => {
  const checks = parse(readFileSync(join(ROOT, 'parks', file), 'utf8')) as Check[];
  const park = file.replace('.checks.yaml', '.park.yaml');
  it.each(checks.map((check) => [check.say, check] as const))('%s', async (_, check) => {
    expect(Object.keys(HOLDS)).toContain(check.expect);
    const [[path, values]] = Object.entries(check.change);
    const found: number[] = [];
    for (const value of values) found.push(await figureAt(park, path, value, check.figure));
    found.slice(1).forEach((after, at) => {
      expect(
        HOLDS[check.expect](found[at], after),
        `${check.figure}: ${found.join(', ')} over ${values.join(', ')}`,
      ).toBe(true);
    });
  });
});
