/**
 * What is an investment a year, and what does a megawatt-hour cost over the life of a plant?
 * In: costs, capacity factor, life, discount rate. Out: capital recovery factor, yearly payment; levelised cost and its parts.
 */
import type { Model, Parameter, Values } from './model.ts';

/** Yearly share of an overnight cost: r / (1 − (1 + r)^−n); 1/n without interest. */
export function annuityFactor(rate: number, life: number): number {
  return rate === 0 ? 1 / life : rate / (1 - (1 + rate) ** -life);
}

const judged = { source: 'ENERGY-JUDGEMENT', grade: 'judgement' } as const;

const LIFE: Parameter = {
  key: 'life',
  title: 'Years over which it is paid back',
  unit: 'a',
  default: 25,
  physical: [0.1, 200],
  usual: [5, 80],
  ...judged,
  why: 'Nothing is paid back in no time.',
};
const rateParameter = (key: string): Parameter => ({
  key,
  title: 'Discount rate, a year',
  unit: '1',
  default: 0.08,
  physical: [0, 1],
  usual: [0, 0.2],
  ...judged,
  why: 'Beyond 100 % nobody lends; 8 % is 0.08.',
});

export const annuity: Model = {
  name: 'annuity',
  title: 'Annuity',
  about:
    'Capital recovery factor r / (1 - (1 + r)^-n), 1/n without interest, and what it makes of an investment.',
  parameters: [
    rateParameter('rate'),
    LIFE,
    {
      key: 'investment',
      title: 'Investment',
      unit: 'USD',
      default: 1e6,
      physical: [0, 1e13],
      usual: [0, 1e12],
      ...judged,
    },
  ],
  outputs: [
    { key: 'factor', title: 'Share of the investment to be paid each year', unit: '1/a' },
    { key: 'payment', title: 'Payment at the end of each year', unit: 'USD/a' },
  ],
  calculate({ rate, life, investment }: Values): Values {
    const factor = annuityFactor(rate, life);
    return { factor, payment: investment * factor };
  },
};

/** Hours of a year over kW of a MW: USD/(kW a) over so many make USD/MWh. */
const MWH_PER_KW = 8.76;

export const lcoe: Model = {
  name: 'lcoe',
  title: 'Levelised cost of electricity',
  about:
    'What a megawatt-hour must earn over the life: (overnight cost x capital recovery factor + fixed cost) / (8760 h x capacity ' +
    'factor) + variable cost + fuel / efficiency (Short, Packey, Holt 1995).',
  parameters: [
    {
      key: 'overnight',
      title: 'Overnight cost',
      unit: 'USD/kW',
      default: 1300,
      physical: [0, 100000],
      usual: [200, 12000],
      ...judged,
      why: 'Nothing is built for less than nothing.',
    },
    {
      key: 'fixed',
      title: 'Fixed cost of a year',
      unit: 'USD/(kW a)',
      default: 23.4,
      physical: [0, 10000],
      usual: [0, 300],
      ...judged,
    },
    {
      key: 'fixed-share',
      title: 'More fixed cost of a year, as a share of the overnight cost',
      unit: '1/a',
      default: 0,
      physical: [0, 1],
      usual: [0, 0.06],
      ...judged,
      why: 'Catalogues that give fixed cost in per cent are entered here.',
    },
    {
      key: 'variable',
      title: 'Variable cost without fuel',
      unit: 'USD/MWh',
      default: 0,
      physical: [-500, 5000],
      usual: [0, 30],
      ...judged,
    },
    {
      key: 'fuel',
      title: 'Price of fuel',
      unit: 'USD/MWh',
      default: 0,
      physical: [-500, 5000],
      usual: [0, 100],
      ...judged,
      why: 'Per MWh of its lower heating value.',
    },
    {
      key: 'efficiency',
      title: 'Electricity per fuel',
      unit: '1',
      default: 1,
      physical: [0.01, 1],
      usual: [0.2, 1],
      ...judged,
      why: 'More electricity than fuel would be made of nothing.',
    },
    {
      key: 'capacity-factor',
      title: 'Capacity factor',
      unit: '1',
      default: 0.4,
      physical: [0.001, 1],
      usual: [0.05, 0.97],
      ...judged,
      why: 'A share of the year at full power.',
    },
    LIFE,
    rateParameter('discount-rate'),
  ],
  outputs: [
    { key: 'lcoe', title: 'Levelised cost', unit: 'USD/MWh' },
    { key: 'capital', title: 'of it capital', unit: 'USD/MWh' },
    { key: 'fixed-part', title: 'of it fixed cost', unit: 'USD/MWh' },
    { key: 'variable-part', title: 'of it variable cost', unit: 'USD/MWh' },
    { key: 'fuel-part', title: 'of it fuel', unit: 'USD/MWh' },
    { key: 'factor', title: 'Capital recovery factor', unit: '1/a' },
  ],
  calculate(values: Values): Values {
    const made = MWH_PER_KW * values['capacity-factor'];
    const factor = annuityFactor(values['discount-rate'], values['life']);
    const capital = (values['overnight'] * factor) / made;
    const fixed = (values['fixed'] + values['fixed-share'] * values['overnight']) / made;
    const fuel = values['fuel'] / values['efficiency'];
    return {
      lcoe: capital + fixed + values['variable'] + fuel,
      capital,
      'fixed-part': fixed,
      'variable-part': values['variable'],
      'fuel-part': fuel,
      factor,
    };
  },
};
