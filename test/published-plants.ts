/**
 * Plants that stand, against the models at their defaults: only what a plant publishes of its own build is given (pots,
 * current, efficiency), everything else is the library's new plant. So the deviation is that of a plan which knows no more.
 */
import { anodePlant } from '../src/plants/anode-plant.ts';
import { bayerImported } from '../src/plants/bayer.ts';
import { bayerSinter } from '../src/plants/bayer-sinter.ts';
import { withDefaults } from '../src/plants/defaults.ts';
import type { Model, Values } from '../src/plants/model.ts';
import { oreOf } from '../src/plants/ore.ts';
import { potline } from '../src/plants/potline.ts';
import type { Comparison } from './comparison.ts';
import { ownLibrary } from './plan-text.ts';

const of = (model: Model, given: Values = {}): Values => model.calculate(withDefaults(model, given));
const amount = (text: string | undefined): number => Number.parseFloat(text ?? '');
/** Wet ore per alumina. */
const wet = (model: Model): number => of(model).bauxite * (1 + oreOf(withDefaults(model)).moisture);
/** kWh of a tonne of ingot: pots, their anodes, the casthouse. */
function wholeSmelter(): number {
  const pots = of(potline);
  const { inputs } = ownLibrary().plants['casthouse-ingot'];
  return (
    pots['ac-energy'] * amount(inputs['liquid-aluminium'].value) +
    pots['gross-anode'] * withDefaults(anodePlant).electricity +
    amount(inputs['electricity'].value)
  );
}

export const PUBLISHED_PLANTS: readonly Comparison[] = [
  {
    of: 'Qatalum, Qatar',
    what: 'Production of 704 pots at 300 kA',
    source: 'Qatalum, page on primary aluminium',
    unit: 't/a',
    published: 585_000,
    found: () => of(potline, { pots: 704, current: 300 }).production,
    within: 0.02,
  },
  {
    of: 'Qatalum, Qatar',
    what: 'Baked anodes, 300 kt for 585 kt of metal',
    source: 'Gulf Times 2009',
    unit: 't/t',
    published: 0.5128,
    found: () => of(potline)['gross-anode'],
    within: 0.005,
  },
  {
    of: 'Qatalum, Qatar',
    what: 'Butts of them, 63 kt of 300',
    source: 'Gulf Times 2009',
    unit: '',
    published: 0.21,
    found: () => withDefaults(potline)['butt-share'],
    within: 0.05,
  },
  {
    of: 'Alba line 6, Bahrain',
    what: 'Production of 424 pots at 465 kA and 95 %',
    source: 'Light Metal Age, on the tests of 2019',
    unit: 't/a',
    published: 540_000,
    found: () => of(potline, { pots: 424, current: 465, 'current-efficiency': 0.95 }).production,
    within: 0.01,
  },
  {
    of: 'Alba line 6, Bahrain',
    what: 'Direct current; voltage and efficiency by default',
    source: 'Light Metal Age, on the tests of 2019',
    unit: 'kWh/t',
    published: 12_870,
    found: () => of(potline)['dc-energy'],
    within: 0.015,
  },
  {
    of: 'Sohar, Oman',
    what: 'Production of 360 pots at 395 kA',
    source: 'Oman Observer 2020; AP Technology 2020',
    unit: 't/a',
    published: 390_516,
    found: () => of(potline, { pots: 360, current: 395 }).production,
    within: 0.01,
  },
  {
    of: 'Sohar, Oman',
    what: 'Direct current; voltage and efficiency by default',
    source: 'AP Technology 2020',
    unit: 'kWh/t',
    published: 13_181,
    found: () => of(potline)['dc-energy'],
    within: 0.015,
  },
  {
    of: 'Sohar, Oman',
    what: 'Electricity per tonne of finished goods, against pots, anodes and casthouse',
    source: 'Oman Observer 2020',
    unit: 'kWh/t',
    published: 13_990,
    found: wholeSmelter,
    within: 0.02,
  },
  {
    of: 'Sohar, Oman',
    what: 'Net carbon',
    source: 'AP Technology 2020',
    unit: 't/t',
    published: 0.408,
    found: () => withDefaults(potline)['net-carbon'],
    within: 0.01,
  },
  {
    of: 'Khakas, Russia',
    what: 'Production of 336 pots at 320 kA and 95 %, “over 800 t a day”',
    source: 'RUSAL 2009',
    unit: 't/d',
    published: 800,
    found: () => of(potline, { pots: 336, current: 320, 'current-efficiency': 0.95 }).production / 365,
    within: 0.02,
  },
  {
    of: 'Alouette, Canada',
    what: 'Load of the works at 575 kt/a, against pots, anodes and casthouse',
    source: 'AMAG, interview on Alouette',
    unit: 'MW',
    published: 895,
    found: () => (575_000 * wholeSmelter()) / 8760 / 1000,
    within: 0.03,
  },
  {
    of: 'Taishet, Russia',
    what: 'Electricity of the works, 6 370 GWh for 428.5 kt, against pots, anodes and casthouse',
    source: 'En+ Group, Taishet line 1',
    unit: 'kWh/t',
    published: 14_866,
    found: wholeSmelter,
    within: 0.08,
  },
  {
    of: "Ma'aden, Saudi Arabia",
    what: 'Alumina, 1.4 Mt for 740 kt',
    source: 'Womp 2016',
    unit: 't/t',
    published: 1.892,
    found: () => of(potline).alumina,
    within: 0.015,
  },
  {
    of: 'Kazakhstan Electrolysis Plant',
    what: 'Baked anodes, gross',
    source: 'Investkz, on the anode plant',
    unit: 't/t',
    published: 0.5,
    found: () => of(potline)['gross-anode'],
    within: 0.03,
  },
  {
    of: 'Pavlodar, Kazakhstan',
    what: 'Wet bauxite of the sinter route, 4.5 Mt for 1.4 Mt',
    source: 'Development Bank of Kazakhstan, about 2018',
    unit: 't/t',
    published: 3.214,
    found: () => wet(bayerSinter),
    within: 0.07,
  },
  {
    of: 'Al Taweelah, United Arab Emirates',
    what: 'Wet bauxite of gibbsitic ore, 5 Mt for 2 Mt',
    source: 'Gulf Construction 2019',
    unit: 't/t',
    published: 2.5,
    found: () => wet(bayerImported),
    within: 0.12,
  },
  {
    of: 'Mempawah, Indonesia',
    what: 'Wet bauxite of gibbsitic ore by design, 3.3 Mt for 1 Mt',
    source: 'Detik 2024',
    unit: 't/t',
    published: 3.3,
    found: () => wet(bayerImported),
    within: 0.2,
  },
];
