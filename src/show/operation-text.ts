/**
 * What did the years without foresight tell, in words and tables? In: an operation. Out: text for a terminal, and the same as
 * data with units.
 */
import type { OperatedYear, Operation } from '../run/operate/operation.ts';
import type { UnservedLoad } from '../run/operate/year-figures.ts';
import { count } from '../units/number.ts';
import { figure, number } from './figure.ts';
import { verificationJson } from './plan-json.ts';
import { textTable, wrapped } from './text-columns.ts';

const percent = (share: number): string => figure(share, '1');
/** What lacks other things than power is short for hours, and of no electricity. */
const energyOf = (energy: number, hours: number): string =>
  energy > 0 ? figure(energy, 'MWh') : hours > 0 ? '0 MWh' : 'none';

function lookingText({ looking, otherWeather, phase, run }: Operation): string {
  const { window, step, errors, outages } = looking;
  const { wind, sun } = errors;
  const certain =
    wind.error > 0 || sun.error > 0
      ? `known for ${step} h, after that with an error that grows to ${percent(wind.error)} of rated power for wind and ${percent(sun.error)} of itself for sun`
      : 'known for the whole window';
  const fails = outages
    ? 'Units and lines fail at random; no failure is foreseen beyond the hours that are carried out.'
    : 'Nothing fails.';
  const several = (run.network?.phases.length ?? 1) > 1 ? `, phase ${phase}` : '';
  const weather = otherWeather ? '' : ' The weather is that of the file in every year; chance alone differs.';
  return `Sizes as planned${several}. Looked ahead: ${window} h, carried out: ${step} h at a time; weather ${certain}. ${fails}${weather}`;
}

function yearTable({ years, run }: Operation, width: number): readonly string[] {
  const { currency = '' } = run.network?.money ?? {};
  const money = (value: number): string => figure(value, `${currency}/a`);
  const rows = years.map(({ seed, figures, foreseen, extraCost }) => [
    String(seed),
    energyOf(figures.unserved.energy, figures.unserved.hours),
    `${number(figures.unserved.hours)} h`,
    percent(figures.unserved.share),
    energyOf(foreseen.unserved.energy, foreseen.unserved.hours),
    money(extraCost),
    figures.renewableShare === null ? '–' : `${number(figures.renewableShare)} %`,
    foreseen.renewableShare === null ? '–' : `${number(foreseen.renewableShare)} %`,
  ]);
  return textTable(
    [
      { title: 'seed' },
      { title: 'unserved', right: true },
      { title: 'in', right: true },
      { title: 'of demand', right: true },
      { title: 'with foresight', right: true },
      { title: 'extra cost', right: true },
      { title: 'renewable', right: true },
      { title: 'with foresight', right: true },
    ],
    rows,
    width,
  );
}

/** The first to be cut first. */
export const inOrderOfCut = (loads: readonly UnservedLoad[]): readonly UnservedLoad[] =>
  [...loads].sort((a, b) => a.price - b.price);

function loadTable(years: readonly OperatedYear[], width: number): readonly string[] {
  const rows = years.flatMap(({ seed, figures }) =>
    inOrderOfCut(figures.loads)
      .filter(({ missed }) => missed > 0)
      .map((load) => [
        String(seed),
        load.title,
        energyOf(load.energy, load.hours),
        `${number(load.hours)} h`,
        percent(load.share),
        `${figure(load.missed, load.unit)}`,
      ]),
  );
  return textTable(
    [
      { title: 'seed' },
      { title: 'load' },
      { title: 'unserved', right: true },
      { title: 'in', right: true },
      { title: 'of its demand', right: true },
      { title: 'not made', right: true },
    ],
    rows,
    width,
  );
}

function potTable({ years, survival }: Operation, width: number): readonly string[] {
  const rows = years.flatMap(({ seed, figures }) =>
    figures.pots
      .filter(({ coldHours, longestGap }) => coldHours > 0 || longestGap > 0)
      .map(({ title, coldHours, longestGap, asOutage }) => [
        String(seed),
        title,
        `${number(coldHours)} h`,
        `${number(longestGap)} h`,
        `${number(asOutage)} h`,
        survival === null ? '–' : asOutage >= survival ? 'lost' : 'kept',
      ]),
  );
  return textTable(
    [
      { title: 'seed' },
      { title: 'pots' },
      { title: 'too cold', right: true },
      { title: 'longest gap', right: true },
      { title: 'as without power', right: true },
      { title: 'line', right: true },
    ],
    rows,
    width,
  );
}

/** What the table of the pots means; or that there is nothing to tell. */
function potText({ years, survival }: Operation, isTold: boolean): string {
  if (years.every(({ figures }) => figures.pots.length === 0)) return '';
  if (!isTold) return 'The pots are never short of power, and their heat stays above its limit.';
  const lost =
    survival === null ? '' : ` A line is taken to be lost from ${number(survival)} h without power on.`;
  return `Too cold: hours in which the heat of the pots is below its limit. Gap: hours on end that are short of power, and as how many hours without any they weigh.${lost}`;
}

