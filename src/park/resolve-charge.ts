/**
 * Of what may a plant be charged, and what may its product hold?
 * In: the feeds and the window of a library plant, `window:` of the park. Out: feeds with their flows, limits of elements;
 * or issues: an element that is not followed, one that a feed does not state, limits that cross.
 */
import { type Composition, ELEMENT_NAMES, type Element, LIMITED_ELEMENTS } from '../plants/model.ts';
import type { Sourced } from '../units/grade.ts';
import { readAmount } from './amount.ts';
import { complain, type Desk, libraryFigure, pick, SHARE } from './desk.ts';
import type {
  Library,
  LibraryCommodity,
  LibraryFeed,
  LibraryFlow,
  LibraryPlant,
  LibraryValue,
} from './library.ts';
import { listed, nearest, own } from './name.ts';
import { negative } from './open-market.ts';
import type { ParkCharge, ParkFlow, ParkLimit } from './park.ts';
import type { WrittenPlant } from './schema.ts';
import type { Figure } from './sheet.ts';
import { flowWants } from './wants.ts';
import type { Path } from './written.ts';

/** An amount with its sign: out +, in −. */
export function signed(amount: Sourced, sign: 1 | -1, unit: string): Sourced {
  return { ...(sign === 1 ? amount : negative(amount)), unit };
}

function flowOf(
  desk: Desk,
  path: Path,
  id: string,
  flow: LibraryFlow,
  sign: 1 | -1,
  made: LibraryCommodity,
): ParkFlow[] {
  const commodity = own(desk.library.commodities, id);
  if (commodity === undefined) return [];
  const amount = libraryFigure(desk, [...path, id], flow, flowWants(commodity.unit, made.unit));
  if (amount === null) return [];
  return [
    {
      commodity: id,
      amount: signed(amount, sign, commodity.unit),
      cause: flow.cause,
      composition: flow.composition,
    },
  ];
}

/** The typed flows of a library plant, or of one of its feeds. */
export function libraryFlows(
  desk: Desk,
  path: Path,
  { inputs, outputs }: Pick<LibraryPlant, 'inputs' | 'outputs'>,
  made: LibraryCommodity,
): ParkFlow[] {
  return [
    ...Object.entries(inputs).flatMap(([id, flow]) => flowOf(desk, [...path, 'in'], id, flow, -1, made)),
    ...Object.entries(outputs).flatMap(([id, flow]) => flowOf(desk, [...path, 'out'], id, flow, 1, made)),
  ];
}

export function chargeOf(
  desk: Desk,
  path: Path,
  library: LibraryPlant,
  made: LibraryCommodity,
): ParkCharge[] {
  return Object.entries(library.charge).map(([commodity, feed]) => ({
    commodity,
    flows: [
      ...flowOf(desk, [...path, 'charge'], commodity, feed, -1, made),
      ...libraryFlows(desk, [...path, 'charge', commodity], feed, made),
    ],
    analysis: analysisOf(desk, commodity, feed),
  }));
}

/** What is stated of the feed's elements, with the source of the feed's own composition or of the commodity's. */
function analysisOf(desk: Desk, id: string, feed: LibraryFeed): ParkCharge['analysis'] {
  const commodity = own(desk.library.commodities, id);
  const { source, grade } = feed.composition === undefined ? (commodity ?? feed) : feed;
  const stated = statedOf(desk.library, id, feed);
  const shares = LIMITED_ELEMENTS.filter((element) => stated[element] !== undefined).map((element) => [
    element,
    {
      value: stated[element],
      unit: '1',
      source: source ?? 'composition of the library',
      grade: grade ?? 'standard',
    },
  ]);
  return Object.fromEntries(shares) as ParkCharge['analysis'];
}

type WrittenWindow = NonNullable<WrittenPlant['window']>;
const PARTS = { units: ['1'], bare: '1' };
const SIDES = [
  ['at least', 'atLeast'],
  ['at most', 'atMost'],
] as const;

/** What is said of a feed: of the commodity, and of what this plant takes of it. Nothing said is not the same as none. */
export const statedOf = (
  { commodities }: Pick<Library, 'commodities'>,
  id: string,
  feed: Pick<LibraryFeed, 'composition'>,
): Composition => ({ ...own(commodities, id)?.composition, ...feed.composition });

