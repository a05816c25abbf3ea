/**
 * Why a size stands where it stands, in words. In: one answer of `why`. Out: lines for the terminal and plain data for JSON.
 */

import type { Money } from '../park/park.ts';
import type { Binding, Line } from '../run/size-account.ts';
import type { Why } from '../run/why.ts';
import { figure, number, unitName } from './figure.ts';
import { textTable, wrapped } from './text-columns.ts';

const per = (unit: string): string => `one more ${unitName(unit)}`;

/** "one more MW would cost 41 000 USD/a more than it saves". */
function oneMoreText({ oneMore, unit }: Why, currency: string): string {
  const much = figure(Math.abs(oneMore), `${currency}/a`);
  if (oneMore === 0) return `${per(unit)} would earn exactly what it costs`;
  return oneMore > 0
    ? `${per(unit)} would save ${much} more than it costs`
    : `${per(unit)} would cost ${much} more than it saves`;
}

/** Below this share of what stood it is the solver's rounding. */
const LITTLE = 1e-6;

/** "43 kt/a of the 150 kt/a that stood are turned into Essen pots". */
function convertedText({ converted, existing, unit }: Why): string {
  if (converted === null) return '';
  const { amount, into } = converted;
  const stood = amount + existing;
  const share = amount / stood;
  if (share < LITTLE) return `None of it is turned into ${into}`;
  const part = share > 1 - LITTLE ? 'All' : figure(amount, unit);
  return `${part} of the ${figure(stood, unit)} that stood are turned into ${into}`;
}

const REASONS: Readonly<Record<Why['standing'], (why: Why, currency: string) => string>> = {
  nothing: (why, currency) =>
    why.max === 0 && why.oneMore > 0
      ? `None may be built, though ${oneMoreText(why, currency)}.`
      : `None is built: ${oneMoreText(why, currency)}.`,
  most: (why, currency) => `It is as large as it may be: ${oneMoreText(why, currency)}.`,
  least: (why, currency) => `It is as small as it may be: ${oneMoreText(why, currency)}.`,
  fixed: (why, currency) => `The park file fixes it: ${oneMoreText(why, currency)}.`,
  existing: (why, currency) => `Nothing is added to what exists: ${oneMoreText(why, currency)}.`,
  converted: (why, currency) => `${convertedText(why)}: ${oneMoreText(why, currency)}.`,
  between: (why, currency) =>
    `It is free to be larger or smaller, and is as large as it pays: ${oneMoreText(why, currency)}.`,
  units: ({ units, unit, oneMore }, currency) => {
    const size = units?.size ?? 1;
    const more = oneMore < 0 ? 'less than it costs' : 'more than it costs';
    const worth = `a unit of ${figure(size, unit)} earns ${figure(Math.abs(oneMore) * size, `${currency}/a`)} ${more}`;
    return `It comes in whole units: at the prices of the units as they are chosen ${worth}; with another number of them the prices are others.`;
  },
  unsized: () => 'It has no size of its own: it runs as the prices and its limits let it.',
};

function allowed({ min, max, unit, standing, madeOf }: Why): string {
  if (standing === 'fixed') return 'fixed by the park file';
  if (madeOf !== null && max !== null && min === 0)
    return `up to ${figure(max, unit)} can be made of ${madeOf}`;
  if (max === null) return min > 0 ? `at least ${figure(min, unit)} allowed` : 'any size allowed';
  return `${min > 0 ? `${figure(min, unit)} ` : 'up '}to ${figure(max, unit)} allowed`;
}

/** In one sentence or two: what stands, what was allowed, what one more unit would do. */
export function whySentence(why: Why, { currency }: Money): string {
  const { title, standing, stands, unit } = why;
  const reason = REASONS[standing](why, currency);
  if (standing === 'unsized') return `${title}. ${reason}`;
  const size = stands === 0 ? `0 ${unitName(unit)}` : figure(stands, unit);
  return `${title} stands at ${size}; ${allowed(why)}. ${reason}`;
}

/** "full size: 3 200 h a year; one more MW saves 182 000 USD/a". */
export function bindingText({ what, hours, price, unit }: Binding): string {
  const [money, of] = unit.split(' per ');
  const [thing, ...rest] = of.split(', ');
  const tail = rest.length === 0 ? '' : ` (${rest.join(', ')})`;
  const worth = `${price < 0 ? 'costs' : 'saves'} ${figure(Math.abs(price), money)}${tail}`;
  return `${what}: ${hours === null ? '' : `${figure(hours, 'h')} a year; `}${per(thing)} ${worth}`;
}

