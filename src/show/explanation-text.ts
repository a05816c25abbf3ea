/**
 * Why a park cannot hold, in words. In: an explanation. Out: titled blocks of short lines for the terminal and the report,
 * and plain data for JSON. A figure that would do is rounded away from what is written, so that writing it is enough.
 */
import type { Alone, Change, Distance, Explanation } from '../run/explanation.ts';
import type { FirmShortfall } from '../run/firm-shortfall.ts';
import type { PlaceShortfall, Share } from '../run/shortfall.ts';
import { limitText } from '../run/written-limits.ts';
import { count } from '../units/number.ts';
import { figure, number } from './figure.ts';

export interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

/** From here on "18 times" is clearer than "+1 710 %". */
const TIMES = 10;
/** A hair beyond the next round figure is that figure. */
const HAIR = 1e-6;
const MOST_SHARES = 6;
const MOST_PARTS = 4;
/** A rate below this is the solver's rounding. */
const FAINT = 1e-6;

/** The figure to write, and how many digits it takes to tell it from the one that is written now. */
function enough({ limit, to: found, by }: Change): { readonly to: number; readonly digits: number } {
  // Three digits of the change, or of what is left, whichever is finer.
  const finest = Math.min(Math.abs(by), Math.abs(found) || Number.POSITIVE_INFINITY);
  const step = 10 ** (Math.floor(Math.log10(finest)) - 2);
  const steps = Math.ceil(Math.abs(by) / step - HAIR);
  const to = limit.value + Math.sign(by) * steps * step;
  const digits = to === 0 ? 3 : Math.floor(Math.log10(Math.abs(to))) - Math.round(Math.log10(step)) + 1;
  return { to, digits: Math.min(12, Math.max(3, digits)) };
}

function howMuch({ limit, to, by, relative }: Change): string {
  if (relative === null) return 'now none';
  if (to <= HAIR * limit.scale && limit.at.kind === 'output') return 'nothing would be made';
  if (to <= HAIR * limit.scale && limit.at.kind === 'firm-share') return 'nothing would be asked for';
  if (by > 0 && relative >= TIMES) return `${number(1 + relative, 2)} times`;
  return `${by > 0 ? '+' : '−'}${number(100 * relative)} %`;
}

/** "grid electricity: at most 600 MW → 661 MW (+10.2 %)". */
export function changeText(change: Change): string {
  const { to, digits } = enough(change);
  return `${limitText(change.limit, figure)} → ${figure(to, change.limit.unit, digits)} (${howMuch(change)})`;
}

const withGiven = (given: string, text: string): string => (given === '' ? text : `${given}: ${text}`);

const aloneText = ({ changes, given }: Alone): string => withGiven(given, changes.map(changeText).join('; '));

/** "grid electricity 250 MW (at its limit), battery nothing (empty at the end)". */
function sharesText(shares: readonly Share[], unit: string): string {
  const told = shares.slice(0, MOST_SHARES).map(({ title, amount, state }) => {
    const much = amount <= FAINT ? 'nothing' : figure(amount, unit);
    return `${title} ${much}${state === '' ? '' : ` (${state})`}`;
  });
  const rest = shares.slice(MOST_SHARES);
  if (rest.length === 0) return told.join(', ');
  const sum = rest.reduce((total, { amount }) => total + amount, 0);
  return `${told.join(', ')}, ${count(rest.length, 'other')} ${figure(sum, unit)}`;
}

const sumOf = (shares: readonly Share[]): number => shares.reduce((sum, { amount }) => sum + amount, 0);

function placeLines(worst: PlaceShortfall): readonly string[] {
  const { kind, title, when, hours, unit, amountUnit, year, need, supply } = worst;
  const isShort = kind === 'short';
  const missing = isShort ? 'short' : 'too much';
  const isAll = when === 'the whole year';
  const long = isAll ? '' : ` (${figure(hours, 'h')})`;
  return [
    `${title}, ${when}${long}: up to ${figure(worst.highest, unit)} ${missing}, ${figure(worst.total, amountUnit)} in all.`,
    `On average ${isShort ? 'needed' : 'made'} ${figure(sumOf(need), unit)}: ${sharesText(need, unit)}.`,
    `On average ${isShort ? 'given' : 'taken'} ${figure(sumOf(supply), unit)}: ${sharesText(supply, unit)}.`,
    ...(isAll ? [] : [`In a year: ${figure(year.hours, 'h')}, ${figure(year.total, amountUnit)}.`]),
  ];
}

