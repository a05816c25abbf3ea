/** Sentences of charges and windows: code → what is wrong, why it matters, how to mend it. */
import type { Sentences } from './sentence.ts';

export const alloySentences: Sentences = {
  'window-wide': (p) => ({
    message: `This alloy ${p['side'] === 'at least' ? 'must hold at least' : 'may hold up to'} ${p['max']} of ${p['element']}.`,
    why: `${
      p['expected']
        ? `That is ${p['times']} times the alloy's own limit, ${p['expected']}.`
        : 'No aluminium alloy holds that much, so the window limits nothing.'
    } A bare number is a share: 0.28 is 28 %.`,
    remedy: p['near'] ? `Did you mean ${p['near']}?` : 'Check the figure and its unit.',
  }),
  'window-crossed': (p) => ({
    message: `The least ${p['element']}, ${p['found']}, is more than the most, ${p['max']}.`,
    why: 'No charge could ever be cast.',
    remedy: 'Exchange them, or correct one; what the park does not say is the window of the library.',
  }),
  'window-without-charge': (p) => ({
    message: `${p['found']} has a recipe and no charge that could be chosen: a window would limit nothing.`,
    why: 'A limit of an element works on the mixture of feeds of which the plan chooses.',
    remedy: 'Take it out, or take a plant whose library entry has a `charge:`.',
  }),
  'feed-not-analysed': (p) => ({
    message: `Nothing is stated of the ${p['element']} in ${p['feed']}.`,
    why: 'What is not stated is not zero: the alloy would look purer than it is.',
    remedy:
      'Limit an element that every feed of the charge states, or state it in the composition of the feed (0 if there is none).',
  }),
  'feed-in-recipe': (p) => ({
    message: `“${p['found']}” is a feed of this plant's charge; how much of it is taken, the plan chooses.`,
    why: 'An amount here would be needed beside the charge.',
    remedy: 'Limit it where it comes from (`max:` under `buy:`), or by an element under `window:`.',
  }),
  'composition-above-whole': (p) => ({
    message: `The elements add up to ${p['found']} of a mass of ${p['expected']}, or one of them is negative.`,
    why: 'Elements are parts of the mass; more than all of it would make metal from nothing.',
    remedy: 'Correct the shares: they are tonnes per unit, 0.0035 for 0.35 %.',
  }),
  'charge-with-model': (p) => ({
    message: `The charge stands beside the model “${p['found']}”.`,
    why: 'A model computes one recipe, with slices of its own; a charge is a choice between recipes.',
    remedy: 'Type the recipe in, or leave the charge out.',
  }),
};
