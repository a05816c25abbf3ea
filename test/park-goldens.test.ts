/**
 * What do the example parks come to? Each park's figures, promises and claims on one typical week, as they were last read
 * and found right. A figure that moves needs a line under "numbers moved" in the changelog.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expectGolden, ROOT } from './golden.ts';
import { planText } from './plan-text.ts';

/** Four digits: what degenerate optima and rounding leave alone. Next to nothing is nothing. */
const rounded = (value: number | null): string =>
  value === null ? 'none' : Math.abs(value) < 1e-9 ? '0' : String(Number(value.toPrecision(4)));

const parks = readdirSync(join(ROOT, 'parks')).filter((name) => name.endsWith('.park.yaml'));

it.each(parks)(
  '%s',
  async (name) => {
    const run = await planText(readFileSync(join(ROOT, 'parks', name), 'utf8'));
    expect(run.status, run.message).toBe('optimal');
    expect(run.verification?.holds).toBe(true);
    const lines = [
      ...run.kpis[0].map((row) => `${row.id}: ${rounded(row.value)} ${row.unit}`),
      ...run.promises.map(
        (row) =>
          `promise ${row.id} ${row.year}: ${rounded(row.value)} of ${rounded(row.target)} ${row.unit}, ${row.status}`,
      ),
      ...run.claims.map(
        (row) =>
          `claim ${row.id}: ${rounded(row.found)} of ${rounded(row.stated)} ${row.unit}, ${row.verdict}`,
      ),
    ];
    expectGolden(`test/goldens/parks/${name.replace('.park.yaml', '.txt')}`, lines.join('\n'));
  },
  120_000,
);
