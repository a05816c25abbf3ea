/**
 * How much metal do these pots make, with how much electricity, and how far may their power swing?
 * In: pots, current, voltage, current efficiency and what the pot consumes. Out: production and specific energy; a recipe
 * per tonne of liquid aluminium with its convex electricity curve and the heat store of the pots.
 */
import type { Conflict, Model, ModelRecipe, RecipeSegment, Values } from './model.ts';
import { atPower, curveOver, type WorkingPoint } from './pot-curve.ts';
import { perfluorocarbons, potlineBalance, spentLining } from './potline-balance.ts';
import { POTLINE_PARAMETERS } from './potline-parameters.ts';
import { ALUMINIUM_PER_AMPERE_HOUR, CHARGE_PER_ALUMINIUM, RATIO } from './stoichiometry.ts';

const workingPoint = (v: Values): WorkingPoint => ({
  voltage: v['cell-voltage'],
  currentEfficiency: v['current-efficiency'],
  backEmf: v['back-emf'],
  busbarVoltage: v['busbar-voltage'],
  cyclingBand: v['cycling-band'],
  cyclingLoss: v['cycling-loss'],
});

/** kWh/t DC at the working point. */
const dcEnergy = (v: Values): number =>
  (1000 * CHARGE_PER_ALUMINIUM * v['cell-voltage']) / v['current-efficiency'];

function calculate(v: Values): Values {
  const dc = dcEnergy(v);
  const ac = dc / v['rectifier-efficiency'] + v.auxiliaries;
  // g/Ah × kA = kg/h; × 24 h = kg/d; ÷ 1000 = t/d
  const perPot = (ALUMINIUM_PER_AMPERE_HOUR * v.current * v['current-efficiency'] * 24) / 1000;
  const flows = potlineBalance(v);
  const amount = (commodity: string) =>
    Math.abs(flows.filter((f) => f.commodity === commodity).reduce((sum, f) => sum + f.amount, 0));
  return {
    production: perPot * v.pots * 365 * v.availability,
    'production-per-pot': perPot,
    'dc-energy': dc,
    'ac-energy': ac,
    load: (perPot * v.pots * ac) / 24 / 1000,
    'heat-loss': heatLoss(v),
    ...swing(v),
    ...outage(v),
    ...retrofit(v),
    alumina: amount('alumina'),
    'aluminium-fluoride': 1000 * amount('aluminium-fluoride'),
    'gross-anode': amount('baked-anode'),
    'anode-co2': v['net-carbon'] * (1 - v.sulphur - v.ash) * RATIO.co2PerCarbon,
    cf4: perfluorocarbons(v).cf4,
    c2f6: perfluorocarbons(v).c2f6,
    'spent-pot-lining': 1000 * spentLining(v),
  };
}

/** Heat that the pots lose at the working point, MWh_th per t of metal. */
function heatLoss(v: Values): number {
  const [nominal] = curveOver(workingPoint(v), 1, 1);
  return (nominal.heatLoss * dcEnergy(v)) / 1000;
}

/** DC power with what swinging costs, both as shares of nominal: the further from nominal the more. */
const powerDrawn = (v: Values, power: number): number => power + v['swing-penalty'] * Math.abs(power - 1);

const HOURS_OF_YEAR = 8760;

/** Both ends of the power window: load, metal, efficiency, energy, and how long the low end may be held. */
function swing(v: Values): Values {
  const dc = dcEnergy(v) / v['rectifier-efficiency'];
  const metalPerHour = (v.pots * ALUMINIUM_PER_AMPERE_HOUR * v.current * v['current-efficiency']) / 1000;
  const out: Record<string, number> = {};
  for (const end of ['low', 'high']) {
    const point = atPower(workingPoint(v), v[`power-window-${end}`]);
    const need = dc * powerDrawn(v, point.power) + v.auxiliaries * point.metal;
    out[`load-${end}`] = (metalPerHour * need) / 1000;
    out[`metal-${end}`] = point.metal;
    out[`efficiency-${end}`] = point.currentEfficiency;
    out[`energy-${end}`] = need / point.metal;
  }
  return { ...out, 'hours-at-low': hoursAtLow(v) };
}