export function operationText(operation: Operation, width: number): string {
  const { years, message, standingCost, run } = operation;
  if (years.length === 0) return wrapped(message, width).join('\n');
  const { currency = '' } = run.network?.money ?? {};
  const mean = years.reduce((sum, { figures }) => sum + figures.running, 0) / years.length;
  const ahead = years.reduce((sum, { foreseen }) => sum + foreseen.running, 0) / years.length;
  const yearRows = yearTable(operation, width);
  const loads = loadTable(years, width);
  const pots = potTable(operation, width);
  const potWords = potText(operation, pots.length > 0);
  const cut = inOrderOfCut(years[0].figures.loads).filter(({ price }) => Number.isFinite(price));
  const paragraphs = [
    message,
    lookingText(operation),
    ...yearRows,
    '',
    `Net of what is sold a year costs ${figure(standingCost + mean, `${currency}/a`)} on average: sizes ${figure(standingCost, `${currency}/a`)}, running ${figure(mean, `${currency}/a`)}, of which not knowing costs ${figure(mean - ahead, `${currency}/a`)}. What is not served is in no cost.${years.some(({ extraCost }) => extraCost < 0) ? ' Where not knowing costs less than nothing, less was made than with foresight, or more lies in the stores than it took to make it.' : ''}`,
    ...(cut.length > 1 ? [`Cut in this order: ${cut.map(({ title }) => title).join(', ')}.`] : []),
    ...(loads.length > 0 ? ['', ...loads] : []),
    ...(potWords === '' ? [] : ['', ...pots, potWords]),
    ...outageLines(years),
    '',
    verifiedText(years),
  ];
  const isTable = new Set([...yearRows, ...loads, ...pots]);
  return paragraphs
    .flatMap((line) => (isTable.has(line) || line === '' ? [line] : wrapped(line, width)))
    .join('\n');
}

/** "Largest gap without the solver: 3 × 10⁻⁹ relative in balance, electricity at works, 3 Jan 04:00 (seed 7); 1 200 000 checks." */
function verifiedText(years: readonly OperatedYear[]): string {
  const worst = years.reduce((a, b) =>
    b.verification.largestGap.relative > a.verification.largestGap.relative ? b : a,
  );
  const { what, where, relative } = worst.verification.largestGap;
  const checked = years.reduce((sum, { verification }) => sum + verification.checked, 0);
  return `Largest gap without the solver: ${number(relative, 2)} relative in ${what}, ${where} (seed ${worst.seed}); ${count(checked, 'check')}.`;
}

function outageLines(years: readonly OperatedYear[]): string[] {
  const hours = new Map<string, number>();
  for (const { outages } of years)
    for (const one of outages) hours.set(one.title, (hours.get(one.title) ?? 0) + one.hours / years.length);
  const told = [...hours].filter(([, mean]) => mean > 0);
  if (told.length === 0) return [];
  const each = told.map(([title, mean]) => `${title} ${number(mean)} h`);
  return ['', `Out of order a year on average (all units together): ${each.join(', ')}.`];
}

/** The same as data; money in the park's own, energy in MWh, shares as numbers, renewable share in percent. */
export function operationJson({
  status,
  message,
  run,
  phase,
  standingCost,
  looking,
  survival,
  years,
  otherWeather,
}: Operation): Record<string, unknown> {
  const { currency = null, year = null } = run.network?.money ?? {};
  return {
    status,
    message,
    run: run.id,
    phase,
    money: { currency, year },
    units: { energy: 'MWh', money: `${currency}/a`, 'renewable share': '%', share: '1', time: 'h' },
    looking,
    'other weather': otherWeather,
    'standing cost': standingCost,
    survival,
    years: years.map(
      ({ seed, figures, foreseen, extraCost, outages, verification, windows, iterations, seconds }) => ({
        seed,
        verification: verificationJson(verification),
        unserved: figures.unserved,
        'unserved with foresight': foreseen.unserved,
        loads: inOrderOfCut(figures.loads).map(({ price, ...load }) => ({
          ...load,
          price: Number.isFinite(price) ? price : null,
        })),
        pots: figures.pots.map(({ coldHours, longestGap, asOutage, ...pots }) => ({
          ...pots,
          'cold hours': coldHours,
          'longest gap': longestGap,
          'as hours without power': asOutage,
          lost: survival === null ? null : asOutage >= survival,
        })),
        'running cost': figures.running,
        'running cost with foresight': foreseen.running,
        'extra cost': extraCost,
        'renewable share': figures.renewableShare,
        'renewable share with foresight': foreseen.renewableShare,
        outages,
        windows,
        iterations,
        seconds,
      }),
    ),
  };
}
