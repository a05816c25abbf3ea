/**
 * Every plant of the library closes on every element that is followed; models close wherever plants have been seen to
 * run; and the proof notices when something is missing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withDefaults } from '../plants/defaults.ts';
import type { Composition, Element, Model, RecipeFlow } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { convert, readQuantity } from '../units/unit.ts';
import { type ClosureFlow, elementsIn, lossesOfShares, meltOf, proveClosure } from './closure.ts';

const library = new URL('../../library/', import.meta.url);
const read = (folder: string) =>
  readdirSync(new URL(folder, library))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(new URL(`${folder}${name}`, library), 'utf8')));

interface Typed {
  value: string;
  source: string;
  composition?: Composition;
}
interface TypedPlant {
  plant: string;
  makes: string;
  model?: string;
  parameters?: Record<string, Typed>;
  in?: Record<string, Typed>;
  out?: Record<string, Typed>;
  losses?: Record<string, Typed>;
  charge?: Record<string, Typed & Pick<TypedPlant, 'in' | 'out'>>;
  window?: Partial<Record<'at least' | 'at most', Record<string, Typed>>>;
}
const commodities: Record<string, { unit: string; composition: Composition }> = Object.assign(
  {},
  ...read('commodities/'),
);
const plants: TypedPlant[] = read('plants/');

const compositionOf = (id: string): Composition => {
  if (commodities[id] === undefined) throw new Error(`no commodity ${id}`);
  return commodities[id].composition;
};

function amount(text: string, unit: string): number {
  const quantity = readQuantity(String(text));
  if (!quantity.ok) throw new Error(`${text}: ${quantity.fault.code}`);
  const value = convert(quantity.value.value, quantity.value.unit, unit);
  if (!value.ok) throw new Error(`${text} in ${unit}: ${value.fault.code}`);
  return value.value;
}

const typed = (lines: Record<string, Typed> | undefined, sign: 1 | -1): RecipeFlow[] =>
  Object.entries(lines ?? {}).map(([commodity, line]) => ({
    commodity,
    amount: sign * amount(line.value, commodities[commodity].unit),
    composition: line.composition,
  }));

/** What a plant with a charge takes and leaves where it is made of one feed alone, the product left out. */
const feedFlows = (plant: TypedPlant, commodity: string): ClosureFlow[] => {
  const feed = plant.charge![commodity];
  const beside = [...typed(plant.in, -1), ...typed(plant.out, 1)];
  return [...beside, ...typed({ [commodity]: feed }, -1), ...typed(feed.in, -1), ...typed(feed.out, 1)];
};

/** t of an element that stay in the product for a tonne made of one feed. */
const brought = (plant: TypedPlant, commodity: string, element: Element): number =>
  -elementsIn(feedFlows(plant, commodity), element, compositionOf);

/** Flows of a plant as it stands in the library; a model's slices change electricity and heat only, which weigh nothing. */
function flowsOf(plant: TypedPlant): ClosureFlow[] {
  const model = plant.model === undefined ? undefined : MODELS[plant.model];
  const values: Record<string, number> = {};
  for (const [key, line] of Object.entries(plant.parameters ?? {})) {
    const { unit, choices } = model!.parameters.find((p) => p.key === key)!;
    values[key] = choices === undefined ? amount(line.value, unit) : choices.indexOf(line.value);
  }
  const made = model?.recipe?.(withDefaults(model, values)).flows ?? [];
  const flows = [...made, ...typed(plant.in, -1), ...typed(plant.out, 1)];
  const stated = flows.some((flow) => flow.commodity === plant.makes && flow.amount > 0);
  return stated ? flows : [...flows, { commodity: plant.makes, amount: 1 }];
}

const open = (proof: ReturnType<typeof proveClosure>) =>
  proof.elements
    .filter((e) => !e.closes)
    .map(
      (e) =>
        `${e.element}: in ${e.in.toFixed(5)}, out ${e.out.toFixed(5)}, stated ${e.statedLoss.toFixed(5)}`,
    );

