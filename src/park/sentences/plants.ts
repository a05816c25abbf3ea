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
  'fuel-more-than-whole': (p) => ({
    message: `A fuel of ${p['carbon']} carbon and ${p['ash']} ash would be more than the whole of itself.`,
    why: 'Carbon follows from heating value and emission factor; it and the ash are shares of one mass.',
    remedy: 'Lower the ash, the heating value or the emission factor.',
  }),
  'pot-without-heat': (p) => ({
    message: `At ${p['power']} of its power the pot would have no heat to lose, or make no metal.`,
    why: 'What the current brings in beyond the making of metal keeps the bath molten; without it the pot freezes.',
    remedy:
      'Raise the cell voltage or the low end of the power window, or check back EMF and current efficiency.',
  }),
  'conversion-without-cost': (p) => ({
    message: `What it costs to turn a plant that stands into ${p['plant']} is not known.`,
    why: 'The library states it only of plants that are known as conversions, and the cost of a new plant would be far too much.',
    remedy: 'Write it under cost: overnight.',
  }),
  'converts-itself': (p) => ({
    message: `${p['found']} cannot be turned into itself.`,
    why: 'A conversion takes of a plant that stands, and makes another plant of it.',
    remedy:
      p['able'] === ''
        ? 'Write the plant that stands as one of its own, with existing:, and name that; or take converts: out.'
        : `Name a plant that stands, at the same site, and makes the same: ${p['able']}; or take converts: out.`,
  }),
  'converts-nothing': (p) => ({
    message: `Nothing of ${p['found']} stands that could be converted.`,
    why: 'A conversion starts from a plant that exists; a new one is built as what it shall be.',
    remedy: `Write existing: at ${p['found']}, or take converts: out.`,
  }),
  'converts-other': (p) => ({
    message: `${p['found']} cannot be turned into ${p['plant']}: the one stands elsewhere or makes something else.`,
    why: 'A conversion keeps the place and the product.',
    remedy: 'Name a plant at the same site that makes the same.',
  }),
  'heat-levels-crossed': (p) => ({
    message: `${p['hotter']} is not hotter than ${p['colder']}.`,
    why: 'Heat gives work only on its way from a hotter to a colder place, and needs work only on its way up.',
    remedy: 'Check the temperatures at which heat comes, is left and is given; they are in °C.',
  }),
  'river-dry': () => ({
    message: 'The river carries no water in any month.',
    why: 'A plant on it would make nothing.',
    remedy: 'Give the flow of at least one month, over the mean of the year.',
  }),
  'frost-crossed': (p) => ({
    message: `The turbines would stand from ${p['stop']} down, and give full power down to ${p['full']}.`,
    why: 'Between full power and standstill the power falls with the temperature, so the stop is the colder of the two.',
    remedy: 'Give `frost stop` below `frost full`; they are in °C.',
  }),
  'heat-uphill': (p) => ({
    message: `${p['plant']} makes ${p['made']} of ${p['hot']} °C from ${p['taken']} of ${p['cold']} °C, with ${p['found']} MWh of work per unit; at least ${p['expected']} are needed.`,
    why: 'Heat does not flow from a colder to a hotter place by itself (second law of thermodynamics).',
    remedy: 'Take a heat pump, or add the electricity that lifts the heat to the recipe.',
  }),
  'more-work-than-heat-holds': (p) => ({
    message: `${p['plant']} makes ${p['found']} MWh of electricity per unit from ${p['taken']} of ${p['cold']} °C, which holds ${p['expected']} at the most.`,
    why: 'Heat can become work only in part, the less the colder it is (Carnot).',
    remedy:
      'Raise the heat that the recipe needs, or take a cycle of the library, which follows from its temperatures.',
  }),
  'energy-from-nothing': (p) => ({
    message: `${p['plant']} gives ${p['found']} MWh of heat and electricity per unit and takes ${p['expected']}.`,
    why: 'No machine gives more energy than it takes (first law of thermodynamics).',
    remedy: 'Check heat, electricity and fuels of the recipe.',
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
  'unknown-renewal': (p) => ({
    message: `${p['plant']} has no part called “${p['found']}” that is renewed.`,
    why: 'A renewal that leads nowhere would cost nothing.',
    remedy: p['near'] ? `Did you mean “${p['near']}”?` : `Renewed here: ${p['expected']}.`,
  }),
  'renewal-life': (p) => ({
    message: `The renewal of ${p['found']} needs either \`life\` or \`life from\`, one of the two.`,
    why: 'What a renewal costs a year is its cost over its life.',
    remedy: "Write a time, or name the parameter of the plant's model that is one.",
  }),
  'unknown-skills': (p) => ({
    message: `There is no skill profile “${p['found']}”.`,
    why: 'A crew without a profile has no skills to show.',
    remedy: p['near'] ? `Did you mean “${p['near']}”?` : 'Add it to `library/skills/`.',
  }),
  'skills-sum': (p) => ({
    message: `The shares of this skill profile add up to ${p['found']}.`,
    why: 'Everyone of a crew has one skill.',
    remedy: 'Let them add up to 100 %.',
  }),
  'taken-above-whole': (p) => ({
    message: `The treatment takes ${p['found']} of the ore's mass out as oxides, but leaves only ${p['expected']} of it behind.`,
    why: 'What is left behind would weigh more than it does.',
    remedy: 'Lower the mass yield, or raise the shares of the oxides that stay.',
  }),
};
