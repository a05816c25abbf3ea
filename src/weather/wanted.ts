/**
 * Which hourly series do the plants of a park follow?
 * In: the plants, the texts of their power curves. Out: one wish a plant that follows the weather: the series of its site and
 * profile, or one of its own where the park says something else of its machines; and the faults of power curves.
 */
import type { Issue } from '../park/issue.ts';
import { own } from '../park/name.ts';
import type { ParkPlant } from '../park/park.ts';
import { parameterValues } from '../park/resolve-parameters.ts';
import { withDefaults } from '../plants/defaults.ts';
import { MODELS } from '../plants/models.ts';
import type { Turbine } from '../plants/turbine-table.ts';
import { readPowerCurve } from './power-curve.ts';
import { type Machine, PROFILES } from './profile-table.ts';

export interface WantedProfile {
  readonly site: string;
  readonly profile: string;
  /** A plant whose machines are others than those of the profile. */
  readonly own?: { readonly plant: string; readonly machine: Machine };
}

/** `site/profile`, or `site/profile/plant` for a series of its own. */
export function seriesId({ site, profile, own: mine }: WantedProfile): string {
  return mine === undefined ? `${site}/${profile}` : `${site}/${profile}/${mine.plant}`;
}

/** What makes the series; undefined where only a file can bring it. */
export function machineOf({ profile, own: mine }: WantedProfile): Machine | undefined {
  return mine?.machine ?? own(PROFILES, profile);
}

/** The wish of a plant; null when the weather does not drive it. */
export function wantedBy(plant: ParkPlant, curve?: Turbine): WantedProfile | null {
  const { model: name, profile } = plant.library;
  if (profile === undefined) return null;
  const model = name === undefined ? undefined : own(MODELS, name);
  const machine = model?.machine?.(withDefaults(model, parameterValues(plant.parameters)), curve);
  const usual = own(PROFILES, profile);
  const isUsual =
    machine === undefined || (plant.powerCurve === null && JSON.stringify(machine) === JSON.stringify(usual));
  return { site: plant.site, profile, ...(isUsual ? {} : { own: { plant: plant.id, machine } }) };
}

export function wantedProfiles(
  plants: readonly ParkPlant[],
  readText: (name: string) => string | null,
): { readonly wanted: readonly WantedProfile[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const wanted = plants.flatMap((plant) => {
    const { powerCurve: file } = plant;
    const path = `plants.${plant.id}.power curve`;
    const read = file === null ? null : readPowerCurve(file, readText(file), plant, path);
    issues.push(...(read?.issues ?? []));
    return wantedBy(plant, read?.turbine ?? undefined) ?? [];
  });
  return { wanted, issues };
}
