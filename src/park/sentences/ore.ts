/**
 * Sentences about ores: what is in them, who gives them, who takes which.
 * In: a code and its particulars. Out: what is wrong, why it matters, how to mend it.
 */
import type { Sentences } from './sentence.ts';

export const oreSentences: Sentences = {
  'ore-above-whole': (p) => ({
    message: `The oxides of the ore make ${p['found']} of it.`,
    why: 'A whole has 100 %.',
    remedy: 'Check the analysis; shares are of dry ore, loss on ignition included.',
  }),
  'ore-unused': (p) => ({
    message: `${p['plant']} gives no ore whose grade is followed.`,
    why: 'The shares would change nothing.',
    remedy: 'Move `ore:` to the mine or to the purchase of its ore, or take it away.',
  }),
  'ore-unsaid': (p) => ({
    message: `Which ore does ${p['plant']} dig? ${p['expected']} dig different ones, and it says nothing.`,
    why: 'Soda, heat and residue of a refinery follow the analysis of each ore.',
    remedy: 'Give it an `ore:` of its own.',
  }),
  'ore-which': (p) => ({
    message: `Which ${p['found']} is meant? The park has several: ${p['expected']}.`,
    why: 'Each ore is a good of its own, with its own analysis.',
    remedy: 'Name one of them with `of:`, or say with `ore:` what a bought one holds.',
  }),
  'ore-not-there': (p) => ({
    message: `${p['name']} carries ${p['found']}, but no ore of the park comes to ${p['site']}, where it begins.`,
    why: 'It stands there for nothing.',
    remedy:
      'Turn `from` and `to` round, or let a mine, a purchase with its `site` or another link bring ore there.',
  }),
  'feed-needed': (p) => ({
    message: `${p['plant']} makes a better ore of one ${p['commodity']}; it has to be said of which: ${p['expected']}.`,
    why: 'What it makes follows the analysis of what it takes, and two ores give two products.',
    remedy: 'Name one with `feeds: [...]`, and add a plant for each further ore. None can feed itself.',
  }),
  'unknown-feed': (p) => ({
    message: `Nothing called “${p['found']}” gives an ore that this plant could take.`,
    why: 'Feeds are named by the mine, purchase or upgrading plant that gives them.',
    remedy: p['near'] ? `Did you mean “${p['near']}”?` : `Known here: ${p['expected']}.`,
  }),
  'feeds-unused': (p) => ({
    message: `${p['plant']} does not choose between ores.`,
    why: 'A mine digs its own ore, and other plants follow none.',
    remedy: 'Take `feeds:` away.',
  }),
};
