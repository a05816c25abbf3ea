/**
 * The worked examples of the aluminium chain, each recalculated by the models: number, source, published figure, tolerance.
 * Published figures are those of the source, or arithmetic on them which the row shows. Arithmetic is held to 0.1 %; where a
 * plant's nameplate stands against the law of Faraday, the tolerance is what nameplates are rounded by.
 */
import { anodeCo2 } from '../src/plants/anode-co2.ts';
import { anodePlant } from '../src/plants/anode-plant.ts';
import { bakingCo2Model } from '../src/plants/baking-co2.ts';
import { bayer, bayerCircuit } from '../src/plants/bayer.ts';
import { bayerSinter } from '../src/plants/bayer-sinter.ts';
import { withDefaults } from '../src/plants/defaults.ts';
import { gallium } from '../src/plants/gallium.ts';
import type { Model, Values } from '../src/plants/model.ts';
import { oreOf } from '../src/plants/ore.ts';
import { METHODS, pfc, TECHNOLOGIES, WARMING } from '../src/plants/pfc.ts';
import { potline } from '../src/plants/potline.ts';
import { ALUMINIUM_PER_AMPERE_HOUR, RATIO } from '../src/plants/stoichiometry.ts';
import type { Comparison } from './comparison.ts';
import { ownLibrary } from './plan-text.ts';

const of = (model: Model, given: Values = {}): Values => model.calculate(withDefaults(model, given));
const choice = (list: readonly { readonly name: string }[], name: string): number =>
  list.findIndex((one) => one.name === name);
/** A line whose pots are all in operation. */
const line = (pots: number, current: number, efficiency: number, more: Values = {}): Values =>
  of(potline, { pots, current, 'current-efficiency': efficiency, availability: 1, ...more });
/** A million tonnes of metal by the slope method, at a tenth of a minute per pot and day. */
const slope = (gwp: string): Values =>
  of(pfc, {
    technology: choice(TECHNOLOGIES, 'pfpb-modern'),
    aem: 0.1,
    metal: 1e6,
    gwp: choice(WARMING, gwp),
  });
const tierOne = (): Values =>
  of(pfc, {
    method: METHODS.indexOf('ipcc-tier-1'),
    technology: choice(TECHNOLOGIES, 'cwpb'),
    metal: 1e6,
    gwp: choice(WARMING, 'AR5'),
  });
const overvoltage = (): Values =>
  of(pfc, {
    technology: choice(TECHNOLOGIES, 'cwpb'),
    aeo: 5,
    'current-efficiency': 0.95,
    metal: 1000,
    gwp: choice(WARMING, 'SAR'),
  });
/** Of a tonne of silica that reacts in a Bayer circuit. */
const perReactiveSilica = (what: 'causticToSilica' | 'desilication'): number => {
  const circuit = bayerCircuit(withDefaults(bayer));
  return circuit[what] / (circuit.ore.reactiveSilica * circuit.bauxite);
};
/** Wet bauxite per alumina of the sinter route at so much of the alumina won. */
const wetSinter = (recovery: number): number => {
  const values = withDefaults(bayerSinter, { 'alumina-recovery': recovery });
  return bayerSinter.calculate(values).bauxite * (1 + oreOf(values).moisture);
};
/** 120 pots at 25 % for 48 h: voltage and current that give 0.778 MW each. */
const essen = (): Values => line(120, 170, 0.94, { 'cell-voltage': 4.3976 });

const LIGHT_METAL_AGE = 'Light Metal Age, on the tests of 2019, Alba line 6';
const GHG_PROTOCOL = 'Greenhouse Gas Protocol, aluminium tool';

