/** Which capacity stands in a phase? What existed and what was built in this or an earlier phase and still lives. */
import { addEntry, addRows } from '../draft.ts';
import type { Rule } from '../rule.ts';

export const capacityStands: Rule = {
  name: 'capacity-stands',
  formula:
    'capacity(phase) = existing + Σ built(earlier phases still within life) − what was built of it into another;  built = unit × a whole number, where units are named',
  keys: ['capacity', 'existing', 'converts', 'phases'],
  blocks: 'the size of {of} cannot stand: what exists and what may be built do not reach its lower limit',
  rows({ draft, columns }) {
    const { network } = draft;
    network.phases.forEach((phase, p) => {
      network.capacities.forEach((capacity, index) => {
        const row = addRows(
          draft,
          { kind: this.name, of: capacity.id, index, phase: p, period: 'horizon' },
          capacity.existing,
          capacity.existing,
        );
        addEntry(draft, row, columns[p].stands[index], 1);
        // What is converted stands as the other plant while that lives.
        const made = network.capacities.flatMap((other, number) =>
          other.converts === index ? [{ number, sign: 1, ...other }] : [],
        );
        for (const { number, sign, life, wholeUnit } of [{ number: index, sign: -1, ...capacity }, ...made]) {
          for (let earlier = 0; earlier <= p; earlier++) {
            const age = phase.from - network.phases[earlier].from;
            if (age < life.value)
              addEntry(draft, row, columns[earlier].built[number], sign * (wholeUnit ?? 1));
          }
        }
      });
    });
  },
};
