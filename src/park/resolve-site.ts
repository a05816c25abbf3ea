/**
 * Where does it stand?
 * In: `sites:` and the `site:` of a thing. Out: sites with coordinates; the id of the site meant, or an issue.
 */
import { assume, complain, type Desk, known } from './desk.ts';
import { slug } from './name.ts';
import type { ParkSite } from './park.ts';
import type { WrittenPark } from './schema.ts';
import type { Path } from './written.ts';

/** Where the only site of a park without sites is taken to be: Ekibastuz, in the middle of the northern coal and wind belt. */
const ASSUMED_SITE: ParkSite = {
  id: 'site',
  title: 'the park',
  latitude: 51.7,
  longitude: 75.3,
  region: 'Pavlodar',
};

export function sitesOf(desk: Desk, written: WrittenPark['sites']): ParkSite[] {
  const entries = Object.entries(written ?? {});
  if (entries.length === 0) {
    assume(desk, 'sites', 'one site near Ekibastuz (51.7° N, 75.3° E), no distances', ['sites']);
    return [ASSUMED_SITE];
  }
  return entries.map(([id, { at, region, title }]) => ({
    id,
    title: title ?? id,
    latitude: at?.[0] ?? null,
    longitude: at?.[1] ?? null,
    region: region ?? null,
  }));
}

/** The site named; the only one when none is named. With several sites a plant has to say where it stands. */
export function siteOf(desk: Desk, path: Path, written: string | undefined): string | null {
  const { sites } = desk.names;
  if (written !== undefined) return siteNamed(desk, [...path, 'site'], written);
  if (sites.length === 1) return sites[0];
  complain(
    desk,
    'site-needed',
    'error',
    path,
    { found: String(path.at(-1)), expected: sites.join(', ') },
    'key',
  );
  return null;
}

export function siteNamed(desk: Desk, path: Path, written: string): string | null {
  const { sites } = desk.names;
  const found = sites.find((site) => site === written) ?? sites.find((site) => slug(site) === slug(written));
  return known(desk, 'unknown-site', path, written, found, sites);
}
