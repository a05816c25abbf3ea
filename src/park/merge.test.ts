/** What files beneath and scenarios on top do to a park, and what its name is made from. */
import { describe, expect, test } from 'vitest';
import { codes, HEAD, park, read, SMELTER } from '../../test/read-text.ts';

describe('extends and scenarios', () => {
  const base = `${HEAD}${SMELTER}  wind: { plant: wind-farm, capacity: { max: 3 GW } }\nbuy:\n  alumina: 420 USD/t\n`;
  const others = { 'base.park.yaml': base };
  const child = 'kombinat: 1\nextends: base.park.yaml\npark: Child\n';

  test('maps are merged, other values replaced, ~ removes', () => {
    const made = park(`${child}plants:\n  smelter: { output: 400 kt/a }\n  wind: ~\n`, {}, others);
    expect(made.title).toBe('Child');
    expect(made.plants.map(({ id, output }) => [id, output])).toEqual([['smelter', 400_000]]);
    expect(made.markets).toHaveLength(1);
  });

  test('a fault in the file beneath is told in that file', () => {
    const broken = { 'base.park.yaml': base.replace('wind-farm', 'windfarm') };
    expect(read(child, {}, broken).issues).toMatchObject([
      { code: 'unknown-plant', file: 'base.park.yaml', line: 6, column: 18 },
    ]);
  });

  test('a circle of two files is told, not followed', () => {
    expect(codes(child, {}, { 'base.park.yaml': `${base}extends: test.park.yaml\n` })).toEqual([
      'extends-circle',
    ]);
  });

  const scenarios = `${base}scenarios:
  more metal: { plants.smelter.output: 500 kt/a, plants.smelter.with.current efficiency: 95 %, discount rate: 12 % }
  calm: { plants.wind: ~ }
  dear: { buy.alumina: 600 USD/t }
`;
  test('change values by path, and nothing else', () => {
    const made = park(scenarios, { scenario: 'more metal' });
    expect(made.plants[0].output).toBe(500_000);
    expect(made.plants[0].parameters['current-efficiency'].value).toBe(0.95);
    expect(made.discountRate.value).toBe(0.12);
    expect(park(scenarios, { scenario: 'calm' }).plants.map(({ id }) => id)).toEqual(['smelter']);
    expect(park(scenarios, { scenario: 'dear' }).markets[0].price.value).toBe(600);
    expect(park(scenarios).plants[0].output).toBe(300_000);
  });

  test('an unknown scenario names the near one; a fault in a scenario is told at its line', () => {
    expect(read(scenarios, { scenario: 'more metl' }).issues).toMatchObject([
      { code: 'unknown-scenario', near: 'more metal' },
    ]);
    const wrong = scenarios.replace('500 kt/a', '500 MW');
    expect(read(wrong, { scenario: 'more metal' }).issues).toMatchObject([
      { code: 'unit-dimension', line: 10, path: 'plants.smelter.output' },
    ]);
  });

  test('a scenario of the file beneath keeps its removals', () => {
    const beneath = { 'base.park.yaml': scenarios };
    expect(park(child, { scenario: 'calm' }, beneath).plants.map(({ id }) => id)).toEqual(['smelter']);
  });
});

describe('canonical text', () => {
  test('does not know comments, the order of keys, or the split into files', () => {
    const one = park(`${HEAD}${SMELTER}buy:\n  alumina: 420 USD/t\n`).canonical;
    const other = park(
      `# Said otherwise.\nbuy:\n  alumina: 420 USD/t\nprices in: USD 2025\n${SMELTER}park: Test\nkombinat: 1\n`,
    ).canonical;
    const split = park(
      'kombinat: 1\nextends: b.yaml\nbuy:\n  alumina: 420 USD/t\n',
      {},
      { 'b.yaml': `${HEAD}${SMELTER}` },
    ).canonical;
    expect(other).toBe(one);
    expect(split).toBe(one);
  });

  test('knows a changed figure, and a chosen scenario but not one that was not chosen', () => {
    const plain = park(`${HEAD}${SMELTER}`).canonical;
    const text = `${HEAD}${SMELTER}scenarios:\n  more: { plants.smelter.output: 500 kt/a }\n`;
    expect(park(text).canonical).toBe(plain);
    expect(park(text, { scenario: 'more' }).canonical).not.toBe(plain);
    expect(park(text, { scenario: 'more' }).canonical).toBe(
      park(`${HEAD}${SMELTER.replace('300', '500')}`).canonical,
    );
  });
});
