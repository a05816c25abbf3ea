/**
 * What goes into a pot and what comes out of it, per tonne of liquid aluminium?
 * In: parameter values of the potline. Out: recipe flows without electricity, in tonnes. Sodium leaves in the spent
 * lining and in surplus bath; fluorine leaves in both, as hydrogen fluoride and as perfluorocarbons, and is put back as
 * aluminium fluoride; alumina is what metal, bath, lining and dust need. So Al, Na, F and C close by construction.
 */
import type { RecipeFlow, Values } from './model.ts';
import {
  ALUMINIUM_PER_AMPERE_HOUR,
  ATOM,
  MOLE,
  RATIO,
  SHARE,
  SMELTER_GRADE_ALUMINA,
} from './stoichiometry.ts';

/** Lining as built, t/t: 37 % carbon (blocks and paste), the rest alumino-silicate refractory. */
const LINING = { C: 0.37, Al: 0.12, Si: 0.16, mass: 1 } as const;

const ALUMINA_AL = SMELTER_GRADE_ALUMINA.al2o3 * SHARE.AlInAl2O3;
const ALUMINA_NA = SMELTER_GRADE_ALUMINA.na2o * SHARE.NaInNa2O;

/** Kilograms of CF4 and C2F6 per tonne: slope method, modern point-fed pots, plus the low-voltage share. */
export function perfluorocarbons(v: Values): { cf4: number; c2f6: number } {
  const cf4 = v['pfc-slope'] * v['anode-effect-minutes'] * (1 + v['low-voltage-pfc']);
  return { cf4, c2f6: cf4 * v['pfc-weight-share'] };
}

/** Spent lining per tonne of metal over the life of a pot, t/t. */
export function spentLining(v: Values): number {
  const tonnesPerDayAndKiloampere = ALUMINIUM_PER_AMPERE_HOUR * 1e-3 * 24 * v['current-efficiency'];
  return v['lining-per-current'] / (tonnesPerDayAndKiloampere * v['pot-life']);
}

