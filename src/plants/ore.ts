/**
 * What is in a tonne of dry bauxite, and what of it can a Bayer circuit take?
 * In: oxide shares of the ore. Out: its parts in tonnes per dry tonne, and the composition that the closure proof follows.
 */
import type { Composition, Conflict, Parameter, Values } from './model.ts';
import { RATIO, SHARE } from './stoichiometry.ts';

export interface Ore {
  readonly al2o3: number;
  readonly sio2: number;
  /** Silica that dissolves and binds soda (clay; at high temperature part of the quartz). */
  readonly reactiveSilica: number;
  readonly fe2o3: number;
  readonly tio2: number;
  readonly cao: number;
  /** CO2 bound in carbonates. */
  readonly co2: number;
  /** Water bound in the minerals. */
  readonly water: number;
  /** What the analysis does not name. */
  readonly other: number;
  /** Water that clings to the ore, t per dry tonne. */
  readonly moisture: number;
  /** Alumina that digestion can take: not in clay, not in goethite or undigested diaspore. */
  readonly available: number;
}

/** Typical feeds: Krasnooktyabr (Kazakhstan) within its published range of ore bodies, and a gibbsitic import. */
export interface OreDefaults {
  readonly al2o3: number;
  readonly sio2: number;
  readonly reactiveShare: number;
  readonly fe2o3: number;
  readonly tio2: number;
  readonly cao: number;
  readonly loi: number;
  readonly bound: number;
}

export const KRASNOOKTYABR: OreDefaults = {
  al2o3: 0.445,
  sio2: 0.11,
  reactiveShare: 0.93,
  fe2o3: 0.17,
  tio2: 0.022,
  cao: 0.008,
  loi: 0.236,
  bound: 0.01,
};
export const GIBBSITIC_IMPORT: OreDefaults = {
  al2o3: 0.47,
  sio2: 0.025,
  reactiveShare: 0.72,
  fe2o3: 0.22,
  tio2: 0.025,
  cao: 0.002,
  loi: 0.24,
  bound: 0.0297,
};

/** Parameters of an ore; keys follow the words of `ore:` in the park file. */
export function oreParameters(ore: OreDefaults, source: string): Parameter[] {
  const share = { unit: '1', source, why: 'A share of the dry ore lies between 0 and 1.' } as const;
  return [
    {
      ...share,
      key: 'al2o3',
      title: 'Al2O3 in the ore',
      default: ore.al2o3,
      physical: [0.1, 0.8],
      usual: [0.38, 0.6],
      grade: 'published',
      why: 'Below 10 % it is no bauxite; pure diaspore has 85 %.',
    },
    {
      ...share,
      key: 'sio2',
      title: 'SiO2 in the ore',
      default: ore.sio2,
      physical: [0, 0.4],
      usual: [0.01, 0.15],
      grade: 'published',
    },
    {
      ...share,
      key: 'reactive-share-of-sio2',
      title: 'Reactive share of SiO2',
      default: ore.reactiveShare,
      physical: [0, 1],
      usual: [0.5, 1],
      grade: 'derived',
    },
    {
      ...share,
      key: 'fe2o3',
      title: 'Fe2O3 in the ore',
      default: ore.fe2o3,
      physical: [0, 0.6],
      usual: [0.05, 0.3],
      grade: 'published',
    },
    {
      ...share,
      key: 'tio2',
      title: 'TiO2 in the ore',
      default: ore.tio2,
      physical: [0, 0.15],
      usual: [0.01, 0.05],
      grade: 'judgement',
    },
    {
      ...share,
      key: 'cao',
      title: 'CaO in the ore',
      default: ore.cao,
      physical: [0, 0.2],
      usual: [0, 0.03],
      grade: 'judgement',
    },
    {
      ...share,
      key: 'carbonate-co2',
      title: 'CO2 bound in the ore',
      default: 0.005,
      physical: [0, 0.1],
      usual: [0, 0.02],
      grade: 'judgement',
    },
    {
      ...share,
      key: 'loi',
      title: 'Loss on ignition (never more than the oxides leave)',
      default: ore.loi,
      physical: [0, 0.4],
      usual: [0.1, 0.32],
      grade: 'derived',
    },
    {
      ...share,
      key: 'moisture',
      title: 'Moisture of the wet ore',
      default: 0.1,
      physical: [0, 0.5],
      usual: [0.04, 0.18],
      grade: 'judgement',
      why: 'Half water is mud, not ore.',
    },
    {
      ...share,
      key: 'bound-alumina',
      title: 'Al2O3 in goethite and undigested minerals',
      default: ore.bound,
      physical: [0, 0.3],
      usual: [0, 0.05],
      grade: 'derived',
    },
    {
      ...share,
      key: 'gallium',
      title: 'Gallium in the ore',
      default: 50e-6,
      physical: [0, 0.001],
      usual: [20e-6, 80e-6],
      source: 'GALLIUM',
      grade: 'published',
    },
  ];
}

export function oreOf(v: Values): Ore {
  const oxides = v.al2o3 + v.sio2 + v.fe2o3 + v.tio2 + v.cao;
  const loi = Math.max(0, Math.min(v.loi, 1 - oxides));
  const reactiveSilica = v.sio2 * v['reactive-share-of-sio2'];
  const co2 = Math.min(v['carbonate-co2'], loi);
  return {
    al2o3: v.al2o3,
    sio2: v.sio2,
    reactiveSilica,
    fe2o3: v.fe2o3,
    tio2: v.tio2,
    cao: v.cao,
    co2,
    water: loi - co2,
    other: Math.max(0, 1 - oxides - loi),
    moisture: v.moisture / (1 - v.moisture),
    available: v.al2o3 - RATIO.aluminaPerReactiveSilica * reactiveSilica - v['bound-alumina'],
  };
}

/** t of element per dry tonne; `mass` is the wet mass that moves with it. */
export function oreComposition(ore: Ore): Composition {
  return {
    Al: ore.al2o3 * SHARE.AlInAl2O3,
    Si: ore.sio2 * SHARE.SiInSiO2,
    Fe: ore.fe2o3 * SHARE.FeInFe2O3,
    Ca: ore.cao * SHARE.CaInCaO,
    C: ore.co2 * SHARE.CInCO2,
    mass: 1 + ore.moisture,
  };
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(4))} %`;

/** An analysis above 100 %, or an ore of which a Bayer circuit gets nothing. */
export function oreConflicts(v: Values, bayer: boolean): Conflict[] {
  const oxides = ['al2o3', 'sio2', 'fe2o3', 'tio2', 'cao'];
  const sum = oxides.reduce((total, key) => total + v[key], 0);
  const { available } = oreOf(v);
  const conflicts: Conflict[] = [];
  if (sum > 1)
    conflicts.push({ code: 'oxides-above-whole', keys: oxides, particulars: { found: percent(sum) } });
  if (bayer && available < 0.05)
    conflicts.push({
      code: 'no-available-alumina',
      keys: ['al2o3', 'sio2', 'reactive-share-of-sio2', 'bound-alumina'],
      particulars: { found: percent(available) },
    });
  return conflicts;
}
