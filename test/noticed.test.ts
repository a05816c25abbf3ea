/**
 * What reading a park file cannot see and `check` tells, though the park can be planned: `parks/noticed/by-check/`. Code, line
 * and column stand beside each park, looked up in the file by hand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './golden.ts';
import { planText } from './plan-text.ts';

const FOLDER = join(ROOT, 'parks/noticed/by-check');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const parks = readdirSync(FOLDER).filter((name) => name.endsWith('.park.yaml'));

describe.each(parks)('%s', (name) => {
  it('is planned, and what is noticed is told at its place', async () => {
    const run = await planText(read(name));
    expect(run.status, run.issues.map(({ message }) => message).join('\n')).toMatch(/^(optimal|not met)$/);
    expect(run.issues.map(({ code, line, column, severity }) => ({ code, line, column, severity }))).toEqual(
      JSON.parse(read(name.replace('.park.yaml', '.issues.json'))),
    );
    for (const { message, why, remedy } of run.issues)
      for (const sentence of [message, why, remedy]) expect(sentence).not.toMatch(/undefined|NaN|^$/);
  });
});

describe('the leach that stands where fluoride was bought', () => {
  const leach = read('76-only-a-by-product.park.yaml');
  it('needs 15.28 kg for each of 300 000 t and wins 55 % of the 13 % of fluorine in 22 kg of lining, at 0.6787: 695 t', async () => {
    const { issues } = await planText(leach);
    expect(issues[0].message).toMatch(/need 4.584 t/);
    // 300 000 × 0.022 × 0.55 × 0.13 ÷ 0.6787
    expect((300_000 * 0.022 * 0.55 * 0.13) / 0.6787).toBeCloseTo(695.3, 0);
    expect(issues[0].message).toContain('695.1 t/a');
  });
  it('with a line under buy: nothing is told, and without the leach nothing', async () => {
    const bought = await planText(`${leach}buy: { aluminium fluoride: 1400 USD/t }\n`);
    expect(bought.issues).toEqual([]);
    expect((await planText(leach.replace(/\n {2}leach:.*/, ''))).issues).toEqual([]);
  });
});