/** Plants that turn matter; wind, sun and water turn none that the library follows. */
const material = plants.filter(
  (plant) =>
    plant.charge === undefined && flowsOf(plant).some((f) => compositionOf(f.commodity).mass !== undefined),
);

describe('closure of every plant in the library, 0.5 % per element', () => {
  it('covers the chain from mine to semis', () => {
    expect(material.map((p) => p.plant)).toEqual(
      expect.arrayContaining([
        'bauxite-mine',
        'bayer-refinery',
        'bayer-sinter-refinery',
        'anode-plant',
        'prebake-potline',
      ]),
    );
    expect(material.length).toBeGreaterThan(25);
  });
  it.each(material.map((plant) => [plant.plant, plant] as const))('%s', (_, plant) => {
    const flows = flowsOf(plant);
    const shares = Object.fromEntries(
      Object.entries(plant.losses ?? {}).map(([e, line]) => [
        e,
        { value: amount(line.value, '1'), source: line.source },
      ]),
    );
    expect(open(proveClosure(flows, lossesOfShares(shares, flows, compositionOf), compositionOf))).toEqual(
      [],
    );
  });
});

const METALS = ['Al', 'Si', 'Fe', 'Cu', 'Mg', 'Mn', 'Zn'] as const;
const charges = plants.flatMap((plant) =>
  Object.keys(plant.charge ?? {}).map((feed) => [plant.plant, feed, plant] as const),
);

describe('closure of every feed of every charge, 0.5 % per element', () => {
  it('covers the alloys of the trade', () => {
    const alloyed = new Set(charges.map(([name]) => name));
    expect(alloyed.size).toBeGreaterThanOrEqual(7);
    expect(charges.length).toBeGreaterThan(40);
  });
  it.each(charges)('%s on %s', (_, feed, plant) => {
    const flows = feedFlows(plant, feed);
    const brings = Object.fromEntries(METALS.map((element) => [element, brought(plant, feed, element)]));
    const melt = meltOf(brings, compositionOf(plant.makes));
    const whole = { commodity: plant.makes, amount: 1, composition: melt };
    expect(open(proveClosure([whole, ...flows], [], compositionOf))).toEqual([]);
    // The elements of a tonne of melt are that tonne: nothing of the dirt has become metal, nothing of the metal is lost.
    expect(METALS.reduce((sum, element) => sum + (melt[element] ?? 0), 0)).toBeCloseTo(1, 2);
  });
});

describe('every alloy lies within its own window', () => {
  const alloyed = plants.filter((plant) => plant.window !== undefined);
  it.each(alloyed.map((plant) => [plant.makes, plant] as const))('%s', (product, { window }) => {
    const composition = compositionOf(product);
    for (const [element, { value }] of Object.entries(window!['at least'] ?? {}))
      expect(composition[element as Element]).toBeGreaterThanOrEqual(amount(value, '1'));
    for (const [element, { value }] of Object.entries(window!['at most'] ?? {}))
      expect(composition[element as Element]).toBeLessThanOrEqual(amount(value, '1'));
  });
});

