/**
 * Which set of right-hand sides, ranges or limits counts? An MPS file may hold several of each. SAS documents taking
 * the first, others were not checked: so several are a fault until somebody says which one is meant.
 * In: each line's set. Out: whether it counts; at the end what was used and what was left out.
 */
import { count } from '../units/number.ts';
import type { Faults } from './foreign-draft.ts';

export const SET_SECTIONS = ['RHS', 'RANGES', 'BOUNDS'] as const;
export type SetSection = (typeof SET_SECTIONS)[number];

/** Section → name of the set that counts ('': the one without a name). */
export type MpsSetChoice = Readonly<Partial<Record<SetSection, string>>>;

interface Met {
  readonly line: number;
  entries: number;
}

export interface MpsSets {
  readonly chosen: MpsSetChoice;
  /** Section → set → where it begins and how many entries it has. */
  readonly met: Map<SetSection, Map<string, Met>>;
}

/** Does this line's set count? The one that is chosen, else the first. */
export function takesSet(
  { chosen, met }: MpsSets,
  line: number,
  section: SetSection,
  name: string,
  entries: number,
): boolean {
  const known = met.get(section) ?? new Map<string, Met>();
  met.set(section, known);
  const one = known.get(name) ?? { line, entries: 0 };
  known.set(name, one);
  one.entries += entries;
  const [first] = known.keys();
  return name === (chosen[section] ?? first);
}

const setText = ([name, { entries }]: readonly [string, Met]): string =>
  `${name === '' ? '(no name)' : name} (${count(entries, 'entry', 'entries')})`;

/** Tells what was chosen among several sets, or that nobody chose, or that the choice is not there. */
export function settleSets({ chosen, met }: MpsSets, faults: Faults): void {
  for (const section of SET_SECTIONS) {
    const sets = [...(met.get(section) ?? [])];
    const choice = chosen[section];
    const used = sets.find(([name]) => name === choice);
    const expected = sets.map(setText).join(', ');
    if (choice !== undefined && used === undefined) {
      const found = choice === '' ? '(no name)' : choice;
      faults.add('program-set-unknown', null, { section, found, expected: expected || 'none' });
    } else if (used !== undefined && sets.length > 1) {
      const others = sets.filter((one) => one !== used).map(setText);
      const particulars = { section, found: setText(used), near: others.join(', ') };
      faults.add('program-set-chosen', null, particulars, 'note');
    } else if (sets.length > 1) {
      const [, { line }] = sets[1];
      faults.add('program-set-several', line, { section, found: expected, near: sets[0][0] });
    }
  }
}