/** From an even pot: hours until its heat is down to the bound; a year when it never is. */
function hoursAtLow(v: Values): number {
  const pot = workingPoint(v);
  const nominal = atPower(pot, 1).heatLoss;
  const missing = 1 - atPower(pot, v['power-window-low']).heatLoss / nominal;
  const bound = -v['heat-down'];
  if (missing <= bound) return HOURS_OF_YEAR;
  // The debt nears missing × recover-within with that time as its constant; the bound is at heat-down × recover-within.
  return Math.min(HOURS_OF_YEAR, -v['recover-within'] * Math.log(1 - bound / missing));
}

/** Heat capacities of liquid bath, metal and lining, kJ/(kg K), and heat of freezing of the bath, kJ/kg. */
const BATH_HEAT = 1.9;
const METAL_HEAT = 1.18;
const LINING_HEAT = 1.2;
const BATH_FREEZING = 510;
/** Share of the lining that cools as fast as what lies in it. */
const LINING_FOLLOWS = 0.5;

/**
 * Hours without any power, at the heat loss of the working point: until a pot no longer starts by itself, and until all of its
 * bath is frozen. Kiloampere cancel: content and loss are both taken per kiloampere. Covered pots give more time, an open
 * crust less.
 */
function outage(v: Values): Values {
  const pot = workingPoint(v);
  // V × kA = kW: heat lost per kiloampere.
  const kilowatts = atPower(pot, 1).heatLoss * pot.voltage;
  const perKelvin =
    v['bath-per-current'] * BATH_HEAT +
    v['metal-per-current'] * METAL_HEAT +
    LINING_FOLLOWS * v['lining-per-current'] * LINING_HEAT;
  const cooling = perKelvin * 1000 * v['cooling-reserve'];
  const freezing = v['bath-per-current'] * 1000 * BATH_FREEZING;
  const hours = (kilojoule: number): number => kilojoule / kilowatts / 3600;
  return {
    'survival-hours': hours(cooling + v['frozen-bath'] * freezing),
    'freezing-hours': hours(cooling + freezing),
  };
}

/** What shell heat exchangers cost on all pots of the line, in all and per yearly tonne. */
function retrofit(v: Values): Values {
  const perPot = (ALUMINIUM_PER_AMPERE_HOUR * v.current * v['current-efficiency'] * HOURS_OF_YEAR) / 1000;
  return {
    'retrofit-cost': v['retrofit-per-pot'] * v.pots,
    'retrofit-per-tonne': v['retrofit-per-pot'] / (perPot * v.availability),
  };
}

/**
 * The power window as slices of output. The first slice reaches to the low end of the window: it is the minimum load and
 * carries the average need below it. Each further slice carries the electricity and the heat that the step up the curve
 * costs, per tonne gained; because metal is concave in power, electricity per tonne rises from slice to slice.
 */
function slices(v: Values): RecipeSegment[] {
  const dc = dcEnergy(v) / 1000;
  const points = curveOver(workingPoint(v), v['power-window-low'], v['power-window-high']);
  let before = { drawn: 0, metal: 0, heatLoss: 0 };
  return points.map((point) => {
    const drawn = powerDrawn(v, point.power);
    const share = point.metal - before.metal;
    const electricity = (dc / v['rectifier-efficiency']) * ((drawn - before.drawn) / share);
    const heat = dc * ((point.heatLoss - before.heatLoss) / share);
    before = { ...point, drawn };
    return {
      share,
      extra: [
        { commodity: 'electricity', amount: -electricity },
        { commodity: 'pot-heat', amount: heat },
      ],
    };
  });
}

/**
 * The pot as a store of heat. Into it flows what the direct current brings in and the making of metal does not use
 * (`pot-heat` of the slices); out of it flows, always, the heat loss of the working point. At nominal output the two are
 * equal and the level stays at zero. Below it the bath cools and the ledge grows, above it the ledge melts: the level is
 * that debt or surplus. It levels itself out, because a colder pot with a thicker ledge loses less heat and a hotter one
 * more (shell heat exchangers trim the loss on purpose): per hour, one part in `recover-within`.
 *
 * Bounds: the debt that a lasting excursion of `heat-down` (`heat-up`) of the nominal loss leads to, which is that share
 * times the loss times `recover-within`. So an excursion up to the share may last, a deeper one only until the bound is
 * reached, and the shorter it is the deeper it may go. Conventional pots: 12 % and 24 h, which is 2.9 hours of total loss
 * of power; with shell heat exchangers 35 % and 72 h. Unit: MWh of heat per t/h of nominal capacity.
 */