describe('what a feed brings', () => {
  const plant = (name: string) => plants.find((each) => each.plant === name)!;
  it.each([
    // 0.32 % of iron, of which 3 % goes with the dross, over 0.97 × 0.98 t of metal less 10 % of 0.48 % of magnesium.
    ['scrap-profiles', 'Fe', (0.0032 * 0.97) / (0.97 * 0.98 - 0.1 * 0.97 * 0.0048)],
    ['scrap-profiles', 'Mg', (0.0048 * 0.97 * 0.9) / (0.97 * 0.98 - 0.1 * 0.97 * 0.0048)],
    // 5 % of the magnesium burns.
    ['magnesium', 'Mg', 0.999],
    ['liquid-aluminium', 'Fe', 0.0008],
  ] as const)('%s to 6063: %s', (feed, element, byHand) => {
    expect(brought(plant('casthouse-6063'), feed, element) / byHand).toBeCloseTo(1, 2);
  });
  it('scrap that leaves a mill of an alloy has the composition of the alloy', () => {
    for (const [mill, metal, scrap] of [
      ['extrusion-plant-6063', 'billet-6063', 'new-scrap-6xxx'],
      ['can-sheet-mill', 'slab-3104', 'new-scrap-3xxx'],
      ['rolling-mill-5052', 'slab-5052', 'new-scrap-5xxx'],
      ['wire-rod-mill-1350', 'wire-rod-1350', 'new-scrap-1xxx'],
      ['wheel-foundry-a356', 'foundry-alloy-a356', 'new-scrap-a356'],
      ['die-casting-plant-adc12', 'foundry-alloy-adc12', 'new-scrap-adc12'],
    ]) {
      expect(Object.keys(plant(mill).out ?? {})).toContain(scrap);
      expect(compositionOf(scrap)).toEqual(compositionOf(metal));
    }
  });
});

describe('from metal to product', () => {
  const named = (name: string) => {
    const plant = plants.find((each) => each.plant === name);
    if (plant === undefined) throw new Error(`no plant ${name}`);
    return plant;
  };
  const needs = (name: string, commodity: string) =>
    flowsOf(named(name)).reduce((sum, flow) => (flow.commodity === commodity ? sum - flow.amount : sum), 0);

  it.each([
    // Planning values of the two mills: 1.18 · 1.18 t; 1.18 · 330 + 400 kWh; (1.18 · 1.6 + 1.0) GJ ÷ 3.6.
    ['slab', 1.3924],
    ['electricity', 0.7894],
    ['natural-gas', 0.8022],
  ])('hot and cold mill in series take as much %s as the combined mill', (commodity, byHand) => {
    const coil = needs('cold-rolling-mill', 'hot-rolled-coil');
    const series = coil * needs('hot-rolling-mill', commodity) + needs('cold-rolling-mill', commodity);
    expect(Math.abs(series / byHand - 1)).toBeLessThan(0.001);
    expect(Math.abs(series / needs('rolling-mill', commodity) - 1)).toBeLessThan(0.01);
  });

  it('foundry alloy of 7 % silicon closes on silicon, and not without the silicon that is bought', () => {
    const flows = flowsOf(named('casthouse-foundry-alloy'));
    const silicon = (of: readonly ClosureFlow[]) =>
      proveClosure(of, [], compositionOf).elements.find((each) => each.element === 'Si')!;
    // 70 kg in the alloy and 5.83 % of 12 kg in the dross.
    expect(silicon(flows).out).toBeCloseTo(0.0707, 5);
    expect(silicon(flows)).toMatchObject({ closes: true, trace: false });
    expect(silicon(flows.filter((flow) => flow.commodity !== 'silicon')).closes).toBe(false);
  });
});

describe('closure of the models anywhere in the usual range', () => {
  const chain = [
    'potline',
    'bayer',
    'bayer-imported',
    'bayer-sinter',
    'anode-plant',
    'open-pit',
    'open-pit-hauled',
    'bayer-washed',
    'ore-washing',
    'ore-flotation',
    'ore-sorting',
    'siderite-separation',
    'greenhouse',
  ];
  it.each(chain)('%s', (name) => {
    const model: Model = MODELS[name];
    const arbitrary = fc.record(
      Object.fromEntries(
        model.parameters.map((p) => [
          p.key,
          p.choices === undefined
            ? fc.double({ min: p.usual[0], max: p.usual[1], noNaN: true })
            : fc.integer({ min: 0, max: p.choices.length - 1 }),
        ]),
      ),
    );
    fc.assert(
      fc.property(arbitrary, (values) => {
        // An analysis above 100 % is no ore.
        fc.pre(
          !('al2o3' in values) || values.al2o3 + values.sio2 + values.fe2o3 + values.tio2 + values.cao < 0.9,
        );
        fc.pre((model.conflicts?.(withDefaults(model, values)) ?? []).length === 0);
        const recipe = model.recipe!(withDefaults(model, values));
        expect(open(proveClosure(recipe.flows, recipe.losses ?? [], compositionOf))).toEqual([]);
      }),
      { numRuns: 200, seed: 20250601 },
    );
  });
});

