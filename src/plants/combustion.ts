/**
 * What does burning one MWh (LHV) of a fuel put into the air, and what does it take from it?
 * In: fuel and MWh. Out: recipe flows (fuel in, air oxygen in, carbon dioxide and water vapour out) whose carbon and
 * mass close. Carbon per MWh follows the IPCC 2006 emission factors (Vol. 2, Table 1.4, LHV: gas 56.1, diesel 74.1 kg CO2/GJ;
 * diesel 43.0 GJ/t, gas 48.0 GJ/t, Table 1.2; hydrogen 120.0 GJ/t); what is not carbon counts as hydrogen, as in the library's compositions.
 */
import type { RecipeFlow } from './model.ts';
import { RATIO } from './stoichiometry.ts';

/** Carbon and hydrogen burnt, t per MWh, from kg CO2 per GJ and GJ per t. */
function fuel(co2PerGJ: number, heatValue: number): { carbon: number; hydrogen: number } {
  const carbon = (co2PerGJ * 3.6) / 1000 / RATIO.co2PerCarbon;
  return { carbon, hydrogen: 3.6 / heatValue - carbon };
}

/** Fuels by commodity id. */
export const FUELS = {
  'natural-gas': fuel(56.1, 48.0),
  diesel: fuel(74.1, 43.0),
  hydrogen: fuel(0, 120.0),
} as const;

/** Flows of burning `mwh` (LHV) of a fuel; `cause` labels what goes to air. */
export function burn(name: keyof typeof FUELS, mwh: number, cause: string): RecipeFlow[] {
  if (mwh === 0) return [];
  const { carbon, hydrogen } = FUELS[name];
  const flows: RecipeFlow[] = [
    { commodity: name, amount: -mwh },
    { commodity: 'carbon-dioxide', amount: mwh * carbon * RATIO.co2PerCarbon, cause },
    { commodity: 'water-vapour', amount: mwh * hydrogen * RATIO.waterPerHydrogen, cause },
    {
      commodity: 'air-oxygen',
      amount: -mwh * (carbon * RATIO.oxygenPerCarbonBurnt + hydrogen * RATIO.oxygenPerHydrogenBurnt),
      cause,
    },
  ];
  return flows.filter((flow) => flow.amount !== 0);
}
