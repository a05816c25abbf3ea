/**
 * A park may leave everything unsaid: whatever a chain plant needs can be bought, whatever it makes can be sold or has a
 * last fate, nothing can be bought and sold at a gain, and every figure has a source and lies in its own range.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withDefaults } from '../plants/defaults.ts';
import { MODELS } from '../plants/models.ts';
import { convert, readQuantity, readRange } from '../units/unit.ts';

const library = new URL('../../library/', import.meta.url);
const files = (folder: string) =>
  readdirSync(new URL(folder, library)).filter((name) => name.endsWith('.yaml'));
const read = (folder: string) =>
  files(folder).map((name) => parse(readFileSync(new URL(`${folder}${name}`, library), 'utf8')));

interface Figure {
  value: string;
  range?: string;
  source: string;
  grade: string;
}
interface Plant {
  plant: string;
  makes: string;
  model?: string;
  in?: Record<string, Figure>;
  out?: Record<string, Figure>;
}
const commodities: Record<string, { kind: string; balance: string; composition: Record<string, number> }> =
  Object.assign({}, ...read('commodities/'));
const markets: Record<string, { commodity: string; cost?: Figure; price?: Figure }> = Object.assign(
  {},
  ...read('markets/'),
);
const fates: Record<string, { of: string; last: boolean }> = Object.assign({}, ...read('fates/'));
const sources: Record<string, unknown> = Object.assign({}, ...read('sources/'));
const plants: Plant[] = read('plants/');

const flowsOf = (plant: Plant) => [
  ...(plant.model === undefined
    ? []
    : (MODELS[plant.model].recipe?.(withDefaults(MODELS[plant.model])).flows ?? [])),
  ...Object.keys(plant.in ?? {}).map((commodity) => ({ commodity, amount: -1 })),
  ...Object.keys(plant.out ?? {}).map((commodity) => ({ commodity, amount: 1 })),
  { commodity: plant.makes, amount: 1 },
];
const balanced = (id: string) => commodities[id].balance !== 'none' && commodities[id].kind !== 'internal';
const amount = (figure: Figure) => {
  const quantity = readQuantity(String(figure.value));
  if (!quantity.ok) throw new Error(`${figure.value}: ${quantity.fault.code}`);
  return quantity.value;
};

describe('gradual specification', () => {
  it.each(plants.map((plant) => [plant.plant, plant] as const))('%s', (_, plant) => {
    for (const flow of flowsOf(plant)) {
      expect(commodities[flow.commodity], flow.commodity).toBeDefined();
      if (!balanced(flow.commodity)) continue;
      const open = Object.values(markets).filter((market) => market.commodity === flow.commodity);
      const lasts = Object.values(fates).filter((fate) => fate.of === flow.commodity && fate.last);
      if (flow.amount < 0 && commodities[flow.commodity].kind !== 'waste')
        expect(
          open.filter((market) => market.cost),
          `bought: ${flow.commodity}`,
        ).not.toEqual([]);
      if (flow.amount > 0 && commodities[flow.commodity].kind === 'waste')
        expect(lasts, flow.commodity).toHaveLength(1);
      if (
        flow.amount > 0 &&
        ['material', 'product'].includes(commodities[flow.commodity].kind) &&
        flow.commodity !== plant.makes
      )
        expect(
          open.filter((market) => market.price),
          `sold: ${flow.commodity}`,
        ).not.toEqual([]);
    }
  });
  it('every waste has exactly one last fate, and every fate is of a waste', () => {
    for (const [id, commodity] of Object.entries(commodities))
      if (commodity.kind === 'waste')
        expect(
          Object.values(fates).filter((fate) => fate.of === id && fate.last),
          id,
        ).toHaveLength(1);
    for (const fate of Object.values(fates)) expect(commodities[fate.of]?.kind, fate.of).toBe('waste');
  });
  it('no material can be bought and sold at a gain', () => {
    for (const { commodity, cost } of Object.values(markets))
      for (const other of Object.values(markets))
        if (cost && other.price && other.commodity === commodity && balanced(commodity))
          expect(amount(cost).value, commodity).toBeGreaterThanOrEqual(amount(other.price).value);
  });
});

describe('figures of plants, markets and fates', () => {
  const figures: [string, Figure][] = [];
  const collect = (value: unknown, path: string) => {
    if (value === null || typeof value !== 'object') return;
    if ('grade' in value) figures.push([path, value as Figure]);
    else for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`);
  };
  for (const folder of ['plants/', 'markets/', 'fates/']) {
    const parsed = read(folder);
    files(folder).forEach((name, k) => {
      collect(parsed[k], name);
    });
  }
  it('have a source that is listed', () => {
    for (const [path, figure] of figures)
      expect(sources[figure.source], `${path}: ${figure.source}`).toBeDefined();
    for (const model of Object.values(MODELS))
      for (const p of model.parameters)
        expect(sources[p.source], `${model.name}.${p.key}: ${p.source}`).toBeDefined();
  });
  it('lie in their own range', () => {
    for (const [path, figure] of figures) {
      if (figure.range === undefined) continue;
      const range = readRange(figure.range);
      if (!range.ok) throw new Error(`${path}: ${range.fault.code}`);
      const quantity = amount(figure);
      const value = convert(quantity.value, quantity.unit, range.value.unit);
      if (!value.ok) throw new Error(`${path}: ${value.fault.code}`);
      expect(value.value, path).toBeGreaterThanOrEqual(range.value.low - 1e-9);
      expect(value.value, path).toBeLessThanOrEqual(range.value.high + 1e-9);
    }
  });
  it('at most a quarter are assumptions', () => {
    const assumed = figures.filter(([, figure]) => figure.grade === 'assumption').length;
    expect(assumed).toBeLessThanOrEqual(figures.length / 4);
  });
});

describe('compositions of the library are those that the models compute at their defaults', () => {
  it.each([
    ['bayer', 'bauxite'],
    ['bayer', 'bauxite-residue'],
    ['bayer-imported', 'imported-bauxite'],
    ['bayer-sinter', 'bauxite'],
    ['bayer-sinter', 'limestone'],
    ['bayer-sinter', 'belite-mud'],
    ['open-pit', 'bauxite'],
    ['open-pit', 'bauxite-in-ground'],
    ['potline', 'baked-anode'],
    ['potline', 'cathode-block'],
    ['potline', 'spent-pot-lining'],
    ['potline', 'spent-bath'],
  ])('%s: %s', (name, commodity) => {
    const made = MODELS[name].recipe!(withDefaults(MODELS[name])).flows.find(
      (flow) => flow.commodity === commodity,
    )!;
    const held = commodities[commodity].composition;
    for (const element of new Set([...Object.keys(held), ...Object.keys(made.composition!)])) {
      const computed = made.composition![element as 'Al'] ?? 0;
      expect(Math.abs((held[element] ?? 0) - computed), element).toBeLessThanOrEqual(0.005 * computed);
    }
  });
});
