/**
 * The keys of a plant that say how its power may swing and what of it must not fail.
 * In: nothing. Out: sheets that `schema-plant.ts` joins.
 */
import { z } from 'zod';
import { expects, figure, list, sheet, words } from './sheet.ts';

export const HEAT_STORE = sheet(
  'Heat store of a pot',
  'How far the heat content of a pot may swing, as a share of nominal heat loss over the time named.',
  {
    'down to': { shape: figure('-35 %'), unit: '1', help: 'Lowest heat content.' },
    'up to': { shape: figure('+35 %'), unit: '1', help: 'Highest heat content.' },
    'recover within': {
      shape: figure('72 h').optional(),
      unit: 'h',
      help: 'Time within which the pot must be back at its nominal heat.',
    },
  },
);

export const FIRM_POWER = sheet(
  'Firm power',
  'What must be carried for some hours without wind and sun, by stores, by plants that do not hang on the weather, and by the grid. Where several plants ask for it, all are carried together, for the longest of their hours.',
  {
    share: {
      shape: figure('60 %'),
      unit: '1',
      help: 'Share of what the plant draws at nameplate.',
    },
    hours: { shape: figure('5 h'), unit: 'h', help: 'How long.' },
    without: {
      shape: expects(
        z.union([z.literal('each'), list(words())]),
        'each, or a list of supplies such as [grid electricity, gas turbines]',
      ).optional(),
      fallback: 'nothing but wind and sun is lost',
      help: 'What may be lost, one at a time: names of grid connections, plants, lines or stores; `each` is every connection, plant and line that gives firm power. Of what comes in whole units, of which at least one must stand (`min: 1`), one unit is lost; of anything else all.',
    },
  },
);