/** False (and an issue) where a limit that the park writes cannot be counted. */
function canLimit(desk: Desk, at: Path, element: string, library: LibraryPlant): boolean {
  if (!LIMITED_ELEMENTS.some((each) => each === element)) {
    const near = nearest(element, LIMITED_ELEMENTS);
    complain(
      desk,
      'unknown-element',
      'error',
      at,
      { found: element, near, expected: listed(LIMITED_ELEMENTS) },
      'key',
    );
    return false;
  }
  const silent = Object.entries(library.charge)
    .filter(([id, feed]) => !(element in statedOf(desk.library, id, feed)))
    .map(([id]) => id);
  if (silent.length === 0) return true;
  const feed = silent.map((id) => desk.library.commodities[id]?.title ?? id).join(', ');
  complain(
    desk,
    'feed-not-analysed',
    'error',
    at,
    { element: ELEMENT_NAMES[element as Element], feed },
    'key',
  );
  return false;
}

/** No aluminium alloy holds as much of another element. */
const WIDE = 0.25;
/** A limit more than this many times the alloy's own is a slip of the unit rather than a customer's wish; ten itself, as written. */
const FAR = 10 * (1 + 1e-9);

/** Warns of a limit that the park writes and no alloy of this kind could mean: mostly a percentage without its sign. */
function checkLimit(
  desk: Desk,
  path: Path,
  [side, element]: readonly [string, string],
  written: Figure,
  { share, usual }: { share: number; usual: LibraryValue | undefined },
): void {
  const most = usual === undefined ? null : libraryFigure({ ...desk, issues: [] }, path, usual, PARTS);
  const times = most === null || most.value === 0 ? 0 : share / most.value;
  const wide = share >= WIDE && side === 'at most' && element !== 'Al';
  if (!wide && times <= FAR) return;
  const read = readAmount(typeof written === 'object' ? written.value : written, ['1'], '1', desk.money);
  complain(desk, 'window-wide', 'warning', path, {
    element: ELEMENT_NAMES[element as Element],
    side,
    max: percent(share),
    expected: times <= FAR || most === null ? undefined : percent(most.value),
    times: String(Number(times.toPrecision(3))),
    near: read.ok && read.value.bare ? `${share} %` : undefined,
  });
}

export function windowOf(
  desk: Desk,
  path: Path,
  written: WrittenWindow | undefined,
  library: LibraryPlant,
): ParkLimit[] {
  if (written !== undefined && Object.keys(library.charge).length === 0) {
    complain(desk, 'window-without-charge', 'error', path, { found: library.title }, 'key');
    return [];
  }
  const limits = SIDES.flatMap(([side, key]): ParkLimit[] => {
    const says = written?.[side] ?? {};
    const elements = [...new Set([...Object.keys(library.window[key]), ...Object.keys(says)])];
    return elements.flatMap((element): ParkLimit[] => {
      const at = [...path, side, element];
      if (Object.hasOwn(says, element) && !canLimit(desk, at, element, library)) return [];
      const share = pick(desk, at, says[element], library.window[key][element], PARTS, SHARE);
      const own = Object.hasOwn(says, element);
      if (share !== null && own)
        checkLimit(desk, at, [side, element], says[element], {
          share: share.value,
          usual: library.window[key][element],
        });
      return share === null ? [] : [{ element: element as Element, side, share, own }];
    });
  });
  for (const { element, share } of limits.filter(({ side }) => side === 'at least')) {
    const most = limits.find((other) => other.side === 'at most' && other.element === element);
    if (most === undefined || share.value <= most.share.value) continue;
    const sideOf = written?.['at least']?.[element] === undefined ? 'at most' : 'at least';
    complain(desk, 'window-crossed', 'error', [...path, sideOf, element], {
      element: ELEMENT_NAMES[element],
      found: percent(share.value),
      max: percent(most.share.value),
    });
  }
  return limits;
}

export const percent = (share: number): string => `${Number((100 * share).toPrecision(6))} %`;
