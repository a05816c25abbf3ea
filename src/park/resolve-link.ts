/**
 * What does a link between two sites become once the library has been asked?
 * In: one entry of `links:`. Out: loss, cost and electricity over its whole length, in canonical units, or null and issues.
 */
import type { Sourced } from '../units/grade.ts';
import {
  amountOf,
  assume,
  complain,
  type Desk,
  exactly,
  keyPlaceOf,
  known,
  NOT_NEGATIVE,
  pick,
  SHARE,
} from './desk.ts';
import type { LibraryCommodity, LibraryLink } from './library.ts';
import { own, slug } from './name.ts';
import type { ParkCost, ParkLink } from './park.ts';
import { outagesOf } from './resolve-hours.ts';
import { costOf } from './resolve-plant.ts';
import { siteNamed } from './resolve-site.ts';
import { sizeOf } from './resolve-size.ts';
import type { WrittenLink } from './schema.ts';
import { costWants, wantsOf } from './wants.ts';
import type { Path } from './written.ts';

const DISTANCE = {
  low: 0.01,
  high: 25_000,
  why: 'Two sites are at least ten metres apart, and no way on Earth is longer than 25 000 km.',
};

export function linkOf(desk: Desk, index: number, written: WrittenLink): ParkLink | null {
  const path: Path = ['links', index];
  const { links } = desk.library;
  const from = siteNamed(desk, [...path, 'from'], written.from);
  const to = siteNamed(desk, [...path, 'to'], written.to);
  const library = known(
    desk,
    'unknown-link',
    [...path, 'by'],
    written.by,
    own(links, slug(written.by)),
    Object.keys(links),
  );
  const distance =
    amountOf(desk, [...path, 'distance'], written.distance, { units: ['km'], bare: 'km' }, DISTANCE)?.value ??
    null;
  if (from !== null && from === to) complain(desk, 'link-to-itself', 'error', [...path, 'to'], {});
  if (library === null || distance === null || from === null || to === null || from === to) return null;
  const carried = carriesOf(desk, path, written, library);
  if (carried === null) return null;
  const size = { units: ['MW'], bare: 'MW' };
  const capacity = library.rated ? sizeOf(desk, path, written.capacity, written.existing, size) : null;
  if (!library.rated && written.capacity !== undefined)
    complain(desk, 'not-rated', 'error', [...path, 'capacity'], { link: library.id }, 'key');
  const perKm =
    library.cost === undefined
      ? null
      : costOf(desk, [...path, 'cost'], written.cost, library.cost, (key) => costWants(key, 'MW km', 'MWh'));
  const loss = pick(
    desk,
    [...path, 'loss per km'],
    written['loss per km'],
    library.lossPerKm,
    wantsOf('loss per km', 'MW'),
    SHARE,
  );
  const variable = pick(
    desk,
    [...path, 'variable per km'],
    written['variable per km'],
    library.variablePerKm,
    wantsOf('variable per km', 'MW'),
    NOT_NEGATIVE,
  );
  const electricity = pick(
    desk,
    [...path, 'electricity per km'],
    written['electricity per km'],
    library.electricityPerKm,
    wantsOf('electricity per km', 'MW'),
    NOT_NEGATIVE,
  );
  const terminalLoss = pick(
    desk,
    [...path, 'terminal loss'],
    written['terminal loss'],
    library.terminalLoss,
    wantsOf('terminal loss', 'MW'),
    SHARE,
  );
  const ends = endsOf(desk, path, written, library);
  if (loss === null || (library.rated && capacity === null)) return null;
  if (loss.value * distance + (terminalLoss?.value ?? 0) >= 1) {
    complain(desk, 'all-lost', 'error', [...path, 'distance'], { link: library.id });
    return null;
  }
  const money = desk.money.to.currency;
  return {
    id: written.name ?? `${library.id} ${from} to ${to}`,
    title: written.name ?? `${library.title}, ${from} to ${to}`,
    library,
    from,
    to,
    distance,
    carries: carried.ids,
    capacity,
    loss: plus(over(loss, distance, '1'), terminalLoss),
    variable:
      variable === null
        ? exactly(0, `${money}/${carried.unit}`, 'none stated')
        : over(variable, distance, `${money}/${carried.unit}`),
    cost:
      perKm === null
        ? null
        : {
            ...perKm,
            overnight: plus(over(perKm.overnight, distance, `${money}/MW`), ends?.overnight),
            fixed: plus(over(perKm.fixed, distance, `${money}/MW/a`), ends?.fixed),
          },
    electricity: electricity === null ? null : over(electricity, distance, `MWh/${carried.unit}`),
    out: outagesOf(desk, [...path, 'out'], written.out, carried.goods),
    ...keyPlaceOf(desk, path),
  };
}

