/**
 * Which colour and which place has a technology? The same in every picture, safe for the colour-blind, and told apart
 * in grey by pattern. In: chain group, library name. Out: colour, order, pattern.
 * Colours are those of Okabe and Ito (2008), in tints of distinct lightness.
 */

/** Chain groups from the ground to the customer, then what serves them all. */
const GROUPS: Readonly<Record<string, { readonly title: string; readonly colour: string }>> = {
  mine: { title: 'Mining', colour: '#8c5a2b' },
  alumina: { title: 'Alumina', colour: '#d55e00' },
  carbon: { title: 'Anodes', colour: '#4d4d4d' },
  metal: { title: 'Electrolysis', colour: '#0072b2' },
  cast: { title: 'Casting', colour: '#56b4e9' },
  semis: { title: 'Semi-finished goods', colour: '#7fc8b4' },
  recycling: { title: 'Recycling', colour: '#009e73' },
  residue: { title: 'Residues', colour: '#a89f91' },
  power: { title: 'Power', colour: '#e69f00' },
  heat: { title: 'Heat', colour: '#cc79a7' },
  water: { title: 'Water', colour: '#3fa7d6' },
  storage: { title: 'Storage', colour: '#009e73' },
  other: { title: 'Other', colour: '#7a7a7a' },
};
const ORDER = Object.keys(GROUPS);

export function groupOrder(group: string): number {
  const at = ORDER.indexOf(group);
  return at === -1 ? ORDER.length : at;
}
export const groupTitle = (group: string): string =>
  GROUPS[group]?.title ?? (group === '' ? 'Other' : group[0].toUpperCase() + group.slice(1));
export const groupColour = (group: string): string => (GROUPS[group] ?? GROUPS['other']).colour;

export type Pattern = 'plain' | 'dots' | 'rising' | 'falling' | 'level';

/** Words in a technology's library name that people expect in a fixed colour; what has none takes from `SPARE`. */
const TECHNOLOGIES: readonly (readonly [RegExp, string, Pattern])[] = [
  [/nuclear/, '#b58900', 'plain'],
  [/hydro(?!gen)/, '#1f4e8c', 'plain'],
  [/wind.*low/, '#2f7fb5', 'plain'],
  [/wind/, '#56b4e9', 'plain'],
  [/solar.*track/, '#d99f00', 'plain'],
  [/solar|sun|pv/, '#f2c744', 'plain'],
  [/geotherm|biomass/, '#6b8e23', 'plain'],
  [/coal/, '#4d4d4d', 'plain'],
  [/gas|turbine|cogen|chp/, '#d55e00', 'rising'],
  [/hydrogen|fuel-cell/, '#cc79a7', 'dots'],
  [/diesel/, '#7a4a2b', 'rising'],
  [/grid/, '#8f8f8f', 'falling'],
  [/battery/, '#009e73', 'dots'],
  [/pumped|storage|store/, '#0072b2', 'dots'],
];
const SPARE: readonly string[] = ['#9a6fb0', '#3b7d7d', '#c08552', '#7d8b2f', '#b0506a', '#5c6bc0'];

export interface Look {
  readonly colour: string;
  readonly pattern: Pattern;
}

/** The same for the same library name in every picture. */
export function technologyLook(library: string): Look {
  const known = TECHNOLOGIES.find(([word]) => word.test(library));
  if (known !== undefined) return { colour: known[1], pattern: known[2] };
  const letters = [...library].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return { colour: SPARE[letters % SPARE.length], pattern: 'level' };
}

/** Groups whose members are told apart by technology rather than by their place in the chain. */
const BY_TECHNOLOGY = ['power', 'storage'];

/** A plant or store in any picture: its technology where that is the question, else the colour of its chain group. */
export function plantLook(group: string, library: string): Look {
  return BY_TECHNOLOGY.includes(group)
    ? technologyLook(library)
    : { colour: groupColour(group), pattern: 'plain' };
}

/** Loud, and used for nothing else. */
export const UNSERVED = '#e3001b';
