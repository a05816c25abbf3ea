/**
 * A small library for the tests of this room: real YAML, read by the real reader. Figures are round on purpose, so that
 * expected values can be reckoned by hand.
 */
import type { Library } from '../src/park/library.ts';
import { readLibrary } from '../src/park/read-library.ts';

export const LIBRARY_TEXTS: Readonly<Record<string, string>> = {
  'sources/all.yaml': `
HAND: { reference: "Round figures, chosen so that a reader can check them by hand." }
`,
  'commodities/all.yaml': `
electricity: { title: Electricity, unit: MWh, balance: hour, kind: energy, colour: '#f2b705', order: 10, composition: {} }
bauxite: { title: Bauxite, unit: t, balance: month, kind: material, colour: '#aa4433', order: 20, composition: { Al: 0.235, mass: 1 } }
limestone: { title: Limestone, unit: t, balance: month, kind: material, colour: '#cccccc', order: 25, composition: { Ca: 0.4, mass: 1 } }
alumina: { title: Alumina, unit: t, balance: day, kind: material, colour: '#dddddd', order: 30, composition: { Al: 0.529, mass: 1 } }
caustic-soda: { title: Caustic soda, unit: t, balance: month, kind: material, colour: '#88aacc', order: 35, composition: { Na: 0.575, mass: 1 } }
liquid-aluminium: { title: Liquid aluminium, unit: t, balance: hour, kind: product, colour: '#99a0a8', order: 40, composition: { Al: 1, mass: 1 } }
billet: { title: Billet, unit: t, balance: day, kind: product, colour: '#8090a0', order: 45, composition: { Al: 0.99, mass: 1 } }
old-scrap: { title: Old scrap, unit: t, balance: month, kind: material, scrap: old, colour: '#778877', order: 46, composition: { Al: 0.984, Fe: 0.006, Si: 0.01, mass: 1 } }
aluminium-fluoride: { title: Aluminium fluoride, unit: t, balance: month, kind: material, colour: '#77bb77', order: 50, composition: { F: 0.68, Al: 0.32, mass: 1 } }
bauxite-residue: { title: Bauxite residue, unit: t, balance: month, kind: waste, colour: '#993311', order: 90, composition: { mass: 1 } }
carbon-dioxide: { title: Carbon dioxide, unit: t, balance: none, kind: air, colour: '#555555', order: 99, composition: { C: 0.273, mass: 1 }, gas: CO2 }
`,
  'plants/wind-farm.yaml': `
plant: wind-farm
title: Wind farm
group: power
makes: electricity
rated in: MW
period: hour
profile: wind
renewable: true
cost:
  overnight: { value: 1200 USD 2025/kW, range: 900 .. 1500 USD 2025/kW, source: HAND, grade: judgement }
  fixed: { value: 2 %/a, source: HAND, grade: judgement }
  life: { value: 30 a, source: HAND, grade: judgement }
staff: { value: 0.1 persons/MW, source: HAND, grade: judgement }
`,
  'plants/solar-park.yaml': `
plant: solar-park
title: Solar park
group: power
makes: electricity
rated in: MW
period: hour
profile: solar-fixed
renewable: true
cost:
  overnight: { value: 600 USD 2025/kW, source: HAND, grade: judgement }
  fixed: { value: 12 USD 2025/kW/a, source: HAND, grade: judgement }
  life: { value: 30 a, source: HAND, grade: judgement }
staff: { value: 0.05 persons/MW, source: HAND, grade: judgement }
`,
  'plants/prebake-potline.yaml': `
plant: prebake-potline
title: Prebake potline
group: metal
makes: liquid-aluminium
rated in: t/a
period: hour
model: potline
parameters:
  current-efficiency: { value: 94 %, range: 92 .. 96 %, source: HAND, grade: judgement }
in:
  aluminium-fluoride: { value: 16 kg, range: 12 .. 20 kg, source: HAND, grade: judgement }
losses:
  F: { value: 1 %, source: HAND, grade: judgement }
availability: { value: 98 %, range: 90 .. 99 %, source: HAND, grade: judgement }
cost:
  overnight: { value: 3900 USD 2025/(t/a), range: 2300 .. 5500 USD 2025/(t/a), source: HAND, grade: judgement }
  fixed: { value: 300 USD 2025/(t/a)/a, source: HAND, grade: judgement }
  variable: { value: 97 USD 2025/t, source: HAND, grade: judgement }
  life: { value: 40 a, source: HAND, grade: judgement }
staff: { value: 1.8 persons/(kt/a), range: 1.2 .. 3.5 persons/(kt/a), source: HAND, grade: judgement }
land: { value: 0.2 ha/(kt/a), source: HAND, grade: judgement }
`,
  'plants/bauxite-mine.yaml': `
plant: bauxite-mine
title: Bauxite mine
group: mine
makes: bauxite
rated in: t/a
period: month
model: open-pit
ore from: bauxite
cost:
  overnight: { value: 60 USD 2025/(t/a), source: HAND, grade: judgement }
  fixed: { value: 3 %/a, source: HAND, grade: judgement }
  life: { value: 30 a, source: HAND, grade: judgement }
staff: { value: 0.2 persons/(kt/a), source: HAND, grade: judgement }
`,
  'plants/ore-washing.yaml': `
plant: ore-washing
title: Washing
group: mine
makes: bauxite
rated in: t/a
period: month
model: ore-washing
ore from: bauxite
cost:
  overnight: { value: 30 USD 2025/(t/a), source: HAND, grade: judgement }
  fixed: { value: 3 %/a, source: HAND, grade: judgement }
  life: { value: 20 a, source: HAND, grade: judgement }
staff: { value: 0.1 persons/(kt/a), source: HAND, grade: judgement }
`,
  'plants/bayer-sinter-refinery.yaml': `
plant: bayer-sinter-refinery
title: Bayer-sinter refinery
group: alumina
makes: alumina
rated in: t/a
period: day
model: bayer-sinter
ore from: bauxite
cost:
  overnight: { value: 1500 USD 2025/(t/a), source: HAND, grade: judgement }
  fixed: { value: 3 %/a, source: HAND, grade: judgement }
  life: { value: 40 a, source: HAND, grade: judgement }
staff: { value: 0.9 persons/(kt/a), source: HAND, grade: judgement }
`,
  'plants/alloy-furnace.yaml': `
plant: alloy-furnace
title: Alloy furnace
group: cast
makes: billet
rated in: t/a
period: day
charge:
  liquid-aluminium: { value: 1 t, source: HAND, grade: judgement, composition: { Al: 0.9985, Fe: 0.001, Si: 0.0005, mass: 1 } }
  old-scrap:
    value: 1.05 t
    source: HAND
    grade: judgement
    in:
      electricity: { value: 500 kWh, source: HAND, grade: judgement }
    out:
      bauxite-residue: { value: 0.05 t, source: HAND, grade: judgement, composition: { Al: 0.04, mass: 1 } }
window:
  at least:
    Si: { value: 0.1 %, source: HAND, grade: judgement }
  at most:
    Si: { value: 0.6 %, source: HAND, grade: judgement }
    Fe: { value: 0.3 %, source: HAND, grade: judgement }
cost:
  overnight: { value: 400 USD 2025/(t/a), source: HAND, grade: judgement }
  fixed: { value: 3 %/a, source: HAND, grade: judgement }
  life: { value: 25 a, source: HAND, grade: judgement }
staff: { value: 0.5 persons/(kt/a), source: HAND, grade: judgement }
`,
  'stores/battery.yaml': `
store: battery
title: Battery
group: power
holds: electricity
standing loss: { value: 0.003 %/h, source: HAND, grade: judgement }
charge efficiency: { value: 93 %, source: HAND, grade: judgement }
discharge efficiency: { value: 93 %, source: HAND, grade: judgement }
content cost:
  overnight: { value: 85 USD 2025/kWh, source: HAND, grade: judgement }
  fixed: { value: 1 %/a, source: HAND, grade: judgement }
  life: { value: 18 a, source: HAND, grade: judgement }
power cost:
  overnight: { value: 80 USD 2025/kW, source: HAND, grade: judgement }
  fixed: { value: 1 %/a, source: HAND, grade: judgement }
  life: { value: 18 a, source: HAND, grade: judgement }
`,
  'stores/silo.yaml': `
store: silo
title: Silo
group: store
charge efficiency: { value: 100 %, source: HAND, grade: judgement }
discharge efficiency: { value: 100 %, source: HAND, grade: judgement }
content cost:
  overnight: { value: 300 USD 2025/t, source: HAND, grade: judgement }
  fixed: { value: 2 %/a, source: HAND, grade: judgement }
  life: { value: 40 a, source: HAND, grade: judgement }
`,
  'links/rail.yaml': `
link: rail
title: Railway
rated: false
loss per km: { value: 0 %/km, source: HAND, grade: judgement }
variable per km: { value: 0.02 USD 2025/(t km), source: HAND, grade: judgement }
electricity per km: { value: 30 Wh/(t km), source: HAND, grade: judgement }
`,
  'links/hvac-line.yaml': `
link: hvac-line
title: Overhead line
rated: true
loss per km: { value: 0.007 %/km, source: HAND, grade: judgement }
cost:
  overnight: { value: 750 USD 2025/(MW km), source: HAND, grade: judgement }
  fixed: { value: 1.5 %/a, source: HAND, grade: judgement }
  life: { value: 40 a, source: HAND, grade: judgement }
`,
  'markets/all.yaml': `
grid-electricity:
  commodity: electricity
  title: Grid electricity
  cost: { value: 62 USD 2025/MWh, range: 47 .. 68 USD 2025/MWh, source: HAND, grade: judgement }
  carbon: { value: 802 g/kWh, source: HAND, grade: judgement }
  renewable share: { value: 10 %, source: HAND, grade: judgement }
alumina:
  commodity: alumina
  title: Alumina
  cost: { value: 420 USD 2025/t, source: HAND, grade: judgement }
  price: { value: 380 USD 2025/t, source: HAND, grade: judgement }
  carbon: { value: 1.2 t/t, source: HAND, grade: judgement }
billet:
  commodity: billet
  title: Billet
  price: { value: 2900 USD 2025/t, source: HAND, grade: judgement }
`,
  'fates/all.yaml': `
residue-cement: { of: bauxite-residue, title: Cement, cost: { value: 5 USD 2025/t, source: HAND, grade: judgement }, last: false, useful: true }
residue-storage: { of: bauxite-residue, title: Residue storage, cost: { value: 12 USD 2025/t, source: HAND, grade: judgement }, last: true, useful: false }
`,
  'factors/exchange.yaml': `
USD: { '2025': { value: 1 USD/USD, source: HAND, grade: judgement } }
EUR: { '2020': { value: 1.2 USD/EUR, source: HAND, grade: judgement }, '2025': { value: 1.25 USD/EUR, source: HAND, grade: judgement } }
KZT: { '2025': { value: 0.002 USD/KZT, source: HAND, grade: judgement } }
`,
  'factors/deflator.yaml': `
'2020': { value: 0.8, source: HAND, grade: judgement }
'2025': { value: 1, source: HAND, grade: judgement }
`,
  'factors/gwp.yaml': `
AR5: { CF4: { value: 6630, source: HAND, grade: judgement } }
`,
};

export function smallLibrary(): Library {
  const read = readLibrary(LIBRARY_TEXTS);
  if (!read.ok)
    throw new Error(read.issues.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return read.value;
}