export const WORKED_EXAMPLES: readonly Comparison[] = [
  {
    of: 'EX-01',
    what: 'Aluminium per charge, 26.98154 × 3 600 ÷ (3 × 96 485.332)',
    source: 'Faraday constant, CODATA 2018',
    unit: 'g/Ah',
    published: 0.335573,
    found: () => ALUMINIUM_PER_AMPERE_HOUR,
    within: 1e-5,
  },
  {
    of: 'EX-01',
    what: 'Direct current at 1 V and full efficiency',
    source: 'Faraday constant, CODATA 2018',
    unit: 'kWh/t',
    published: 2979.98,
    found: () => of(potline, { 'cell-voltage': 1, 'current-efficiency': 1 })['dc-energy'],
    within: 1e-5,
  },
  {
    of: 'EX-02',
    what: '424 pots at 460 kA and 95 %, by hand',
    source: LIGHT_METAL_AGE,
    unit: 't/a',
    published: 544_700,
    found: () => line(424, 460, 0.95).production,
    within: 1e-3,
  },
  {
    of: 'EX-02',
    what: 'the same against the nameplate',
    source: LIGHT_METAL_AGE,
    unit: 't/a',
    published: 540_000,
    found: () => line(424, 460, 0.95).production,
    within: 0.025,
  },
  {
    of: 'EX-02',
    what: '424 pots at 465 kA and 95 %, by hand',
    source: LIGHT_METAL_AGE,
    unit: 't/a',
    published: 550_600,
    found: () => line(424, 465, 0.95).production,
    within: 1e-3,
  },
  {
    of: 'EX-02',
    what: 'Direct current at 4.103 V and 95 %',
    source: LIGHT_METAL_AGE,
    unit: 'kWh/t',
    published: 12_870,
    found: () => line(424, 465, 0.95, { 'cell-voltage': 4.103 })['dc-energy'],
    within: 1e-3,
  },
  {
    of: 'EX-03',
    what: '756 pots at 350 kA and 95 %, by hand',
    source: 'Pillai and others, about 2015, EMAL lines 1 and 2',
    unit: 't/a',
    published: 738_900,
    found: () => line(756, 350, 0.95).production,
    within: 1e-3,
  },
  {
    of: 'EX-03',
    what: 'the same against the nameplate',
    source: 'Emirates Aluminium 2011',
    unit: 't/a',
    published: 750_000,
    found: () => line(756, 350, 0.95).production,
    within: 0.03,
  },
  {
    of: 'EX-04',
    what: '352 pots, current × efficiency 414.1 kA, one pot',
    source: 'En+ Group, Taishet line 1',
    unit: 't/d',
    published: 3.335,
    found: () => line(352, 414.1 / 0.945, 0.945)['production-per-pot'],
    within: 1e-3,
  },
  {
    of: 'EX-04',
    what: 'the same, the line',
    source: 'En+ Group, Taishet line 1',
    unit: 't/a',
    published: 428_500,
    found: () => line(352, 414.1 / 0.945, 0.945).production,
    within: 1e-3,
  },
  {
    of: 'EX-04',
    what: 'Electricity of 6 370 GWh: at 4.5342 V, (14 866 − 350) × 0.985 × 0.945 ÷ 2 979.98',
    source: 'En+ Group, Taishet line 1',
    unit: 'kWh/t',
    published: 14_866,
    found: () => line(352, 414.1 / 0.945, 0.945, { 'cell-voltage': 4.5342 })['ac-energy'],
    within: 1e-3,
  },
  {
    of: 'EX-05',
    what: '336 pots, current × efficiency 347.4 kA, one pot (940 t/d)',
    source: 'Alcoa 2008, Fjardaal',
    unit: 't/d',
    published: 2.798,
    found: () => line(336, 347.4 / 0.95, 0.95)['production-per-pot'],
    within: 1e-3,
  },
  {
    of: 'EX-05',
    what: 'the same, the line against its capacity',
    source: 'Alcoa 2008, Fjardaal',
    unit: 't/a',
    published: 346_000,
    found: () => line(336, 347.4 / 0.95, 0.95).production,
    within: 0.015,
  },
  {
    of: 'EX-06',
    what: '1 Mt of prebake metal, CF4 by default factor',
    source: 'IPCC 2006, Vol. 3, table 4.15',
    unit: 'kg',
    published: 400_000,
    found: () => tierOne().cf4,
    within: 1e-3,
  },
  {
    of: 'EX-06',
    what: 'the same, C2F6',
    source: 'IPCC 2006, Vol. 3, table 4.15',
    unit: 'kg',
    published: 40_000,
    found: () => tierOne().c2f6,
    within: 1e-3,
  },
  {
    of: 'EX-06',
    what: 'both, 400 × 6.63 + 40 × 11.1 kt',
    source: 'IPCC 2006, Vol. 3, table 4.15; warming potentials of 2013 (AR5)',
    unit: 't CO2e',
    published: 3_096_000,
    found: () => tierOne().co2e,
    within: 1e-3,
  },
  {
    of: 'EX-06',
    what: 'Carbon dioxide by default factor (±10 %) against what a new anode gives',
    source: 'IPCC 2006, Vol. 3, table 4.10',
    unit: 't/t',
    published: 1.6,
    found: () => of(anodeCo2)['co2-per-metal'],
    within: 0.1,
  },
  {
    of: 'EX-07',
    what: 'Slope method, modern point-fed, 0.10 min, 1 Mt: CF4',
    source: 'European Commission 2025, Regulation 2025/2547',
    unit: 'kg',
    published: 10_400,
    found: () => slope('AR5').cf4,
    within: 1e-3,
  },
  {
    of: 'EX-07',
    what: 'the same, C2F6',
    source: 'European Commission 2025, Regulation 2025/2547',
    unit: 'kg',
    published: 592.8,
    found: () => slope('AR5').c2f6,
    within: 1e-3,
  },
  {
    of: 'EX-07',
    what: 'both, with warming potentials of 2013 (AR5)',
    source: 'European Commission 2025, Regulation 2025/2547',
    unit: 't CO2e',
    published: 75_532,
    found: () => slope('AR5').co2e,
    within: 1e-3,
  },
  {
    of: 'EX-07',
    what: 'both, with warming potentials of 2021 (AR6)',
    source: 'European Commission 2025, Regulation 2025/2547',
    unit: 't CO2e',
    published: 84_103,
    found: () => slope('AR6').co2e,
    within: 1e-3,
  },
  {
    of: 'EX-08',
    what: 'Overvoltage 5 mV at 95 %, 1 000 t: CF4',
    source: `${GHG_PROTOCOL}, worksheet 8`,
    unit: 'kg',
    published: 61.0526,
    found: () => overvoltage().cf4,
    within: 1e-4,
  },
  {
    of: 'EX-08',
    what: 'the same, C2F6',
    source: `${GHG_PROTOCOL}, worksheet 8`,
    unit: 'kg',
    published: 7.38737,
    found: () => overvoltage().c2f6,
    within: 1e-4,
  },
  {
    of: 'EX-08',
    what: 'both, with warming potentials of 1995 (SAR)',
    source: `${GHG_PROTOCOL}, worksheet 8`,
    unit: 't CO2e',
    published: 464.806,
    found: () => overvoltage().co2e,
    within: 1e-4,
  },
  {
    of: 'EX-09',
    what: 'Anode, 0.42 × 0.976 × 44/12',
    source: GHG_PROTOCOL,
    unit: 't/t',
    published: 1.503,
    found: () => of(anodeCo2, { 'net-carbon': 0.42, sulphur: 0.02, ash: 0.004 })['co2-per-metal'],
    within: 1e-3,
  },
  {
    of: 'EX-09',
    what: 'Baking, 0.1823 + 0.0525 per tonne of baked anode',
    source: GHG_PROTOCOL,
    unit: 't/t',
    published: 0.2348,
    found: () => of(bakingCo2Model).total,
    within: 1e-3,
  },
  {
    of: 'EX-10',
    what: 'Hydrate per alumina',
    source: 'ecoinvent, after International Aluminium Institute',
    unit: 't/t',
    published: 1.53,
    found: () => RATIO.hydratePerAlumina,
    within: 1e-3,
  },
  {
    of: 'EX-10',
    what: 'Water driven off, 0.987 × 0.530 less 0.008 that stays; hydrate dry',
    source: 'ecoinvent, after International Aluminium Institute',
    unit: 't/t',
    published: 0.51511,
    found: () =>
      bayer.recipe!(withDefaults(bayer, { 'hydrate-moisture': 0 })).flows.find(
        ({ cause }) => cause === 'calcination',
      )!.amount,
    within: 1e-3,
  },
  {
    of: 'EX-11',
    what: 'Caustic bound by a tonne of reactive silica, 8 Na for 6 Si',
    source: 'Stoichiometry on IUPAC atomic masses',
    unit: 't/t',
    published: 0.8876,
    found: () => perReactiveSilica('causticToSilica'),
    within: 1e-3,
  },
  {
    of: 'EX-11',
    what: 'Alumina bound by it, one Al for one Si',
    source: 'Stoichiometry on IUPAC atomic masses',
    unit: 't/t',
    published: 0.8485,
    found: () => RATIO.aluminaPerReactiveSilica,
    within: 1e-3,
  },
  {
    of: 'EX-11',
    what: 'Desilication product of it; 2.686 to 2.758 after what it holds besides',
    source: 'Stoichiometry on IUPAC atomic masses',
    unit: 't/t',
    published: 2.69,
    found: () => perReactiveSilica('desilication'),
    within: 5e-3,
  },
  {
    of: 'EX-12',
    what: 'Wet bauxite, 4.5 ÷ 1.4 Mt: a recovery of 76.7 %, 0.987 ÷ (0.9 × 0.445 × 3.214)',
    source: 'Development Bank of Kazakhstan, about 2018, Pavlodar',
    unit: 't/t',
    published: 3.214,
    found: () => wetSinter(0.7667),
    within: 1e-3,
  },
  {
    of: 'EX-12',
    what: 'Wet bauxite, 3.40 ÷ 1.085 Mt: a recovery of 78.6 %',
    source: 'Mining statistics of Kazakhstan 1998',
    unit: 't/t',
    published: 3.134,
    found: () => wetSinter(0.7864),
    within: 1e-3,
  },
  {
    of: 'EX-12',
    what: 'Wet bauxite, 24.10 ÷ (5 × 1.64) Mt: a recovery of 83.9 %',
    source: 'Caravan, plan of 2006 to 2010',
    unit: 't/t',
    published: 2.939,
    found: () => wetSinter(0.8385),
    within: 1e-3,
  },
  {
    of: 'EX-13',
    what: 'Load, 1 120 MWh ÷ (25 % × 48 h)',
    source: 'TRIMET 2019, virtual battery Essen',
    unit: 'MW',
    published: 93.333,
    found: () => essen().load,
    within: 1e-3,
  },
  {
    of: 'EX-13',
    what: 'Load of one of 120 pots',
    source: 'TRIMET 2019, virtual battery Essen',
    unit: 'MW',
    published: 0.7778,
    found: () => essen().load / 120,
    within: 1e-3,
  },
  {
    of: 'EX-14',
    what: 'Spent lining of 63.6 Mt of metal at 22 kg/t',
    source: 'Light Metal Age, spent pot lining, for 2018',
    unit: 'Mt',
    published: 1.4,
    found: () => (63.6 * of(potline)['spent-pot-lining']) / 1000,
    within: 0.01,
  },
  {
    of: 'EX-15',
    what: 'Gallium, 15 t from 1.4 Mt of alumina; 4.5 Mt of ore of 50 g/t hold fifteen times as much',
    source: 'The Astana Times 2025, Eurasian Resources Group',
    unit: 'g/t',
    published: 10.714,
    found: () =>
      of(gallium, { alumina: 1.4e6, 'bauxite-per-alumina': 4.5 / 1.4, 'extractable-share': 1 / 15 })[
        'per-alumina'
      ],
    within: 1e-3,
  },
  {
    of: 'EX-15',
    what: 'Its plant, USD 20 million for 15 t/a',
    source: 'The Astana Times 2025, Eurasian Resources Group',
    unit: 'USD/(t/a)',
    published: 1_333_333,
    found: () => Number.parseFloat(ownLibrary().plants['gallium-plant'].cost.overnight!.value),
    within: 1e-3,
  },
  {
    of: 'EX-16',
    what: 'Alumina, 1.4 Mt for 740 kt, against pure alumina',
    source: "Womp 2016, Ma'aden",
    unit: 't/t',
    published: 1.892,
    found: () => RATIO.aluminaPerAluminium,
    within: 0.01,
  },
  {
    of: 'EX-16',
    what: 'the same, against the pots of the library',
    source: "Womp 2016, Ma'aden",
    unit: 't/t',
    published: 1.892,
    found: () => of(potline).alumina,
    within: 0.015,
  },
  {
    of: 'EX-17',
    what: 'Coke and scrap of 1 017 kg of green anode, with 160 kg of pitch and 164 of butts',
    source: 'European Aluminium 2018',
    unit: 'kg/t',
    published: 693,
    found: () =>
      of(anodePlant, { 'green-per-baked': 1.017, pitch: 0.16, butts: 0.164, 'packing-coke': 0 }).coke,
    within: 1e-3,
  },
  {
    of: 'EX-18',
    what: 'Direct over alternating current, world 2019: 4.2347 V, 697.6 kWh of auxiliaries',
    source: 'International Aluminium Institute 2019',
    unit: '',
    published: 0.9368,
    found: () => {
      const world = of(potline, { 'cell-voltage': 4.2347, auxiliaries: 697.6 });
      return world['dc-energy'] / world['ac-energy'];
    },
    within: 1e-4,
  },
];
