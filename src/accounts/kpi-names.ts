/**
 * By which names do people ask for a figure?
 * In: what a promise or claim says. Out: the figure; and the list of all names, for "did you mean".
 */
import { periodsOf } from './counted-by.ts';
import type { Kpi, Register } from './kpi.ts';
import { writtenUnit } from './kpi-unit.ts';
import { REGISTER } from './register.ts';

/** Spoken name → id. A figure's own id (with spaces for dashes) is a name anyway. */
const SPOKEN: Readonly<Record<string, string>> = {
  'renewable share of electricity': 'renewable-share',
  'share of renewable electricity': 'renewable-share',
  'renewable electricity': 'renewable-share',
  'carbon-free score': 'cfe-score',
  '24/7 carbon-free energy': 'cfe-score',
  'renewable share of the smelter': 'renewable-share-smelter',
  renewables: 'renewable-capacity',
  'installed renewable capacity': 'renewable-capacity',
  alumina: 'alumina-output',
  'alumina production': 'alumina-output',
  aluminium: 'metal-output',
  'aluminium output': 'metal-output',
  'aluminium production': 'metal-output',
  'electrolytic aluminium': 'metal-output',
  'primary aluminium': 'metal-output',
  metal: 'metal-output',
  'aluminium capacity': 'metal-capacity',
  'overnight cost': 'investment',
  'overnight investment': 'investment',
  capex: 'investment',
  jobs: 'permanent-jobs',
  employment: 'permanent-jobs',
  'share of Kazakh staff': 'kazakh-staff-share',
  'share of Kazakh employees': 'kazakh-staff-share',
  'local share of staff': 'kazakh-staff-share',
  'levelised cost of aluminium': 'lcoa',
  'cost of aluminium': 'lcoa',
  'levelised cost of electricity': 'lcoe',
  'cost of electricity': 'lcoe',
  'marginal price of electricity': 'electricity-price',
  'direct emissions per tonne': 'direct-emissions',
  'footprint of aluminium': 'carbon-footprint',
  'share of residue used': 'residue-used-share',
  'residue use': 'residue-used-share',
  'share of grid electricity': 'grid-share',
  'specific energy': 'specific-energy-ac',
  water: 'water-use',
  land: 'land-use',
  'unserved load': 'unserved-demand',
};

const slug = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');

const ID_OF: ReadonlyMap<string, string> = new Map([
  ...REGISTER.map((kpi): [string, string] => [kpi.id, kpi.id]),
  ...Object.entries(SPOKEN).map(([name, id]): [string, string] => [slug(name), id]),
]);

/** Every name that `kpiByName` knows, as people write it. */
export const KPI_NAMES: readonly string[] = [
  ...REGISTER.map((kpi) => kpi.id.replaceAll('-', ' ')),
  ...Object.keys(SPOKEN),
];

/** Name (dashes for spaces) → the readable unit in which a target for it is written. */
export const KPI_UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  [...ID_OF].flatMap(([name, id]) => {
    const kpi = REGISTER.find((one) => one.id === id);
    return kpi === undefined ? [] : [[name, writtenUnit(kpi)]];
  }),
);

/** Name (dashes for spaces) → by what the figure can be counted to bind; nothing where it cannot. */
export const KPI_PERIODS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...ID_OF].flatMap(([name, id]) => {
    const kpi = REGISTER.find((one) => one.id === id);
    return kpi === undefined ? [] : [[name, periodsOf(kpi)]];
  }),
);

/** The figure of that name (id or spoken, any case, spaces or dashes); undefined when there is none. */
export function kpiByName(name: string, register: Register = REGISTER): Kpi | undefined {
  const id = ID_OF.get(slug(name)) ?? slug(name);
  return register.find((kpi) => kpi.id === id);
}
