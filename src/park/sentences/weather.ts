/** Sentences of the room `weather`: code → what is wrong, why it matters, how to mend it. */
import { noun } from '../../units/number.ts';
import type { Particulars, Said, Sentences } from './sentence.ts';

/** "weather file w.csv", or, of a market, "file grid.csv (grid electricity)". */
const fileOf = (p: Particulars): string =>
  p['of'] === undefined ? `weather file ${p['file']}` : `file ${p['file']} (${p['of']})`;

/** Why a fault of the file matters: to what follows the weather, or to what is bought and sold by the hour. */
const whyOf = (p: Particulars, weather: string, market: string): string =>
  p['of'] === undefined ? weather : market;

/** A fault of single values in a column. */
function inColumn(what: (p: Particulars) => string, why: string, remedy: string): (p: Particulars) => Said {
  return (p) => ({
    message: `${p['file']}${p['of'] === undefined ? '' : ` (${p['of']})`}: column "${p['column']}" ${what(p)} in ${p['count'] === '1' ? 'line' : `${p['count']} lines:`} ${p['lines']}.`,
    why,
    remedy,
  });
}

export const weatherSentences: Sentences = {
  'weather-year-unknown': (p) => ({
    message: `The weather year ${p['found']} is not one of ${p['expected']}.`,
    why: 'The position of the sun is computed for these years only.',
    remedy: `Write a whole year, for example "weather: { year: synthetic, seed: 2025 }", or a year from ${p['expected']}.`,
  }),
  'weather-profile-unknown': (p) => ({
    message: `There is no weather profile called "${p['found']}".`,
    why: 'A plant that follows the weather needs a profile that the synthetic year can make.',
    remedy: `Use one of ${p['expected']}, or bring the series in a weather file.`,
  }),
  'weather-place-assumed': (p) => ({
    message: `The park does not say where it stands; its wind and sun are those of ${p['place']} (${p['expected']}).`,
    why: 'Wind and sun decide most of the cost of electricity and differ by half across Kazakhstan.',
    remedy: `Name the place: "sites: { ${p['site']}: { at: [${p['expected']}] } }", latitude first.`,
  }),
  'weather-place-missing': (p) => ({
    message: `The site "${p['site']}" has plants that follow the weather, but no place.`,
    why: 'Where a site lies decides its wind and sun, and how much they have in common with those of the other sites.',
    remedy: `Give its latitude and longitude: "${p['site']}: { at: [51.6, 73.1] }".`,
  }),
  'weather-place-impossible': (p) => ({
    message: `The site "${p['site']}" lies at ${p['found']}, which is nowhere on Earth.`,
    why: 'Latitude runs from -90 to 90, longitude from -180 to 180 degrees.',
    remedy: 'Write latitude first, then longitude, in degrees: "at: [51.7, 75.3]".',
  }),
  'weather-place-far': (p) => ({
    message: `The site "${p['site']}" is ${p['found']} from ${p['place']}, the nearest place whose climate is known.`,
    why: 'The synthetic year knows the climate of Kazakhstan and its borders only; farther away it is a guess.',
    remedy: 'Bring a measured or reanalysis series: "weather: { file: my-site.csv }".',
  }),
  'power-curve-unused': (p) => ({
    message: `${p['plant']} has no turbines, so a power curve changes nothing.`,
    why: 'A value that is passed over in silence gives a wrong figure.',
    remedy: 'Write `power curve` at a wind farm.',
  }),
  'power-curve-missing': (p) => ({
    message: `The power curve ${p['file']} cannot be read.`,
    why: 'Without it the wind farm has no output.',
    remedy: 'Check the name: it is looked for beside the park file, and must be a text file, not a folder.',
  }),
  'power-curve-no-table': (p) => ({
    message: `The power curve ${p['file']} is no table of wind speed and power.`,
    why: 'Two columns are needed, named for what they hold: `wind speed [m/s]` and `power [kW]`.',
    remedy: `Save it as CSV with a header line. Columns found: ${p['found']}.`,
  }),
  'power-curve-value': (p) => ({
    message: `${p['file']}, line ${p['line']}: ${p['found']} is no ${p['column']}.`,
    why: `A ${p['column']} is a number, in ${p['expected']}.`,
    remedy: 'Correct the cell, or take the line out.',
  }),
  'power-curve-speed-unit': (p) => ({
    message: `The power curve ${p['file']} gives wind speeds under “${p['found']}”.`,
    why: 'They are read as m/s; in another unit the turbine would start, and stop, at a fraction of its speeds.',
    remedy: 'Give wind speeds in m/s: km/h ÷ 3.6, mph × 0.447, knots × 0.514.',
  }),
  'power-curve-dips': (p) => ({
    message: `${p['file']}, line ${p['line']}: the power falls to ${p['found']} kW and rises again.`,
    why: 'The curve of a turbine rises to its rated power and falls only towards its cut-out.',
    remedy: 'Correct the cell, or take the line out.',
  }),
  'power-curve-calm': (p) => ({
    message: `The power curve ${p['file']} has ${p['found']} kW at ${p['expected']} m/s.`,
    why: 'No turbine starts below about 2 m/s: it would run through every calm.',
    remedy: 'Check whether the columns of wind speed and power are in place, and speeds in m/s.',
  }),
  'power-curve-order': (p) => ({
    message: `${p['file']}, line ${p['line']}: the wind speed ${p['found']} m/s does not follow ${p['expected']} m/s.`,
    why: 'Between two points the curve is a straight line, so speeds must rise from line to line.',
    remedy: 'Sort the lines by wind speed, and name each speed once.',
  }),
  'power-curve-short': (p) => ({
    message: `The power curve ${p['file']} has ${p['found']} points with power.`,
    why: 'A curve from standstill to rated power cannot be told with fewer than five.',
    remedy: 'Give the power for each metre per second from cut-in to cut-out.',
  }),
  'power-curve-unit': (p) => ({
    message: `The power curve ${p['file']} ends at ${p['found']} kW.`,
    why: `A turbine of a wind farm has between ${p['expected']} kW; powers are probably not in kW.`,
    remedy: 'Give powers in kW (6000, not 6 or 6 000 000), of one turbine.',
  }),
  'weather-file-missing': (p) => ({
    message: `The ${fileOf(p)} cannot be read.`,
    why: whyOf(
      p,
      'Without it no plant that follows the weather has an output.',
      'Prices or carbon of every hour are to come from it.',
    ),
    remedy: 'Check the name: it is looked for beside the park file, and must be a text file, not a folder.',
  }),
  'weather-file-empty': (p) => ({
    message: `The ${fileOf(p)} is empty.`,
    why: 'It should hold a header line and one line for each hour of a year.',
    remedy: 'Export the series again.',
  }),
  'weather-file-binary': (p) => ({
    message: `The ${fileOf(p)} is not a text.`,
    why: 'It looks like a spreadsheet, an archive or another binary format, and only text tables are read.',
    remedy: 'Save it as CSV (UTF-8) from the program that made it.',
  }),
  'weather-file-rows': (p) => ({
    message: `The ${fileOf(p)} has ${p['found']} ${noun(Number(p['found']), 'row')} of hours; a full year has ${p['expected']}${
      p['gap'] ? `: ${p['gap']} ${noun(Number(p['gap']), 'is', 'are')} ${p['lacks']}` : ''
    }.`,
    why: 'Costs are counted per year, so a year with missing hours would be wrong without showing it.',
    remedy:
      'Fill the missing hours (often the hour lost to summer time, or 29 February) or remove the extra ones; one header line and one line an hour.',
  }),
  'weather-file-uneven': (p) => ({
    message: `The ${fileOf(p)} has ${p['expected']} columns in its header, but not in ${p['count']} ${noun(Number(p['count']), 'line')}: ${p['found']}.`,
    why: 'A line with too few or too many columns may give an hour the value of another column.',
    remedy:
      'Look at these lines; a decimal comma in a comma-separated file is the usual cause: use semicolons between columns.',
  }),
  'weather-column-twice': (p) => ({
    message: `The ${fileOf(p)} has more than one column called ${p['found']}.`,
    why: 'It cannot be known which of them is meant.',
    remedy: 'Rename or remove one of them.',
  }),
  'weather-column-missing': (p) => ({
    message: `The ${fileOf(p)} has no column "${p['found']}".${p['near'] ? ` Did you mean "${p['near']}"?` : ''}`,
    why: 'A plant of the park follows this series.',
    remedy: `Name the column so, or map it in the park file: "columns: { site/profile: name of the column }". Columns found: ${p['expected']}.`,
  }),
  'weather-time-unread': (p) => ({
    message: `The ${fileOf(p)} has times that are not ISO 8601, for example "${p['found']}", in ${p['count'] === '1' ? 'line' : `${p['count']} lines:`} ${p['lines']}.`,
    why: 'Dates such as 03/04/2025 mean different days in different countries.',
    remedy: 'Write times as 2025-01-31T23:00Z (UTC) or 2025-02-01T04:00+05:00, the beginning of the hour.',
  }),
  'weather-time-jump': (p) => ({
    message: `The ${fileOf(p)} does not go on hour by hour in ${p['count'] === '1' ? 'line' : `${p['count']} lines:`} ${p['found']}.`,
    why: `A missing or doubled hour moves all later ones; ${whyOf(p, 'stores and potlines would see weather at the wrong time', 'the park would pay the price of another hour')}.`,
    remedy: 'Sort the rows, fill gaps, remove doubles; write times in UTC, which has no summer time.',
  }),
  'weather-time-half': (p) => ({
    message: `The ${fileOf(p)} begins at ${p['found']}, not on the hour.`,
    why: 'Each row stands for the hour that begins at its time.',
    remedy:
      'Label rows by the beginning of their hour; averages around the half hour belong to the hour that holds them.',
  }),
  'weather-value-gap': inColumn(
    () => 'has no value',
    'A gap read as nought would be a lull that never was.',
    'Fill the gaps, for example from the neighbouring hours, and say so in the file.',
  ),
  'weather-value-unread': inColumn(
    (p) => `holds something that is no number ("${p['found']}")`,
    'Each cell must be a capacity factor between 0 and 1.',
    'Write plain numbers with a decimal point, without units.',
  ),
  'weather-value-negative': inColumn(
    (p) => `is negative (${p['found']})`,
    'A capacity factor lies between 0 and 1; small negative values are the night consumption of inverters.',
    'Replace them by 0, or check that the column is what its name says.',
  ),
  'weather-value-above-one': inColumn(
    (p) => `is above 1 (${p['found']})`,
    'A capacity factor is output per rated power; more than 1 means MW, per cent or another rating.',
    'Divide by the rated power (or by 100 if it is in per cent).',
  ),
  'weather-series-unsaid': (p) => ({
    message: `No weather file gives the series "${p['found']}".`,
    why: 'A plant of the park follows it.',
    remedy: `Name a file for it: "weather: { files: { ${p['site']}: my-file.epw } }".`,
  }),
  'weather-files-name': (p) => ({
    message: `Under "files:" of the weather, "${p['found']}" is neither a site with plants that follow the weather nor a series of one.`,
    why: 'Its file would be read for nothing.',
    remedy: `Write the name of a site or site/profile. Sites that need weather: ${p['expected']}.`,
  }),
  'weather-columns-name': (p) => ({
    message: `Under "columns:" of the weather, "${p['found']}" is no series that the park follows.`,
    why: 'Its column would be read for nothing.',
    remedy: `${p['near'] === undefined ? '' : `Did you mean ${p['near']}? `}Series that the park follows: ${p['expected']}.`,
  }),
  'weather-columns-maker': (p) => ({
    message: `Under "columns:" of the weather, ${p['found']} has a column, but the ${fileOf(p)} is ${p['format']}.`,
    why: 'Such a file holds wind, light and temperature of a place, from which the series are worked out; no column of it is a series.',
    remedy: 'Take the line of `columns:` away, or name a table of capacity factors.',
  }),
  'weather-files-differ': (p) => ({
    message: `The ${fileOf(p)} has ${p['found']} hours, ${p['other']} has ${p['expected']}.`,
    why: 'A leap year beside a common one would put all hours after February at different dates.',
    remedy: 'Take years of one length: leave 29 February out of the one, or take another year.',
  }),
  'weather-file-one-place': (p) => ({
    message: `The ${fileOf(p)} (${p['format']}) is of one place, but the park has several that need weather: ${p['found']}.`,
    why: 'The same wind everywhere would hide how much distant sites help each other.',
    remedy: 'Name a file for each: "weather: { files: { works: one.epw, steppe: other.epw } }".',
  }),
  'weather-profile-unmade': (p) => ({
    message: `The profile "${p['found']}" cannot be made of the ${p['format']} file ${p['file']}.`,
    why: 'No machine is known that would turn wind or light into it.',
    remedy: 'Bring it as a table of capacity factors, one column for each series.',
  }),
  'weather-quantity-missing': (p) => ({
    message: `The ${fileOf(p)} has no column for ${p['quantity']}.`,
    why: 'Capacity factors are computed from wind speed, air temperature and light.',
    remedy: `Export it with that column. Columns found: ${p['found']}.`,
  }),
  'weather-met-impossible': inColumn(
    (p) => `holds what is not found on Earth (${p['found']}; possible: ${p['expected']})`,
    'Such a value is a fault of the instrument, another unit, or another column.',
    'Look at these lines; check the unit of the column.',
  ),
  'weather-plane-tilted': (p) => ({
    message: `The light in ${p['file']} is on a plane tilted by ${p['found']} degrees.`,
    why: 'What fixed and tracked arrays get is computed from light on the horizontal; it cannot be told back from a tilted plane.',
    remedy: `Download the ${p['format']} series with a slope of 0 degrees and its components, or the typical year.`,
  }),
  'hourly-column-missing': (p) => ({
    message: `The ${fileOf(p)} has no column “${p['found']}”.${p['near'] ? ` Did you mean “${p['near']}”?` : ''}`,
    why: 'Prices or carbon of every hour are to come from it.',
    remedy: `Under \`hourly:\` of ${p['of']} name one of its columns: ${p['expected']}.`,
  }),
  'hourly-value-negative': inColumn(
    (p) => `is below zero (${p['found']})`,
    'Making what is bought takes no gases out of the air; the footprint would be too small.',
    'Look at these lines and at the unit of the column.',
  ),
  'hourly-value-gap': inColumn(
    () => 'has no value',
    'A gap read as nought would be an hour for nothing.',
    'Fill the gaps, for example from the same hour of the days beside them, and say so in the file.',
  ),
  'hourly-value-unread': inColumn(
    (p) => `holds what is no number (“${p['found']}”)`,
    'An hour without a price, or without its carbon, would be free.',
    'Write plain numbers with a decimal point, without units or signs between the thousands.',
  ),
  'hourly-other-year': (p) => ({
    message: `The ${fileOf(p)} has ${p['found']} hours, the weather year ${p['expected']}.`,
    why: 'Prices and weather of an hour belong together.',
    remedy: 'Leave out 29 February, or name a weather year of the same length.',
  }),
  'weather-place-unsaid': (p) => ({
    message: `Neither the park nor the weather file ${p['file']} says where it is.`,
    why: 'The path of the sun follows from latitude and longitude.',
    remedy: 'Give the site its place: "sites: { works: { at: [51.7, 75.3] } }".',
  }),
};
