/**
 * What does burning one MWh (LHV) of a fuel put into the air, and what does it take from it?
 * In: fuel and MWh. Out: recipe flows (fuel in, air oxygen in, carbon dioxide and water vapour out) whose carbon and
 * mass close. Carbon per MWh follows the IPCC 2006 emission factors (Vol. 2, Table 1.4, LHV: gas 56.1, diesel 74.1 kg CO2/GJ;
 * diesel 43.0 GJ/t, gas 48.0 GJ/t, Table 1.2; hydrogen 120.0 GJ/t); what is not carbon counts as hydrogen, as in the library's compositions.
 */
import type { RecipeFlow } from './model.ts';
import { RATIO } from './stoichiometry.ts';

/** Burning one MWh (LHV) of a fuel of so many kg CO2 per GJ and GJ per t: t in and out. What is not carbon is hydrogen. */
export function burntPerMwh(emission: number, heat: number) {
  const mass = 3.6 / heat;
  const carbonDioxide = (emission * 3.6) / 1000;
  const carbon = carbonDioxide / RATIO.co2PerCarbon;
  const hydrogen = mass - carbon;
  const water = hydrogen * RATIO.waterPerHydrogen;
  const oxygen = carbon * RATIO.oxygenPerCarbonBurnt + hydrogen * RATIO.oxygenPerHydrogenBurnt;
  return { mass, carbon, carbonDioxide, water, oxygen };
}

/** Fuels by commodity id. */
export const FUELS = {
  'natural-gas': burntPerMwh(56.1, 48.0),
  diesel: burntPerMwh(74.1, 43.0),
  hydrogen: burntPerMwh(0, 120.0),
} as const;

/** Flows of burning `mwh` (LHV) of a fuel; `cause` labels what goes to air. */
export function burn(name: keyof typeof FUELS, mwh: number, cause: string): RecipeFlow[] {
  if (mwh === 0) return [];
  const { carbonDioxide, water, oxygen } = FUELS[name];
  const flows: RecipeFlow[] = [
    { commodity: name, amount: -mwh },
    { commodity: 'carbon-dioxide', amount: mwh * carbonDioxide, cause },
    { commodity: 'water-vapour', amount: mwh * water, cause },
    { commodity: 'air-oxygen', amount: -mwh * oxygen, cause },
  ];
  return flows.filter((flow) => flow.amount !== 0);
}
