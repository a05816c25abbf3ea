/**
 * How much of what a plan uses is matched by a supply of one origin in the same hour, when what goes into stores is followed?
 * In: a plan and a matching. Out: rates by hour as the plan itself would state them.
 *
 * Each hour its supply serves its use first, what is left of it goes into stores that charge, and stores give of it as long as
 * they hold some and it is of use. With one store no other way of counting matches more; with several it may match a little
 * less than the best. Content goes round: it begins with nothing of the origin and is followed until it returns to where it began.
 */
import type { Matching, Store } from '../network/network.ts';
import { hourlyRates } from '../plan/hourly-rates.ts';
import type { Plan, PlanMatching } from '../plan/plan.ts';

const ROUNDS = 4;

/** What plants and lines use in each hour: supply less what leaves the park and what stores take, plus what they give. */
export function hourlyUse(plan: Plan, phase: number, { use, stores }: Matching): Float64Array {
  const { charge, discharge } = plan.phases[phase];
  const rates = hourlyRates(plan, phase, use);
  for (const store of stores)
    for (let step = 0; step < rates.length; step++)
      rates[step] += discharge[store][step] - charge[store][step];
  return rates;
}

interface Hour {
  readonly took: number;
  readonly gave: number;
  /** Of the origin: what is left of the supply, and what the use still lacks. */
  readonly spare: number;
  readonly missing: number;
}

/**
 * What a store takes and gives of the origin in an hour. Where it takes and gives at once, the same part of both is of the origin:
 * what it burns is lost of what it was filled with.
 */
function moveOf(
  { lossPerHour, chargeEfficiency, dischargeEfficiency }: Store,
  before: number,
  { took, gave, spare, missing }: Hour,
): { readonly held: number; readonly taken: number; readonly given: number } {
  const kept = (1 - lossPerHour) * before;
  const net = took - gave;
  const rise = chargeEfficiency * took - gave / dischargeEfficiency;
  const wanted = net > 0 ? Math.min(1, spare / net) : net < 0 ? Math.min(1, missing / -net) : 0;
  // No more goes out than there is.
  const part = rise < 0 ? Math.min(wanted, kept / -rise) : wanted;
  return { held: Math.max(0, kept + part * rise), taken: part * took, given: part * gave };
}

export function followOrigin(plan: Plan, phase: number, matching: Matching): PlanMatching {
  const { network } = plan;
  const { grid } = network.phases[phase];
  const { level, charge, discharge } = plan.phases[phase];
  const [supply, use] = [hourlyRates(plan, phase, matching.supply), hourlyUse(plan, phase, matching)];
  const lists = (): Float64Array[] => matching.stores.map(() => new Float64Array(grid.steps));
  const made = {
    matched: new Float64Array(grid.steps),
    level: lists(),
    charge: lists(),
    discharge: lists(),
    price: new Float64Array(grid.steps),
  };
  for (const { first, count } of grid.segments) {
    const held = matching.stores.map(() => 0);
    for (let round = 0; round < ROUNDS; round++)
      for (let step = first; step < first + count; step++) {
        let given = 0;
        let missing = Math.max(0, use[step] - supply[step]);
        let spare = Math.max(0, supply[step] - Math.max(0, use[step]));
        matching.stores.forEach((store, at) => {
          const [most, took, gave] = [level[store][step], charge[store][step], discharge[store][step]];
          const moved = moveOf(network.stores[store], held[at], { took, gave, spare, missing });
          missing = Math.max(0, missing + Math.min(0, moved.taken - moved.given));
          spare = Math.max(0, spare - Math.max(0, moved.taken - moved.given));
          given += moved.given - moved.taken;
          // What a store holds of the origin is never more than what it holds: the rest was given back and matches nothing.
          held[at] = Math.min(moved.held, Math.max(0, most));
          made.level[at][step] = held[at];
          made.charge[at][step] = moved.taken;
          made.discharge[at][step] =
            moved.given + (moved.held - held[at]) * network.stores[store].dischargeEfficiency;
        });
        made.matched[step] = Math.max(0, Math.min(use[step], supply[step] + given));
      }
  }
  return made;
}
