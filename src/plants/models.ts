/**
 * Which plant models are there?
 * In: nothing. Out: every model by its name, for recipes (`model:` of a library plant) and for the calculators.
 */

import { annuity, lcoe } from './annuity.ts';
import { anodeCo2 } from './anode-co2.ts';
import { anodePlant } from './anode-plant.ts';
import { bakingCo2Model } from './baking-co2.ts';
import { bayer, bayerImported } from './bayer.ts';
import { bayerSinter } from './bayer-sinter.ts';
import { bayerWashed } from './bayer-washed.ts';
import { gasBoiler, gasTurbine, hydrogenTurbine } from './boiler.ts';
import { cfeScore } from './cfe-score.ts';
import { chain } from './chain.ts';
import { gallium } from './gallium.ts';
import { greenhouse } from './greenhouse.ts';
import { HEAT_PUMPS, RANKINE_CYCLES } from './heat-engine.ts';
import { inertAnodeCell } from './inert-anode-cell.ts';
import type { Model } from './model.ts';
import { openPit, openPitHauled, truckFleet } from './open-pit.ts';
import { pfc } from './pfc.ts';
import { potline } from './potline.ts';
import { pv } from './pv.ts';
import { river } from './river.ts';
import { solarPosition } from './solar-position.ts';
import { SOLID_FIRED } from './solid-fuel.ts';
import { oreFlotation, oreSorting, oreWashing, sideriteSeparation } from './upgrading.ts';
import { windPower } from './wind-power.ts';

const ALL: readonly Model[] = [
  openPit,
  openPitHauled,
  truckFleet,
  oreWashing,
  oreFlotation,
  oreSorting,
  sideriteSeparation,
  bayer,
  bayerImported,
  bayerSinter,
  bayerWashed,
  anodePlant,
  potline,
  inertAnodeCell,
  anodeCo2,
  bakingCo2Model,
  pfc,
  chain,
  gallium,
  greenhouse,
  gasBoiler,
  gasTurbine,
  hydrogenTurbine,
  ...SOLID_FIRED,
  ...RANKINE_CYCLES,
  ...HEAT_PUMPS,
  windPower,
  pv,
  solarPosition,
  cfeScore,
  river,
  lcoe,
  annuity,
];

/** Name → model. */
export const MODELS: Readonly<Record<string, Model>> = Object.fromEntries(
  ALL.map((model) => [model.name, model]),
);
