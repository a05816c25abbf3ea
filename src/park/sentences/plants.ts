/** Sentences of the room `plants`: code → what is wrong, why it matters, how to mend it. */
import type { Sentences } from './sentence.ts';

export const plantsSentences: Sentences = {
  'oxides-above-whole': (p) => ({
    message: `The oxides of the ore add up to ${p['found']}.`,
    why: 'An analysis of dry ore ends at 100 %, loss on ignition included; above it mass would appear from nothing.',
    remedy: 'Check Al2O3, SiO2, Fe2O3, TiO2 and CaO; they are shares of the dry ore.',
  }),
  'no-available-alumina': (p) => ({
    message: `Of this ore only ${p['found']} is alumina that a Bayer circuit can take.`,
    why: 'Clay binds as much alumina as it has silica, and goethite holds more; too little is left to make a product.',
    remedy: 'Check Al2O3, SiO2 and its reactive share, or take a Bayer-sinter refinery for such an ore.',
  }),
  'anode-without-coke': () => ({
    message: 'Pitch and butts together are already the whole green anode.',
    why: 'Coke is what they leave; an anode without coke has no body.',
    remedy: 'Lower the pitch or the butts, or raise green per baked anode.',
  }),
  'baked-heavier-than-green': () => ({
    message: 'The baked anode would be heavier than the green one less its hydrogen and tar.',
    why: 'Baking drives volatiles off; carbon would appear from nothing.',
    remedy: 'Raise the green anodes, or lower hydrogen share and baked anodes.',
  }),
  'pot-without-heat': (p) => ({
    message: `At ${p['power']} of its power the pot would have no heat to lose, or make no metal.`,
    why: 'What the current brings in beyond the making of metal keeps the bath molten; without it the pot freezes.',
    remedy:
      'Raise the cell voltage or the low end of the power window, or check back EMF and current efficiency.',
  }),
  'plant-not-closed': (p) => ({
    message: `${p['plant']} does not close on ${p['element']}: ${p['in']} t in, ${p['out']} t out per unit, ${p['gap']} missing.`,
    why: 'What goes in must come out; a plan on a recipe with a hole makes matter or loses it.',
    remedy:
      'Check the flows that were changed in the park file, and state a loss only with its source and up to 2 %.',
  }),
  'loss-not-allowed': (p) => ({
    message: `${p['plant']} states a loss of ${p['found']} of its ${p['element']}.`,
    why: 'A stated loss of more than 2 %, or without a source, would hide a hole in the balance.',
    remedy: 'Name where it goes as a flow, or give a loss of at most 2 % with its source.',
  }),
};