export function potlineBalance(v: Values): RecipeFlow[] {
  const { cf4, c2f6 } = perfluorocarbons(v);
  const dust = v['alumina-loss'];
  const spent = spentLining(v);
  const spentNa = spent * v['spent-lining-sodium'];
  const spentF = spent * v['spent-lining-fluorine'];
  // Bath in the lining lies there as cryolite: one Al for six F.
  const spentAl = (spentF * ATOM.Al) / (6 * ATOM.F);
  const lining = spent - spentNa - spentF - spentAl;

  const airF = v['fluoride-emission'];
  const pfcF = (cf4 * SHARE.FInCF4 + c2f6 * SHARE.FInC2F6) / 1000;

  // Surplus bath per t of its sodium: NaF and AlF3 at the bath ratio (mass).
  const naf = MOLE.NaF / ATOM.Na;
  const alf3 = naf / v['bath-ratio'];
  const bathF = (naf * ATOM.F) / MOLE.NaF + alf3 * RATIO.fluorinePerFluoride;
  const bathAl = alf3 * RATIO.aluminiumPerFluoride;

  // Aluminium brought by the fluoride that makes up for one t of fluorine.
  const alPerF = RATIO.aluminiumPerFluoride / RATIO.fluorinePerFluoride;
  const need = 1 + dust * ALUMINA_AL + spentAl - alPerF * (spentF + airF + pfcF);
  const alPerBathNa = bathAl - alPerF * bathF;
  let alumina =
    (need - alPerBathNa * (dust * ALUMINA_NA + spentNa)) / (ALUMINA_AL - alPerBathNa * ALUMINA_NA);
  let bathNa = (alumina - dust) * ALUMINA_NA - spentNa;
  let sodaAsh = 0;
  if (bathNa < 0) {
    // Alumina too poor in soda for the lining: no surplus bath, and soda ash is added.
    alumina = need / ALUMINA_AL;
    sodaAsh = (spentNa - (alumina - dust) * ALUMINA_NA) / SHARE.NaInNa2CO3;
    bathNa = 0;
  }
  const bath = bathNa * (naf + alf3);
  const fluoride = (spentF + bathNa * bathF + airF + pfcF) / RATIO.fluorinePerFluoride;

  const net = v['net-carbon'];
  const anode = { C: 1 - v.sulphur - v.ash, mass: 1 };
  const anodeCarbon = net * anode.C;
  const butts = (net * v['butt-share']) / (1 - v['butt-share']);
  const sulphur = net * v.sulphur;
  const oxygenOfAlumina =
    (alumina - dust) *
      (SMELTER_GRADE_ALUMINA.al2o3 * RATIO.oxygenPerAlumina + SMELTER_GRADE_ALUMINA.na2o * SHARE.OInNa2O) +
    sodaAsh * (1 - SHARE.NaInNa2CO3 - RATIO.co2PerSodaAsh);
  // The hydrogen of HF comes from the water of the alumina.
  const waterToFluoride = (airF * MOLE.H2O) / (2 * ATOM.F);
  const oxygenOfWater = (airF * ATOM.O) / (2 * ATOM.F);
  const oxygenNeed = anodeCarbon * RATIO.oxygenPerCarbonBurnt + sulphur * RATIO.oxygenPerSulphurBurnt;

  const flows: RecipeFlow[] = [
    { commodity: 'liquid-aluminium', amount: 1 },
    { commodity: 'alumina', amount: -alumina },
    { commodity: 'aluminium-fluoride', amount: -fluoride },
    { commodity: 'baked-anode', amount: -(net + butts), composition: anode },
    { commodity: 'anode-butts', amount: butts, composition: anode },
    { commodity: 'cathode-block', amount: -lining, composition: LINING },
    {
      commodity: 'air-oxygen',
      amount: -(oxygenNeed - oxygenOfAlumina - oxygenOfWater),
      cause: 'anode consumption',
    },
    { commodity: 'carbon-dioxide', amount: anodeCarbon * RATIO.co2PerCarbon, cause: 'anode consumption' },
    { commodity: 'sulphur-dioxide', amount: sulphur * RATIO.so2PerSulphur, cause: 'anode consumption' },
    { commodity: 'carbon-tetrafluoride', amount: cf4 / 1000, cause: 'anode effects' },
    { commodity: 'hexafluoroethane', amount: c2f6 / 1000, cause: 'anode effects' },
    { commodity: 'hydrogen-fluoride', amount: airF / SHARE.FInHF, cause: 'bath' },
    {
      commodity: 'water-vapour',
      amount: (alumina - dust) * SMELTER_GRADE_ALUMINA.water - waterToFluoride,
      cause: 'water of alumina',
    },
    {
      commodity: 'dust',
      amount: dust,
      cause: 'alumina handling',
      composition: { Al: ALUMINA_AL, Na: ALUMINA_NA, mass: 1 },
    },
    {
      commodity: 'spent-pot-lining',
      amount: spent,
      composition: {
        Al: (lining * LINING.Al + spentAl) / spent,
        Na: v['spent-lining-sodium'],
        C: (lining * LINING.C) / spent,
        F: v['spent-lining-fluorine'],
        Si: (lining * LINING.Si) / spent,
        mass: 1,
      },
    },
  ];
  if (bath > 0)
    flows.push({
      commodity: 'spent-bath',
      amount: bath,
      composition: { Al: (bathNa * bathAl) / bath, Na: bathNa / bath, F: (bathNa * bathF) / bath, mass: 1 },
    });
  if (sodaAsh > 0)
    flows.push(
      { commodity: 'soda-ash', amount: -sodaAsh },
      { commodity: 'carbon-dioxide', amount: sodaAsh * RATIO.co2PerSodaAsh, cause: 'soda ash' },
    );
  return flows;
}