/** Where nothing stands the lines are for one unit; else they are for all that stands. */
const counted = ({ stands }: Why): number => stands || 1;

const meanPrice = ({ amount, money }: Line): number | null =>
  amount === null || Math.abs(amount) < 1e-9 ? null : money / amount;

/** Below this share of what is added up the rest is the solver's rounding. */
const ROUNDING = 1e-5;

function accountTable(why: Why, currency: string, width: number): readonly string[] {
  const isOne = why.standing !== 'unsized' && why.stands === 0;
  const isSized = why.standing !== 'unsized';
  const units = counted(why);
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${number(value)}`;
  const sum = why.lines.reduce((total, { money }) => total + money, 0);
  const whole = why.lines.reduce((total, { money }) => total + Math.abs(money), 0);
  const money = Math.abs(sum) <= ROUNDING * whole ? 0 : sum;
  const rows = [
    ...why.lines,
    { what: isOne ? '= balance' : '= left for its limits', amount: null, amountUnit: '', money },
  ].map((line) => {
    const price = meanPrice(line);
    return [
      line.what,
      line.amount === null ? '' : figure(line.amount, `${line.amountUnit}/a`),
      price === null ? '' : `${number(price)} ${currency}/${unitName(line.amountUnit)}`,
      ...(isSized ? [signed(line.money / units)] : []),
      ...(isOne ? [] : [signed(line.money / 1e6)]),
    ];
  });
  return textTable(
    [
      { title: isOne ? `What ${per(why.unit)} would earn and cost` : 'What it earns and costs' },
      { title: 'Amount', right: true },
      { title: 'Mean price', right: true },
      ...(isSized ? [{ title: `${currency}/a per ${unitName(why.unit)}`, right: true }] : []),
      ...(isOne ? [] : [{ title: `million ${currency}/a`, right: true }]),
    ],
    rows,
    width,
  );
}

/** What stood before is sunk: what its annuity would be is left as well. */
function sunkText({ stands, existing, unit }: Why): string {
  if (existing <= 0) return '';
  if (existing >= stands * (1 - LITTLE))
    return `All of it stood before and costs no annuity, so that what it earns beyond its upkeep is left.`;
  return `${figure(existing, unit)} of the ${figure(stands, unit)} stood before and cost no annuity, so that what they earn beyond their upkeep is left.`;
}

/** Sentence, account and what binds, as lines for a terminal. */
export function whyText(why: Why, money: Money, severalPhases: boolean, width: number): string {
  const phase = severalPhases ? [`Phase ${why.phase}`] : [];
  const binding = why.binding.flatMap((one) =>
    wrapped(bindingText(one), width - 2).map((line) => `  ${line}`),
  );
  return [
    ...phase,
    ...wrapped(whySentence(why, money), width),
    '',
    ...accountTable(why, money.currency, width),
    ...(sunkText(why) === '' ? [] : wrapped(sunkText(why), width - 2).map((line) => `  ${line}`)),
    ...(binding.length === 0 ? [] : ['', 'What binds', ...binding]),
  ].join('\n');
}

/** For `--json`. */
export function whyJson(why: Why, money: Money): object {
  const { currency } = money;
  const units = counted(why);
  const isSized = why.standing !== 'unsized';
  return {
    title: why.title,
    of: why.of,
    phase: why.phase,
    standing: why.standing,
    stands: why.stands,
    existing: why.existing,
    converted: why.converted,
    madeOf: why.madeOf,
    min: why.min,
    max: why.max,
    unit: why.unit,
    sentence: whySentence(why, money),
    units: why.units,
    // A part of a whole unit has no price.
    oneMore: isSized && why.units === null ? why.oneMore : null,
    oneMoreUnit: isSized && why.units === null ? `${currency}/a per ${why.unit}` : null,
    account: why.lines.map((line) => ({
      what: line.what,
      amount: line.amount,
      amountUnit: line.amount === null ? null : `${line.amountUnit}/a`,
      meanPrice: meanPrice(line),
      perUnit: isSized ? line.money / units : null,
      inAll: isSized && why.stands === 0 ? 0 : line.money,
      unit: `${currency}/a`,
    })),
    binding: why.binding.map((one) => ({ ...one, text: bindingText(one) })),
  };
}
