/** Heat runs downhill by itself and uphill with work only; every plant of the library keeps to it. */
import { describe, expect, it } from 'vitest';
import { mineFor, ownLibrary } from '../../test/plan-text.ts';
import { readPark } from '../park/read-park.ts';
import { parameterValues } from '../park/resolve-parameters.ts';
import { heatFault, workInHeat } from './prove-heat.ts';
import { plantRecipe } from './recipe.ts';

const library = ownLibrary();
const known = (id: string) => library.commodities[id];
const fault = (flows: Record<string, number>) =>
  heatFault(
    Object.entries(flows).map(([commodity, amount]) => ({ commodity, amount })),
    known,
  );

describe('work in heat, against surroundings of 0 °C', () => {
  it('1 − 273.15 / 353.15 = 22.65 % at 80 °C, 38.36 % at 170 °C, none at 0 °C and below', () => {
    expect(workInHeat(80)).toBeCloseTo(0.22653, 5);
    expect(workInHeat(170)).toBeCloseTo(0.38362, 5);
    expect(workInHeat(0)).toBe(0);
    expect(workInHeat(-10)).toBe(0);
  });
});

describe('a plant that takes heat', () => {
  it('may pass it on to a colder level', () => {
    expect(fault({ 'pot-gas-heat': -1, 'low-heat': 1 })).toBeNull();
    expect(fault({ steam: -1, 'low-heat': 0.9 })).toBeNull();
  });
  it('cannot pass it on to a hotter one: steam from water of 80 °C needs 0.3836 − 0.2265 = 0.157 MWh', () => {
    expect(fault({ 'low-heat': -1, steam: 1 })).toMatchObject({
      code: 'heat-uphill',
      made: { title: 'Process steam' },
      from: { title: 'Low-temperature heat' },
      work: 0,
    });
    const found = fault({ 'low-heat': -1, steam: 1, electricity: -0.1 });
    expect(found).toMatchObject({ code: 'heat-uphill', work: 0.1 });
    expect(found?.code === 'heat-uphill' && found.leastWork).toBeCloseTo(0.15709, 4);
    expect(fault({ 'low-heat': -0.85, steam: 1, electricity: -0.2 })).toBeNull();
  });
  it('may lift heat with fuel as with electricity', () => {
    expect(fault({ 'low-heat': -0.8, steam: 1, 'natural-gas': -0.25 })).toBeNull();
  });
  it('is not helped by matter: only electricity and fuels are work', () => {
    const code = (flows: Record<string, number>) => fault(flows)?.code;
    expect(code({ 'low-heat': -1, steam: 1, alumina: -5 })).toBe('heat-uphill');
    expect(code({ 'low-heat': -1, steam: 1, water: -5 })).toBe('heat-uphill');
    expect(code({ 'low-heat': -1, steam: 1, 'pot-heat': -5 })).toBe('heat-uphill');
    expect(code({ 'low-heat': -1, steam: 1, electricity: -0.2 })).toBeUndefined();
    expect(fault({ steam: 1, 'low-heat': 0 })).toBeNull();
  });
  it('needs the work that is missing, give or take half a per cent of what is moved', () => {
    const lifted = (electricity: number, times = 1) =>
      fault({ 'low-heat': -times, steam: times, electricity: -electricity })?.code;
    // 0.15709 are needed for 1 MWh: 0.005 less is forgiven, 0.006 not.
    expect(lifted(0.1525)).toBeUndefined();
    expect(lifted(0.1511)).toBe('heat-uphill');
    // 15.709 for 100 MWh: half a per cent of that, 0.0785.
    expect(lifted(15.64, 100)).toBeUndefined();
    expect(lifted(15.6, 100)).toBe('heat-uphill');
  });
  it('tells the hottest of several levels', () => {
    expect(fault({ 'cooling-heat': -1, 'low-heat': -1, steam: 1.5, 'district-heat': 0.2 })).toMatchObject({
      made: { temperature: 170 },
      from: { temperature: 80 },
    });
  });
  it('gives no more energy than it takes', () => {
    expect(fault({ steam: -1, 'low-heat': 1.2 })).toEqual({
      code: 'energy-from-nothing',
      given: 1.2,
      taken: 1,
    });
    expect(fault({ 'low-heat': -0.6, steam: 1, electricity: -0.3 })).toMatchObject({
      code: 'energy-from-nothing',
    });
    expect(fault({ steam: -1, electricity: 0.3, 'low-heat': 0.8 })).toMatchObject({
      code: 'energy-from-nothing',
    });
  });
  it('gives no more electricity than the heat holds: 22.65 % of 80 °C', () => {
    expect(fault({ 'low-heat': -1, electricity: 0.22 })).toBeNull();
    const found = fault({ 'low-heat': -1, electricity: 0.3 });
    expect(found).toMatchObject({ code: 'more-work-than-heat-holds', work: 0.3, from: { temperature: 80 } });
    expect(found?.code === 'more-work-than-heat-holds' && found.most).toBeCloseTo(0.22653, 5);
  });
  it('forgives rounding of half a per cent, not of one', () => {
    expect(fault({ steam: -1, 'low-heat': 1.004 })).toBeNull();
    expect(fault({ steam: -1, 'low-heat': 1.01 })).not.toBeNull();
  });
});

describe('the library', () => {
  it('knows the temperature of all heat, and of nothing else', () => {
    const hot = Object.values(library.commodities).filter(({ temperature }) => temperature !== undefined);
    expect(Object.fromEntries(hot.map(({ id, temperature }) => [id, temperature]))).toEqual({
      steam: 170,
      'flue-heat': 300,
      'pot-gas-heat': 120,
      'low-heat': 80,
      'cooling-heat': 45,
      'district-heat': 70,
      'greenhouse-heat': 40,
    });
    const energy = Object.values(library.commodities).filter(
      ({ unit, temperature }) => unit === 'MWh' && temperature === undefined,
    );
    expect(energy.map(({ id }) => id).sort()).toEqual([
      'biomass',
      'coal',
      'diesel',
      'electricity',
      'head-water',
      'hydrogen',
      'natural-gas',
      'pot-heat',
    ]);
  });
  it.each(Object.keys(library.plants))('%s keeps to the laws of thermodynamics', (name) => {
    const park = readPark(
      'p',
      () => `kombinat: 1\npark: One\nplants:\n  it: { plant: ${name} }\n${mineFor(name)}`,
      library,
      {
        scenario: null,
        strict: false,
      },
    );
    if (!park.ok) throw new Error(park.issues.map(({ message }) => message).join('\n'));
    const [plant] = park.value.plants;
    const feed = plant.feeds[0] ?? null;
    const { flows } = plantRecipe(
      plant,
      parameterValues(feed?.parameters ?? plant.parameters),
      library,
      feed,
    );
    const here = (id: string) => park.value.commodities[id] ?? known(id);
    expect(heatFault([{ commodity: plant.library.makes, amount: 1 }, ...flows], here)).toBeNull();
  });
});
