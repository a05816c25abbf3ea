/**
 * What do the stores of the park become once the library has been asked?
 * In: entries under `stores:`. Out: sizes, losses and costs in canonical units, or null and issues.
 */
import { complain, type Desk, exactly, keyPlaceOf, known, NOT_NEGATIVE, pick, SHARE } from './desk.ts';
import { own, slug } from './name.ts';
import type { ParkStore } from './park.ts';
import { costOf } from './resolve-plant.ts';
import { siteOf } from './resolve-site.ts';
import { sizeOf } from './resolve-size.ts';
import type { WrittenStore } from './schema.ts';
import { costWants, HOURLY, wantsOf } from './wants.ts';

export function storeOf(desk: Desk, id: string, written: WrittenStore): ParkStore | null {
  const path = ['stores', id];
  const { stores, commodities } = desk.library;
  const library = known(
    desk,
    'unknown-store',
    [...path, 'store'],
    written.store,
    own(stores, slug(written.store)),
    Object.keys(stores),
  );
  const site = siteOf(desk, path, written.site);
  if (library === null) return null;
  const held = written.of ?? library.holds;
  if (held === undefined) {
    complain(desk, 'store-of-what', 'error', path, { found: id }, 'key');
    return null;
  }
  const commodity = known(
    desk,
    'unknown-commodity',
    [...path, 'of'],
    held,
    own(commodities, slug(held)),
    Object.keys(commodities),
  );
  if (commodity === null) return null;
  if (library.holds !== undefined && library.holds !== commodity.id) {
    complain(desk, 'store-holds-other', 'error', [...path, 'of'], {
      expected: library.holds,
      store: library.id,
    });
    return null;
  }
  const { unit } = commodity;
  const rate = HOURLY[unit];
  const energy = sizeOf(
    desk,
    path,
    written.capacity,
    written.existing,
    { units: [unit], bare: unit },
    { durations: true },
  );
  const power =
    written.power === undefined && library.powerCost === undefined
      ? null
      : sizeOf(desk, path, written.power, undefined, { units: [rate], bare: rate }, { key: 'power' });
  const neverBelow =
    written['never below'] === undefined
      ? null
      : sizeOf(
          desk,
          path,
          written['never below'],
          undefined,
          { units: [unit], bare: unit },
          { key: 'never below', durations: true },
        );
  const energyCost = costOf(
    desk,
    [...path, 'content cost'],
    written['content cost'],
    library.energyCost,
    (key) => costWants(key, unit, unit),
  );
  const powerCost =
    library.powerCost === undefined
      ? null
      : costOf(desk, [...path, 'power cost'], written['power cost'], library.powerCost, (key) =>
          costWants(key, rate, unit),
        );
  if (library.powerCost === undefined && written['power cost'] !== undefined) {
    complain(desk, 'no-power-cost', 'error', [...path, 'power cost'], { store: library.id }, 'key');
  }
  const charge = pick(
    desk,
    [...path, 'charge efficiency'],
    written['charge efficiency'],
    library.chargeEfficiency,
    wantsOf('charge efficiency', 'MW'),
    SHARE,
  );
  const discharge = pick(
    desk,
    [...path, 'discharge efficiency'],
    written['discharge efficiency'],
    library.dischargeEfficiency,
    wantsOf('discharge efficiency', 'MW'),
    SHARE,
  );
  if (energy === null || site === null || energyCost === null || charge === null || discharge === null)
    return null;
  const staffWants = { units: [`persons/${unit}`], bare: `persons/${unit}` };
  return {
    id,
    title: written.title ?? id,
    library,
    site,
    commodity: commodity.id,
    energy,
    power,
    energyCost,
    powerCost,
    neverBelow,
    standingLoss:
      pick(
        desk,
        [...path, 'standing loss'],
        written['standing loss'],
        library.standingLoss,
        wantsOf('standing loss', 'MW'),
        SHARE,
      ) ?? exactly(0, '1/h', 'no standing loss'),
    chargeEfficiency: charge,
    dischargeEfficiency: discharge,
    staff: pick(desk, [...path, 'staff'], written.staff, library.staff, staffWants, NOT_NEGATIVE),
    ...keyPlaceOf(desk, path),
  };
}