function recipe(v: Values): ModelRecipe {
  const loss = heatLoss(v);
  const segments = slices(v);
  return {
    flows: [...potlineBalance(v), { commodity: 'electricity', amount: -v.auxiliaries / 1000 }],
    segments,
    minimumLoad: segments[0].share,
    inner: {
      commodity: 'pot-heat',
      standing: -loss,
      low: v['heat-down'] * loss * v['recover-within'],
      high: v['heat-up'] * loss * v['recover-within'],
      lossPerHour: 1 / v['recover-within'],
      endures: outage(v)['survival-hours'],
    },
  };
}

/** At the low end of its window a pot must still make metal and have heat to lose. */
function conflicts(v: Values): Conflict[] {
  const { metal, heatLoss: heat } = atPower(workingPoint(v), v['power-window-low']);
  if (metal > 0 && heat > 0) return [];
  return [
    {
      code: 'pot-without-heat',
      keys: ['cell-voltage', 'back-emf', 'busbar-voltage', 'current-efficiency', 'power-window-low'],
      particulars: { power: `${Number((100 * v['power-window-low']).toPrecision(4))} %` },
    },
  ];
}

export const potline: Model = {
  name: 'potline',
  title: 'Prebake potline',
  about:
    'Metal by the law of Faraday, specific energy from voltage and current efficiency, flexibility at constant ' +
    'resistance with current-dependent efficiency and a heat store (Grjotheim and Kvande 1993; Haupin 1998), materials ' +
    'from sodium, fluorine, carbon and aluminium balances.',
  parameters: POTLINE_PARAMETERS,
  outputs: [
    { key: 'production', title: 'Production, availability included', unit: 't/a' },
    { key: 'production-per-pot', title: 'Production of one pot in operation', unit: 't/d' },
    { key: 'dc-energy', title: 'Specific energy, direct current', unit: 'kWh/t' },
    { key: 'ac-energy', title: 'Specific energy, alternating current with auxiliaries', unit: 'kWh/t' },
    { key: 'load', title: 'Load with all pots in operation', unit: 'MW' },
    { key: 'heat-loss', title: 'Heat lost inside the pot room', unit: 'MWh/t' },
    { key: 'load-low', title: 'Load at the low end of the power window', unit: 'MW' },
    { key: 'load-high', title: 'Load at the high end of the power window', unit: 'MW' },
    { key: 'metal-low', title: 'Metal at the low end, share of nominal', unit: '1' },
    { key: 'metal-high', title: 'Metal at the high end, share of nominal', unit: '1' },
    { key: 'efficiency-low', title: 'Current efficiency at the low end', unit: '1' },
    { key: 'efficiency-high', title: 'Current efficiency at the high end', unit: '1' },
    { key: 'energy-low', title: 'Specific energy at the low end, AC with auxiliaries', unit: 'kWh/t' },
    { key: 'energy-high', title: 'Specific energy at the high end, AC with auxiliaries', unit: 'kWh/t' },
    { key: 'hours-at-low', title: 'Time that the low end may be held (8 760 h: always)', unit: 'h' },
    { key: 'survival-hours', title: 'Time without power until a pot no longer starts by itself', unit: 'h' },
    { key: 'freezing-hours', title: 'Time without power until all bath is frozen', unit: 'h' },
    { key: 'retrofit-cost', title: 'Shell heat exchangers on all pots', unit: 'EUR' },
    { key: 'retrofit-per-tonne', title: 'Shell heat exchangers per yearly tonne', unit: 'EUR/(t/a)' },
    { key: 'alumina', title: 'Alumina', unit: 't/t' },
    { key: 'aluminium-fluoride', title: 'Aluminium fluoride', unit: 'kg/t' },
    { key: 'gross-anode', title: 'Baked anode, gross', unit: 't/t' },
    { key: 'anode-co2', title: 'Carbon dioxide of anode consumption', unit: 't/t' },
    { key: 'cf4', title: 'Carbon tetrafluoride', unit: 'kg/t' },
    { key: 'c2f6', title: 'Hexafluoroethane', unit: 'kg/t' },
    { key: 'spent-pot-lining', title: 'Spent pot lining', unit: 'kg/t' },
  ],
  calculate,
  recipe,
  conflicts,
};
