/** Sentences on what changes by the hour: code → what is wrong, why it matters, how to mend it. */
import type { Sentences } from './sentence.ts';

export const hourSentences: Sentences = {
  // Weather years.
  'seed-and-seeds': () => ({
    message: 'Both a seed and a list of seeds are given.',
    why: 'It cannot be known whether the plan is for one weather year or for several.',
    remedy: 'Keep `seeds:` for several years, or `seed:` for one.',
  }),
  'seed-twice': (p) => ({
    message: `The seed ${p['found']} stands in the list twice.`,
    why: 'The same year counted twice makes its weather more likely than that of the others.',
    remedy: 'Name each seed once.',
  }),
  'weather-years-differ': (p) => ({
    message: `The lists of weather files are of different length: ${p['found']} years.`,
    why: 'Wind and sun of one year belong together.',
    remedy: 'Name as many files in each list, or a single file that serves all years.',
  }),
  // Prices and outages.
  'hours-unread': (p) => ({
    message: `“${p['found']}” names no ${p['expected']?.split(' ')[0] ?? 'hours'}.`,
    why: 'A tariff that holds in other hours than meant changes what the park pays.',
    remedy: `Write ${p['expected']}.`,
  }),
  'day-unread': (p) => ({
    message: `“${p['found']}” names no day of the year.`,
    why: 'An outage on other days than meant hides when the park has to stand on its own.',
    remedy: 'Write the month first, such as `03-10`, or a day and a month, such as `10 Mar`.',
  }),
  'outage-most-of-year': (p) => ({
    message: `The outage from ${p['found']} lasts ${p['days']} of 365 days.`,
    why: 'A range of days that ends before it begins runs over New Year.',
    remedy: 'Exchange the two days if the short stretch between them is meant.',
  }),
  'capacity-charge-energy': (p) => ({
    message: `A capacity charge of ${p['found']} is a price of energy.`,
    why: 'It is paid for the highest hour of the year; by the MWh it would count 8 760 times over.',
    remedy: 'Write it per kW or MW and year, such as 60 USD/kW/a; what a MWh costs belongs under `cost:`.',
  }),
  'tariff-says-nothing': (p) => ({
    message: 'This line of the tariff says neither what is paid nor what is emitted.',
    why: 'A line without a figure changes nothing.',
    remedy: `Add \`${p['key']}:\` with a figure, or take the line out.`,
  }),
  'hourly-says-nothing': (p) => ({
    message: 'No column of the file is named.',
    why: 'Without a column nothing is taken from the file.',
    remedy: `Add \`${p['key']}:\` with the name of a column, or \`carbon:\` for what is bought.`,
  }),
  'hourly-other-side': (p) => ({
    message: `“${p['found']}” has no place here.`,
    why: 'What is bought has a cost and carries its emissions; what is sold has a price.',
    remedy: `Write \`${p['expected']}:\`.`,
  }),
  'outage-of-slow-good': (p) => ({
    message: `${p['name']} is balanced over the ${p['period']}, not hour by hour: no days can be out.`,
    why: 'Within its period it comes evenly, so an outage of some days would change nothing or stop all of it.',
    remedy: 'Take `out:` away, or limit the year with `max:`.',
  }),
  'no-terminal-cost': (p) => ({
    message: `The link ${p['link']} has no ends that cost anything by themselves.`,
    why: 'Its cost stands per MW and km.',
    remedy: 'Write `cost:` per MW and km, or take a link whose ends are converters, such as hvdc-line.',
  }),
};
