/**
 * What changes by the hour: lines of a tariff, columns of a file, planned outages.
 * In: nothing. Out: the sheets of these keys, read by markets and links.
 */

import { z } from 'zod';
import { expects, figure, sheet, words } from './sheet.ts';

const clock = (example: string) => expects(z.union([z.string().max(60), z.number()]), example);

export const TARIFF_LINE = sheet(
  'A line of a tariff',
  'Hours in which another cost, price or carbon holds, by the clock of the park; a later line goes before an earlier one.',
  {
    hours: {
      shape: clock('hours such as 7-23').optional(),
      fallback: 'all hours',
      help: 'From one hour of the clock to another: `7-23`, `22-6`, `7-11, 17-22`.',
    },
    days: {
      shape: clock('days such as mon-fri').optional(),
      fallback: 'all days',
      help: '`mon-fri`, `sat, sun`, `workdays`, `weekends`.',
    },
    months: {
      shape: clock('months such as nov-mar').optional(),
      fallback: 'all months',
      help: '`nov-mar`, `7`, `winter`, `spring`, `summer`, `autumn`.',
    },
    cost: {
      shape: figure('95 USD/MWh').optional(),
      unit: "the park's money per t, MWh or m3",
      fallback: 'what stands without the line',
      help: 'Paid per unit bought in these hours.',
    },
    price: {
      shape: figure('40 USD/MWh').optional(),
      unit: "the park's money per t, MWh or m3",
      fallback: 'what stands without the line',
      help: 'Received per unit sold in these hours.',
    },
    carbon: {
      shape: figure('900 g/kWh').optional(),
      unit: 't/t, t/MWh or t/m3',
      fallback: 'what stands without the line',
      help: 'Emissions of what is bought in these hours.',
    },
  },
);

const column = () => words('the name of a column').optional();

export const HOURLY_FILE = sheet(
  'Prices and carbon from a file',
  'Columns of a table beside the park file, one row for each hour of a year from 1 January, 00:00 UTC, or with a time in its first column.',
  {
    file: { shape: words('the name of a file'), help: 'A CSV file beside the park file.' },
    cost: { shape: column(), help: 'The column of what is paid, hour by hour.' },
    price: { shape: column(), help: 'The column of what is received, hour by hour.' },
    carbon: { shape: column(), help: 'The column of the emissions of what is bought.' },
    'money in': {
      shape: words('a unit such as EUR 2024/MWh').optional(),
      fallback: "the park's money per unit",
      help: 'Unit of the column of cost or price.',
    },
    'carbon in': {
      shape: words('a unit such as g/kWh').optional(),
      fallback: 't CO2e per unit',
      help: 'Unit of the column of carbon.',
    },
  },
);

export const OUTAGE = sheet(
  'A planned outage',
  'Days on which nothing passes, the same in every year, by the calendar of the park.',
  {
    from: {
      shape: words('a day such as 03-10 or 10 Mar'),
      help: 'The first day: `03-10` (month first) or `10 Mar`.',
    },
    to: { shape: words('a day such as 03-24 or 24 Mar'), help: 'The last day; its evening is the end.' },
  },
);
