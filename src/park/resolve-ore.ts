/**
 * What is in the ore that the park's mines dig?
 * In: `ore:` of each mine. Out: shares by commodity, for every plant whose model follows that ore. Two mines with different
 * ores of one commodity would make a blend whose grade is itself a result: that is no linear program, and is refused.
 */
import { KRASNOOKTYABR, oreParameters } from '../plants/ore.ts';
import type { Sourced } from '../units/grade.ts';
import { complain, type Desk, figure } from './desk.ts';
import { listed, nearest, own, slug } from './name.ts';
import type { Ores } from './resolve-parameters.ts';
import type { WrittenPark } from './schema.ts';

/** The words of `ore:` are the keys of the ore's parameters, with spaces for dashes and the chemist's capitals. */
const TABLE = oreParameters(KRASNOOKTYABR, '');
const OXIDES = ['al2o3', 'sio2', 'fe2o3', 'tio2', 'cao'];

export function oresOf(desk: Desk, plants: WrittenPark['plants']): Ores {
  const ores: Record<string, Ores[string]> = {};
  for (const [id, written] of Object.entries(plants)) {
    if (written.ore === undefined) continue;
    const path = ['plants', id, 'ore'];
    const library = own(desk.library.plants, slug(written.plant));
    const shares: Record<string, Sourced> = {};
    for (const [name, share] of Object.entries(written.ore)) {
      const parameter = TABLE.find(({ key }) => key === slug(name));
      if (parameter === undefined) {
        const keys = TABLE.map(({ key }) => key.replaceAll('-', ' '));
        complain(
          desk,
          'unknown-ore-share',
          'error',
          [...path, name],
          { found: name, near: nearest(name, keys), expected: listed(keys) },
          'key',
        );
        continue;
      }
      const [low, high] = parameter.physical;
      const read = figure(
        desk,
        [...path, name],
        share,
        { units: ['1'], bare: '1' },
        { low, high, why: parameter.why ?? '' },
      );
      if (read !== null) shares[parameter.key] = read;
    }
    const sum = OXIDES.reduce((total, key) => total + (own(shares, key)?.value ?? 0), 0);
    if (sum > 1)
      complain(desk, 'ore-above-whole', 'error', path, { found: `${Number((sum * 100).toFixed(3))} %` });
    if (library === undefined) continue; // told where the plant is resolved
    if (library.oreFrom !== library.makes)
      complain(desk, 'ore-unused', 'error', path, { plant: library.id }, 'key');
    const before = own(ores, library.makes);
    if (before === undefined) ores[library.makes] = { mine: id, shares };
    else if (!same(before.shares, shares))
      complain(desk, 'ores-differ', 'error', path, { other: before.mine, commodity: library.makes }, 'key');
  }
  return ores;
}

function same(one: Readonly<Record<string, Sourced>>, other: Readonly<Record<string, Sourced>>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => own(one, key)?.value === own(other, key)?.value);
}

/** As the park's contract has it: share by name as written. */
export function oreShares(
  written: NonNullable<WrittenPark['plants'][string]['ore']>,
  ores: Ores,
  commodity: string,
): Record<string, number> {
  const shares = own(ores, commodity)?.shares ?? {};
  return Object.fromEntries(
    Object.keys(written).flatMap((name) => {
      const share = own(shares, slug(name));
      return share === undefined ? [] : [[name, share.value]];
    }),
  );
}
