/**
 * The keys of what a plant, store or link costs, and of what is renewed in it.
 * In: nothing. Out: sheets that `schema-plant.ts` joins.
 */
import { figure, sheet } from './sheet.ts';

export const COST = sheet('Costs', 'Costs that override the library, in any currency and price year.', {
  overnight: {
    shape: figure('3900 USD 2025/(t/a)').optional(),
    unit: "the park's money per unit of capacity",
    fallback: "the library's",
    help: 'Overnight cost of building one unit of capacity.',
  },
  fixed: {
    shape: figure('2.5 %/a').optional(),
    unit: "the park's money per unit of capacity and year",
    fallback: "the library's",
    help: 'Fixed cost of operation and maintenance, per year; or a share of the overnight cost per year.',
  },
  variable: {
    shape: figure('97 USD 2025/t').optional(),
    unit: "the park's money per unit of output",
    fallback: "the library's",
    help: 'Variable cost without feeds and energy, which are bought.',
  },
  life: {
    shape: figure('40 a').optional(),
    unit: 'a',
    fallback: "the library's",
    help: 'Years until it must be replaced.',
  },
});

export const RENEWAL = sheet('A renewal', 'A part that is renewed within the life of the plant.', {
  cost: {
    shape: figure('347 USD 2025/(t/a)').optional(),
    unit: "the park's money per unit of capacity",
    fallback: "the library's",
    help: 'Paid each time, without materials that are flows.',
  },
  life: {
    shape: figure('6 a').optional(),
    unit: 'a',
    fallback: "the library's, or the model's parameter",
    help: 'Time between two renewals.',
  },
});