/** Converters or transformers at both ends, per MW; they live as long as the way between them. */
function endsOf(desk: Desk, path: Path, written: WrittenLink, library: LibraryLink): ParkCost | null {
  const key = 'terminal cost';
  if (library.terminalCost !== undefined)
    return costOf(desk, [...path, key], written[key], library.terminalCost, (each) =>
      costWants(each, 'MW', 'MWh'),
    );
  if (written[key] !== undefined)
    complain(desk, 'no-terminal-cost', 'error', [...path, key], { link: library.id }, 'key');
  return null;
}

/** What the way costs or loses, and its ends. */
function plus(way: Sourced, ends: Sourced | null | undefined): Sourced {
  if (ends === null || ends === undefined || ends.value === 0) return way;
  const [a, b] = [way, ends].map(({ value, range }) => range ?? ([value, value] as const));
  return {
    ...way,
    value: way.value + ends.value,
    ...(way.range === undefined && ends.range === undefined
      ? {}
      : { range: [a[0] + b[0], a[1] + b[1]] as const }),
    note: [
      way.note,
      `and ${ends.value.toPrecision(3)} ${ends.unit === '1' ? '' : ends.unit} at its ends`.replace('  ', ' '),
    ]
      .filter((each) => each !== undefined)
      .join('; '),
  };
}

/** A figure per km over the whole way. */
function over(perKm: Sourced, distance: number, unit: string): Sourced {
  const { range } = perKm;
  return {
    ...perKm,
    value: perKm.value * distance,
    unit,
    ...(range === undefined ? {} : { range: [range[0] * distance, range[1] * distance] as const }),
    note: [`over ${distance} km`, perKm.note].filter((each) => each !== undefined).join('; '),
  };
}

function carriesOf(
  desk: Desk,
  path: Path,
  written: WrittenLink,
  library: LibraryLink,
): { ids: string[]; unit: string; goods: LibraryCommodity[] } | null {
  const { commodities } = desk.library;
  const names = written.carries ?? library.carries ?? (library.rated ? ['electricity'] : []);
  if (names.length === 0) {
    complain(
      desk,
      'carries-nothing',
      'error',
      written.carries === undefined ? path : [...path, 'carries'],
      { link: library.id, found: 'nothing' },
      'key',
    );
    return null;
  }
  if (written.carries === undefined) {
    assume(
      desk,
      `carries ${written.from} ${written.to} ${library.id}`,
      `${library.title} from ${written.from} to ${written.to} carries ${names.join(', ')}`,
      path,
    );
  }
  const found = names.map((name, at) =>
    known(
      desk,
      'unknown-commodity',
      [...path, 'carries', at],
      name,
      own(commodities, slug(name)),
      Object.keys(commodities),
    ),
  );
  const ids = found.flatMap((each) => (each === null ? [] : [each]));
  if (ids.length < names.length) return null;
  const units = [...new Set(ids.map(({ unit }) => unit))];
  if (units.length > 1) {
    complain(desk, 'mixed-cargo', 'error', [...path, 'carries'], {
      found: names.join(', '),
      units: units.join(' and '),
    });
    return null;
  }
  return { ids: [...new Set(ids.map(({ id }) => id))], unit: units[0], goods: ids };
}
