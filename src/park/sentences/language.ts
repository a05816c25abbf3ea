/**
 * Sentences of the park language: keys, names, figures, sizes, promises.
 * In: a code and its particulars. Out: what is wrong, why it matters, how to mend it.
 */
import type { Particulars, Sentences } from './sentence.ts';

/** "Did you mean battery?" for a near miss, else what is known. */
const meant = (p: Particulars, known: string): string =>
  p['near'] ? `Did you mean “${p['near']}”?${p['expected'] ? ` Known here: ${p['expected']}.` : ''}` : known;

const knownHere = (p: Particulars): string => meant(p, `Known here: ${p['expected'] ?? 'none'}.`);
const LOST = 'A name that leads nowhere would leave a hole in the park.';

export const languageSentences: Sentences = {
  // Keys and shapes.
  'unknown-key': (p) => ({
    message: `There is no key “${p['found']}” here.`,
    why: 'A key that is skipped in silence changes the plan without anybody noticing.',
    remedy: knownHere(p),
  }),
  'missing-key': (p) => ({
    message: `“${p['key']}” is missing.`,
    why: 'Without it the entry cannot be planned.',
    remedy: `Add \`${p['key']}:\` with ${p['expected']}.`,
  }),
  'wrong-shape': (p) => ({
    message: `Here stands ${p['found']}, where ${p['expected']} belongs.`,
    why: 'What cannot be read is not guessed.',
    remedy: p['near'] ? `Did you mean “${p['near']}”?` : `Write ${p['expected']}.`,
  }),
  'wrong-version': (p) => ({
    message: `The file is written in version ${p['found']} of the park language; this program reads version ${p['expected']}.`,
    why: 'Words may mean something else in another version.',
    remedy: 'Write `kombinat: 1`, or use the program that belongs to the version.',
  }),
  'bad-name': (p) => ({
    message: `“${p['found']}” cannot be a name here.`,
    why: 'Dots, slashes and the like have other work: they lead through paths and results.',
    remedy: 'Use letters, digits, spaces and dashes, and begin with a letter or digit.',
  }),
  'series-name': (p) => ({
    message: `“${p['found']}” does not name a series of the weather.`,
    why: 'A column belongs to one profile at one site.',
    remedy: 'Write site and profile with a slash between them: `steppe/wind: name of the column`.',
  }),
  'hidden-character': (p) => ({
    message: `${p['found']} holds characters that do not show (between ⟨ ⟩).`,
    why: 'Control characters drive terminals, and marks of direction make a text read otherwise than it stands.',
    remedy: 'Type the text anew, on one line.',
  }),
  'comma-in-braces': (p) => ({
    message: `Within braces the comma in ${p['found']} ends the entry.`,
    why: 'What follows the comma would be a key of its own.',
    remedy: p['thousands']
      ? `Write \`${p['thousands']}\` or \`${p['near']}\` for thousands; for a decimal, a point.`
      : `Write a decimal point: \`${p['near']}\`.`,
  }),
  'doubled-name': (p) => ({
    message: `“${p['found']}” is already a name under ${p['other']}.`,
    why: 'Both would share a line in every table and report.',
    remedy: 'Give one of them another name.',
  }),
  silence: (p) => ({
    message: `Nothing is said about “${p['path']}”: it would be assumed that ${p['text']}.`,
    why: 'A strict reading takes nothing for granted.',
    remedy: 'Say it in the park file, or read the file without refusing silences.',
  }),

  // Scenarios.
  'unknown-scenario': (p) => ({
    message: `There is no scenario “${p['found']}”.`,
    why: 'The plan of another scenario would be taken for this one.',
    remedy: knownHere(p),
  }),
  'scenario-path': (p) => ({
    message: `The path “${p['found']}” leads nowhere: ${p['reason']}.`,
    why: 'A scenario that changes nothing looks like one that makes no difference.',
    remedy: meant(
      p,
      'Write the keys from the root of the file with dots between them: plants.smelter.output.',
    ),
  }),

  // Names.
  'unknown-plant': (p) => ({
    message: `The library has no plant “${p['found']}”.`,
    why: LOST,
    remedy: knownHere(p),
  }),
  'unknown-plant-name': (p) => ({
    message: `The park has no plant “${p['found']}”.`,
    why: LOST,
    remedy: knownHere(p),
  }),
  'unknown-store': (p) => ({
    message: `The library has no store “${p['found']}”.`,
    why: LOST,
    remedy: knownHere(p),
  }),
  'unknown-link': (p) => ({
    message: `The library has no link “${p['found']}”.`,
    why: LOST,
    remedy: knownHere(p),
  }),
  'unknown-site': (p) => ({
    message: `The park has no site “${p['found']}”.`,
    why: LOST,
    remedy: knownHere(p),
  }),
  'unknown-commodity': (p) => ({
    message: `The library has no commodity “${p['found']}”.`,
    why: LOST,
    remedy: knownHere(p),
  }),
  'unknown-good': (p) => ({
    message: `“${p['found']}” is neither a market nor a commodity of the library.`,
    why: LOST,
    remedy: p['near'] ? knownHere(p) : `Name the commodity with \`of:\`. ${knownHere(p)}`,
  }),
  'unknown-fate': (p) => ({
    message: `The library knows no fate “${p['found']}” of ${p['of']}.`,
    why: 'Whether it counts as used, and what it costs, would be a guess.',
    remedy: `${knownHere(p)} A fate of your own states \`cost\` or \`price\`, and \`useful: true\` or \`false\`.`,
  }),
  'unknown-figure': (p) => ({
    message: `No report shows a figure called “${p['found']}”.`,
    why: 'What is not counted can be neither kept nor broken.',
    remedy: knownHere(p),
  }),
  'unknown-parameter': (p) => ({
    message: `${p['plant']} has no parameter “${p['found']}”.`,
    why: 'The figure would be dropped in silence.',
    remedy: knownHere(p),
  }),
  'unknown-ore-share': (p) => ({
    message: `“${p['found']}” is no share of an ore that is followed.`,
    why: 'The refinery would not feel it.',
    remedy: knownHere(p),
  }),
  'own-product': (p) => ({
    message: `“${p['found']}” is what this plant makes: its recipe is told per ${p['unit']} of it.`,
    why: 'An amount of the product per amount of the product is always one; the figure would change nothing.',
    remedy: 'Take it out; scale the other amounts of the recipe instead.',
  }),
  'unknown-element': (p) => ({
    message: `“${p['found']}” is not an element that is followed.`,
    why: 'The closure proof counts only these.',
    remedy: knownHere(p),
  }),
  'unknown-time-zone': (p) => ({
    message: `There is no time zone “${p['found']}”.`,
    why: 'Days, months and tariffs are cut by it.',
    remedy: meant(p, 'Write a name such as Asia/Almaty.'),
  }),

  // Figures.
  'bare-number': (p) => ({
    message: `${p['found']} stands without a unit; it is read as ${p['unit']}.`,
    why: 'A figure that carries its unit cannot be misread.',
    remedy: `Write ${p['found']} ${p['unit']}.`,
  }),
  'out-of-bounds': (p) => ({
    message: `${p['found']} is out of bounds; ${p['expected']} is possible.`,
    why: p['reason'] ?? '',
    remedy: p['near'] ? `Did you mean ${p['near']}?` : 'Check the figure and its unit.',
  }),
  'too-large': (p) => ({
    message: `${p['found']} is larger than anything that can be built (it is ${p['value']}).`,
    why: 'Beyond 10¹² of the units that are counted in, no balance can be computed faithfully.',
    remedy: 'Check the figure and its unit.',
  }),
  'outside-usual': (p) => ({
    message: `${p['found']} is outside of what is usual, ${p['expected']}.`,
    why: `Source of the usual range: ${p['source']}.`,
    remedy: 'Check it; if it is right, say so with `{ value: …, source: … }`.',
  }),
  'outside-own-range': (p) => ({
    message: `The value ${p['found']} and its range ${p['expected']} do not fit each other.`,
    why: 'A range holds the value that it is a range of.',
    remedy: 'Correct one of them.',
  }),
  'prices-in': (p) => ({
    message: `“${p['found']}” is not a currency and a price year.`,
    why: 'An amount of money means nothing without both.',
    remedy: 'Write, for example, `prices in: USD 2025`.',
  }),
  'share-above-whole': (p) => ({
    message: `${p['found']} is more than the whole.`,
    why: 'A share ends at 100 %.',
    remedy: 'A bare number is a share of one: write 0.8 or 80 %.',
  }),

  // Sizes.
  'crossed-bounds': (p) => ({
    message: `The least, ${p['found']}, is more than the most, ${p['max']}.`,
    why: 'No size lies between them.',
    remedy: 'Exchange them, or correct one.',
  }),
  'no-unit-fits': (p) => ({
    message: `No whole number of units fits here: ${p['expected']}.`,
    why: 'Only whole units are built, beside what stands already, and none of them may be larger than what is left.',
    remedy: 'Widen `min` and `max`, or name another size of unit.',
  }),
  'part-of-a-unit': (p) => ({
    message: `${p['found']} is no whole number of units.`,
    why: 'Beside `units of`, a bare number counts units, and only whole ones are built.',
    remedy: 'Write a whole number, or a size with its unit.',
  }),
  'existing-above-capacity': (p) => ({
    message: `${p['found']} stands already, which is more than the capacity of ${p['expected']}.`,
    why: '`capacity` is the whole: what stands and what is built.',
    remedy: 'Raise the capacity, or lower `existing`.',
  }),
  'output-exceeds-size': (p) => ({
    message: `An output of ${p['found']} cannot be made with a capacity of ${p['capacity']}.`,
    why: 'The park could not be planned at any price.',
    remedy: 'Raise the capacity, leave it free, or ask for less.',
  }),
  'shortfall-without-output': () => ({
    message: '`shortfall` stands without an `output` to fall short of.',
    why: 'It would do nothing.',
    remedy: 'Add `output:`, or take `shortfall` away.',
  }),
  'limit-period': (p) => ({
    message: `${p['found']} is neither a limit of the year nor one of the hour.`,
    why: 'A limit per day or month would have to be counted by day or month, which markets here are not.',
    remedy: `Write it per year (${p['yearly']}: the total counts) or per hour (${p['hourly']}: every hour counts).`,
  }),
  'minimum-per-hour': (p) => ({
    message: `${p['found']} as a minimum is a rate, not a total of the year.`,
    why: 'Markets here may ask for a yearly minimum only.',
    remedy: `Write it per year, in ${p['unit']}.`,
  }),

  // Sites, links, stores, markets, fates.
  'site-needed': (p) => ({
    message: `${p['found']} does not say at which site it stands.`,
    why: 'With several sites, distance and weather depend on it.',
    remedy: `Add \`site:\` with one of: ${p['expected']}.`,
  }),
  'link-to-itself': (p) => ({
    message: `The link begins and ends at ${p['found']}.`,
    why: 'Within a site everything is at hand.',
    remedy: 'Name two different sites, or take the link away.',
  }),
  'carries-nothing': (p) => ({
    message: `The ${p['link']} link does not say what it carries.`,
    why: 'A link moves only what it names.',
    remedy: 'Add `carries: [bauxite, …]`.',
  }),
  'mixed-cargo': (p) => ({
    message: `One link cannot carry ${p['found']}, which are counted in ${p['units']}.`,
    why: 'Its cost is per unit carried.',
    remedy: 'Write two links.',
  }),
  'all-lost': (p) => ({
    message: `Over ${p['found']} a ${p['link']} link would lose everything that it carries.`,
    why: 'Nothing would arrive.',
    remedy: 'Check the distance, or choose another link.',
  }),
  'not-rated': (p) => ({
    message: `A ${p['link']} link has no capacity of its own to size.`,
    why: 'It is paid for by what it carries.',
    remedy: 'Take `capacity` away.',
  }),
  'store-of-what': (p) => ({
    message: `${p['found']} does not say what it holds.`,
    why: 'This store of the library can hold many things.',
    remedy: 'Add `of:` with a commodity, for example `of: alumina`.',
  }),
  'store-holds-other': (p) => ({
    message: `A ${p['store']} holds ${p['expected']}, not ${p['found']}.`,
    why: 'Its losses and costs are those of what it holds.',
    remedy: 'Take `of:` away, or choose another store.',
  }),
  'no-power-cost': (p) => ({
    message: `The power of a ${p['store']} costs nothing in the library, so it cannot be overridden here.`,
    why: 'Its cost is that of the content alone.',
    remedy: 'Take `power cost` away, or put the cost into `content cost`.',
  }),
  'price-missing': (p) => ({
    message: `The library knows no ${p['key']} of ${p['found']}.`,
    why: 'What has no price cannot be weighed against anything.',
    remedy: `Write \`${p['key']}:\` in ${p['unit']}.`,
  }),
  'fate-twice': (p) => ({
    message: `“${p['found']}” is written twice among the fates of ${p['of']}.`,
    why: 'Limits and space of the two would be added up: 3 Mt written twice would hold 6 Mt.',
    remedy:
      'Keep one, with the space of both if both are meant; or name another `site:`, or a name of its own with `cost:` and `useful:`.',
  }),
  'cost-and-price': () => ({
    message: 'This fate has both a cost and a price.',
    why: 'One is paid, the other received.',
    remedy: 'Keep the one that is meant, or their difference.',
  }),

  'doubled-parameter': (p) => ({
    message: `The parameter ${p['found']} is given twice.`,
    why: 'Only one of the two could hold.',
    remedy: 'Keep one.',
  }),

  // Promises and phases.
  'promise-without-target': (p) => ({
    message: `The promise “${p['found']}” says neither how much at least nor how much at most.`,
    why: 'Without a target it can be neither kept nor broken.',
    remedy: 'Add `at least:` or `at most:`.',
  }),
  'promise-two-targets': () => ({
    message: 'This promise has both `at least` and `at most`.',
    why: 'Each is a promise of its own, with a price of its own.',
    remedy: 'Write two promises.',
  }),
  'from-and-by': () => ({
    message: 'This promise has both `from` and `by`.',
    why: 'Both name the first year in which it must hold.',
    remedy: 'Keep one.',
  }),
  'year-and-steps': () => ({
    message: 'This promise names its years in the target and once more beside it.',
    why: 'Only one of them could hold.',
    remedy: 'Keep the years in the target.',
  }),
  'year-before-phase': (p) => ({
    message: `${p['found']} is before the park operates, which begins in ${p['expected']}.`,
    why: 'There is nothing yet that could keep it.',
    remedy: `Name ${p['expected']} or a later year.`,
  }),
  'cannot-bind': (p) => ({
    message: `${p['found']} cannot bind.`,
    why: 'A plan can be held to sums and shares of flows, sizes and money of a year; this figure is worked out from the finished plan.',
    remedy:
      'Take `bind: true` away: the promise is then checked and told as kept or broken. Or bind a figure that moves it; docs/reference/figures.md says which can.',
  }),
  'counted-otherwise': (p) => ({
    message: `${p['found']} can be counted by ${p['expected']} only.`,
    why: 'By month and by hour a part of a flow is counted against the whole; sizes, sums and money are of the year.',
    remedy: 'Take `counted by` away, or `bind: true` (it is then untested).',
  }),
  'phase-after-horizon': (p) => ({
    message: `This phase begins in ${p['found']}; the plan looks at ${p['expected']}.`,
    why: 'It would begin when everything is over.',
    remedy: 'Let it begin earlier, or lengthen `horizon`.',
  }),
  'phase-order': (p) => ({
    message: `This phase begins in ${p['found']}; it has to be ${p['expected']}.`,
    why: 'Phases build upon each other in the order of the file.',
    remedy: 'Put them in order of their years.',
  }),

  // The library.
  'library-figure': (p) => ({
    message: `The library's figure ${p['found']} cannot be read as ${p['expected']} (${p['code']}).`,
    why: 'The park rests on it.',
    remedy: 'Override it in the park with a figure and its source, and report it.',
  }),
  'doubled-entry': (p) => ({
    message: `The library has “${p['found']}” already, at ${p['where']}.`,
    why: 'Only one of the two could hold.',
    remedy: 'Keep one.',
  }),
  'unknown-source': (p) => ({
    message: `There is no source “${p['found']}” in the library.`,
    why: 'A figure without a source is a rumour.',
    remedy: meant(p, 'Add the source to `library/sources/`.'),
  }),
  'unknown-model': (p) => ({
    message: `There is no plant model “${p['found']}”.`,
    why: 'The recipe comes from it.',
    remedy: meant(p, 'Name a model, or type the recipe in with `in:` and `out:`.'),
  }),
  'loss-too-large': (p) => ({
    message: `A stated loss of ${p['found']} is more than ${p['expected']}.`,
    why: 'It would hide a flow that the closure proof should see.',
    remedy: 'Make it a flow with a commodity of its own.',
  }),
  'one-last-fate': (p) => ({
    message: `A waste has exactly one last fate; ${p['path']} has ${p['found']}.`,
    why: 'What nothing else takes has to go somewhere, and only to one place by default.',
    remedy: 'Mark one of its fates with `last: true`.',
  }),
  'price-year-missing': (p) => ({
    message: `${p['found']} does not say the year of its prices.`,
    why: 'Money of different years cannot be added.',
    remedy: 'Write the year after the currency: USD 2025.',
  }),
};