describe('closure by construction', () => {
  it.each([
    ['as it is', {}],
    [
      'with much fluorine to air and in perfluorocarbons',
      { 'fluoride-emission': 0.005, 'anode-effect-minutes': 1 },
    ],
    [
      'with a lining that takes all soda',
      { 'spent-lining-sodium': 0.18, 'lining-per-current': 0.41, 'pot-life': 1500 },
    ],
  ])('a potline %s closes on Al, Na, F and C to the digits of compositions', (_, values) => {
    const { flows } = MODELS['potline'].recipe!(withDefaults(MODELS['potline'], values));
    const { elements } = proveClosure(flows, [], compositionOf);
    // Soda of alumina is written with four digits; the carbon of perfluorocarbons is not taken off the carbon dioxide.
    const rounding: Partial<Record<Element, number>> = { Al: 2e-5, F: 2e-5, C: 1e-4, Na: 2e-4 };
    for (const { element, relative } of elements)
      expect(relative, element).toBeLessThan(rounding[element] ?? 0.005);
  });
});

describe('the proof notices', () => {
  const potline = flowsOf(plants.find((plant) => plant.plant === 'prebake-potline')!);
  const failing = (flows: readonly ClosureFlow[], losses: Parameters<typeof proveClosure>[1] = []) =>
    proveClosure(flows, losses, compositionOf)
      .elements.filter((e) => !e.closes)
      .map((e) => e.element as Element);

  it('carbon dioxide that is left out', () => {
    expect(failing(potline.filter((f) => f.commodity !== 'carbon-dioxide'))).toEqual(['C', 'mass']);
  });
  it('1 % of alumina too little', () => {
    expect(
      failing(potline.map((f) => (f.commodity === 'alumina' ? { ...f, amount: 0.99 * f.amount } : f))),
    ).toContain('Al');
  });
  it('surplus bath that is left out takes sodium and fluorine with it', () => {
    expect(failing(potline.filter((f) => f.commodity !== 'spent-bath'))).toEqual(
      expect.arrayContaining(['Na', 'F']),
    );
  });
  it('a stated loss above 2 % of the inflow, or without a source', () => {
    const flows = [
      { commodity: 'slab', amount: -1.03 },
      { commodity: 'rolled-coil', amount: 1 },
    ];
    const loss = (value: number, source: string) => [
      { element: 'Al' as const, amount: value, source },
      { element: 'mass' as const, amount: value, source },
    ];
    expect(failing(flows, loss(0.03, 'SEMIS'))).toEqual(['Al', 'mass']);
    const small = [{ commodity: 'slab', amount: -1.015 }, flows[1]];
    expect(failing(small, loss(0.015, 'SEMIS'))).toEqual([]);
    expect(failing(small, loss(0.015, ''))).toEqual(['Al', 'mass']);
  });
  it('says how much is missing: 1 t of Al2O3-free ingot from 1.2 t of liquid leaves a gap of 0.2 t', () => {
    const proof = proveClosure(
      [
        { commodity: 'liquid-aluminium', amount: -1.2 },
        { commodity: 'ingot', amount: 1 },
      ],
      [],
      compositionOf,
    );
    const aluminium = proof.elements.find((e) => e.element === 'Al')!;
    expect(aluminium.gap).toBeCloseTo(0.2, 12);
    expect(aluminium.relative).toBeCloseTo(0.2 / 1.2, 12);
  });
});