function firmLines(worst: FirmShortfall): readonly string[] {
  const { title, outage, hours, when, highest, total, need, supply } = worst;
  const short = `${figure(highest, 'MW')} short for ${figure(hours, 'h')}, ${figure(total, 'MWh')} in all`;
  const at = when === null ? 'the same at any hour' : `worst on ${when}, when stores are emptiest`;
  const by = supply.length === 0 ? 'nothing, the park has no firm supply' : sharesText(supply, 'MW');
  return [
    `Firm power of ${title}, ${outage}: ${short}; ${at}.`,
    `Needed ${figure(sumOf(need), 'MW')}: ${sharesText(need, 'MW')}.`,
    `Carried ${figure(sumOf(supply), 'MW')}: ${by}.`,
    `New firm supply would carry it: ${figure(highest, 'MW')} of a plant whose fuel is bought, or a store of electricity of that power that holds back ${figure(total, 'MWh')} and what it loses in giving that.`,
  ];
}

export function worstLines(worst: NonNullable<Explanation['worst']>): readonly string[] {
  if (worst.kind === 'firm') return firmLines(worst);
  if (worst.kind !== 'promise') return placeLines(worst);
  const { title, asked, found, unit } = worst;
  const away = `${figure(Math.abs(asked - found), unit)} ${found < asked ? 'short' : 'too much'}`;
  return [
    `The promise “${title}”: ${figure(asked, unit)} promised, ${figure(found, unit)} can be had, ${away.replace(' %', ' points')}.`,
  ];
}

/** "carbon footprint: at best 4.5 t CO₂e/t, asked at most 1 t CO₂e/t". */
function distanceText({ title, says, asked, best, unit, made, holding }: Distance): string {
  const parts = made.slice(0, MOST_PARTS).map((part) => `${part.title} ${figure(part.amount, unit)}`);
  const rest = made.length - parts.length;
  const of =
    made.length === 0 ? '' : `; made up of ${parts.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const alone = holding === 'all' ? '' : ', even if no other promise bound';
  return `${title}: at best ${figure(best, unit)}, asked ${says} ${figure(asked, unit)}${alone}${of}`;
}

/** In the order in which people ask: what, where and when, what would do. */
export function explanationBlocks({
  conflict,
  worst,
  firm,
  changes,
  promises,
  notes,
}: Explanation): readonly Block[] {
  const { together, alone } = changes;
  const given = alone.find(({ changes: own }) => own === together)?.given ?? '';
  const blocks: Block[] = [
    {
      title: 'These cannot hold together',
      lines: conflict.map(({ text, limit }) => (limit === null ? text : limitText(limit, figure))),
    },
    {
      title: 'Where and when it is worst',
      lines: [worst, firm].flatMap((one) => (one === null ? [] : worstLines(one))),
    },
    {
      title:
        together.length === 1
          ? 'The smallest change that would do'
          : 'The smallest changes that would do, together',
      lines: together.map((change) => withGiven(given, changeText(change))),
    },
    {
      title: 'Each of these would do alone',
      lines: alone.filter(({ makesLess }) => !makesLess).map(aloneText),
    },
    {
      title: 'Or the park makes less: each of these would do alone',
      lines: alone.filter(({ makesLess }) => makesLess).map(aloneText),
    },
    { title: 'How near the promises can come', lines: promises.map(distanceText) },
    { title: 'To be known', lines: notes },
  ];
  return blocks.filter(({ lines }) => lines.length > 0);
}

/** The figure to write in the park file, in a unit that it can be read in: "397 MW". */
export function figureToWrite(change: Change): string {
  const { to, digits } = enough(change);
  return `${Number(to.toPrecision(digits))} ${change.limit.unit}`;
}

function changeJson(change: Change): object {
  const { limit, to, by, relative } = change;
  const { title, says, path, value, unit } = limit;
  return {
    title,
    says,
    path,
    value,
    to,
    by,
    unit,
    relative,
    write: figureToWrite(change),
    text: changeText(change),
  };
}

/** For `--json`: figures as they were found, and the sentences that people read. */
export function explanationJson({ conflict, worst, firm, changes, promises, notes }: Explanation): object {
  const told = (one: Explanation['worst']): object | null =>
    one === null ? null : { ...one, text: worstLines(one).join(' ') };
  return {
    conflict: conflict.map(({ kind, text, limit }) => ({ kind, text, path: limit?.path ?? null })),
    worst: told(worst),
    firm: told(firm),
    changes: {
      together: changes.together.map(changeJson),
      alone: changes.alone.map(({ title, relative, given, makesLess, changes: own }) => ({
        title,
        relative,
        given,
        makesLess,
        changes: own.map(changeJson),
      })),
    },
    promises: promises.map((one) => ({ ...one, text: distanceText(one) })),
    notes,
  };
}
