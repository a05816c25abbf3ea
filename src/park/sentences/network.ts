/** Sentences of the room `network`: code → what is wrong, why it matters, how to mend it. */
import type { Sentences } from './sentence.ts';

export const networkSentences: Sentences = {
  'market-needs-site': (p) => ({
    message: `${p['name']} has a limit but no site, and could be at ${p['sites']}.`,
    why: 'A limit belongs to one connection or quay; shared between sites it would mean something else.',
    remedy: `Write site: and one of ${p['sites']}.`,
  }),
  'market-unneeded': (p) => ({
    message: `${p['name']} is offered, but no plant of the park needs ${p['commodity']}.`,
    why: 'A purchase that nothing uses is often a misspelt name.',
    remedy: 'Take the line out, or add the plant that needs it.',
  }),
  'market-unserved': (p) => ({
    message: `${p['name']} is for sale, but no plant of the park makes ${p['commodity']}.`,
    why: 'A sale that nothing feeds earns nothing; often a plant is missing or a name misspelt.',
    remedy: 'Take the line out, or add the plant that makes it.',
  }),
  'no-supply': (p) => ({
    message: `${p['name']} is needed, but nobody makes it, and neither the park nor the library offers it for sale.`,
    why: 'The plants that need it could never run.',
    remedy: `Add a plant that makes ${p['commodity']}, a link that brings it, or a line under buy:.`,
  }),
  'only-a-by-product': (p) => ({
    message: `${p['name']}: ${p['by']} and what it leads to need ${p['found']}, ${p['makers']} gives ${p['expected']}, and none is bought.`,
    why: 'What a park makes beside something else is not bought as well unless it says so; what needs it can then make no more than there is.',
    remedy: `Write \`${p['commodity']}:\` with a cost under \`buy:\`, or leave out the plant that makes it.`,
  }),
  'no-taker': (p) => ({
    message: `${p['name']} is made, but nobody takes it, and neither the park nor the library knows what becomes of it.`,
    why: 'Nothing may vanish: what is made must be used, sold, or given a fate.',
    remedy: `Add a plant that uses ${p['commodity']}, a line under sell:, or a fate under fates:.`,
  }),
  'firm-supply-unknown': (p) => ({
    message: `${p['found']} gives no firm power that could be lost.`,
    why: 'Firm power comes from grid connections, from plants that hang neither on the weather nor on what the park makes, from stores of electricity, and from lines that bring it.',
    remedy: `${p['near'] ? `Did you mean ${p['near']}? ` : ''}Those of this park: ${p['expected']}.`,
  }),
  'firm-power-of-nothing': (p) => ({
    message: `${p['found']} draws no electricity, so that it has none to be carried.`,
    why: 'Firm power is a share of what a plant draws at nameplate.',
    remedy: 'Write firm power: at the plant whose load must not fail, such as the potline.',
  }),
  'nothing-to-make': () => ({
    message: 'Nothing makes this park run: no plant has an output:, nothing must be sold, no promise binds.',
    why: 'The cheapest park that need not make anything is an empty field.',
    remedy: 'Write output: at the plant that matters (output: 300 kt/a), or objective: greatest value.',
  }),
  'sold-dearer-than-bought': (p) => ({
    message: `${p['name']} can be bought without limit at ${p['cost']} and sold without limit at ${p['price']} ${p['unit']}.`,
    why: 'Trading it would earn without end, and the plan would be nothing but trade.',
    remedy: 'Set max: on one of the two, or mend the prices.',
  }),
  'output-above-capacity': (p) => ({
    message: `${p['name']} shall make ${p['found']}, but its largest size makes ${p['expected']}.`,
    why: 'No plan can reach this output.',
    remedy: 'Raise the capacity (or leave it out: then the plan chooses), or lower the output.',
  }),
  'reserve-of-nothing': (p) => ({
    message: `${p['name']} has a reserve of 0 ${p['unit']}: nothing can be dug there.`,
    why:
      p['needed'] === ''
        ? 'A deposit that gives nothing is often a figure that is still to come.'
        : `${p['needed']}: no plan can hold.`,
    remedy:
      'Write what lies in the ground (reserve: 160 Mt), leave reserve: out (then there is no limit), or take the plant out.',
  }),
  'never-below-above-capacity': (p) => ({
    message: `${p['name']} must never hold less than ${p['found']}, but holds ${p['expected']} at the most.`,
    why: p['most']
      ? `${p['plant']} could then be no larger than ${p['most']}: the store would bound it, and not what was written of it.`
      : 'A store cannot hold more than its size: no plan can reach this.',
    remedy: 'Raise capacity: of the store (or leave it out: then the plan chooses), or lower never below:.',
  }),
  'supply-below-demand': (p) => ({
    message: `${p['name']}: ${p['by']} and others need ${p['found']}, but plants, links and purchases bring ${p['expected']} at most.`,
    why: 'The shortfall is certain before anything is solved.',
    remedy: 'Raise the size or the limit of a supplier, add a purchase, or ask for less.',
  }),
  'outage-unseen': (p) => ({
    message: `The planned outage of ${p['name']} (${p['found']}) falls in none of the hours that are planned: 0 of ${p['stated']} h.`,
    why: 'A plan on typical weeks or some hours of the year knows nothing of days between them.',
    remedy: 'Plan every hour of the year, `--hours year`, before trusting what the outage costs.',
  }),
  'outage-partly-seen': (p) => ({
    message: `Of the planned outage of ${p['name']} (${p['found']}) ${p['planned']} of ${p['stated']} h fall in the hours that are planned, and stand for ${p['weight']} h of the year.`,
    why: 'A plan on typical weeks or some hours of the year makes the outage as long as what these stand for.',
    remedy: 'Plan every hour of the year, `--hours year`, before trusting what the outage costs.',
  }),
  'counted-by-month-on-weeks': (p) => ({
    message: `“${p['name']}”, counted by month, cannot be judged month by month: typical weeks have no months.`,
    why: 'Where it binds it is held over all weeks together, so that a good month may stand for a bad one; else it stays untested.',
    remedy: 'Plan every hour of the year, `--hours year`.',
  }),
  'counted-by-hour-on-weeks': (p) => ({
    message: `“${p['name']}”, counted by hour, is known for the hours of the typical weeks alone.`,
    why: 'Where it binds it is held in these hours, and the calm ones between them may be worse; else it stays untested.',
    remedy: 'Plan every hour of the year, `--hours year`.',
  }),
  'something-from-nothing': (p) => ({
    message: `A ring of plants through ${p['name']} gives back more than it takes in.`,
    why: 'It would make energy or metal from nothing, and the plan would live on it.',
    remedy:
      'Mend the recipes of the ring: over one full turn the product of output per input must be below one.',
  }),
  'coefficient-range': (p) => ({
    message: `Recipes of ${p['name']} and ${p['other']} differ by more than eight powers of ten: ${p['found']}.`,
    why: 'Numbers so far apart in one program make any solver uncertain in the last digits.',
    remedy: 'Look for a slip in a unit (t for kt, MWh for GWh) in one of the two.',
  }),
};
