/**
 * Of a load that must not fail, how much is not carried, in which outage, and who carries the rest? In: what is missing at one
 * place (`missing.ts`). Out: the outage in which most is missing, with all that is left in it.
 *
 * What must be carried is the same at all hours, so only what stores hold can make one hour worse than another.
 */
import type { FirmSupply, Network } from '../network/network.ts';
import type { Plan } from '../plan/plan.ts';
import { hourLabel } from '../units/calendar.ts';
import { showQuantity } from '../units/unit.ts';
import type { Missing } from './missing.ts';
import type { Share } from './shortfall.ts';

/** Loads that are not carried in an outage. */
export interface FirmShortfall {
  readonly kind: 'firm';
  /** "smelter": the loads that are asked for. */
  readonly title: string;
  /** "grid electricity lost". */
  readonly outage: string;
  readonly phase: string;
  /** How long it must last, in hours. */
  readonly hours: number;
  /** When stores are emptiest, "5 Mar 18:00"; null: it is the same at all hours. */
  readonly when: string | null;
  /** MW, and MWh over the hours. */
  readonly highest: number;
  readonly total: number;
  readonly need: readonly Share[];
  readonly supply: readonly Share[];
}

/** Within this share of it a rate is at its limit; stores whose content moves by less are as full at all hours. */
const TOUCHES = 1e-3;
/** Of what is needed: less is the solver's rounding. */
const FAINT = 1e-6;

const touches = (limit: number, value: number): boolean =>
  limit < Number.POSITIVE_INFINITY && value >= limit * (1 - TOUCHES);

/** Why it carries no more. */
function stateOf(
  { capacities, security }: Network,
  supply: FirmSupply,
  isLost: boolean,
  rate: number,
): string {
  const { unit, store, capacity, perCapacity, most } = supply;
  if (isLost) return unit === null ? 'lost' : 'one unit lost';
  const size = capacity < 0 ? Number.POSITIVE_INFINITY : perCapacity * capacities[capacity].max;
  if (touches(size, rate)) return store < 0 ? 'at full size' : 'at full power';
  if (store >= 0) return `all that it holds, over ${showQuantity(security!.hours, 'h', 3)}`;
  return touches(most, rate) ? 'at its limit' : '';
}

/** The hour at which the stores that carry hold least; null where they hold as much at all hours, or there are none. */
function emptiestHour({ network, phases }: Plan, phase: number, node: number): string | null {
  const { supplies } = network.security!;
  const { grid } = network.phases[phase];
  const own = supplies.filter((supply) => supply.node === node && supply.store >= 0);
  const held = Array.from({ length: grid.steps }, (_, step) =>
    own.reduce((sum, { store }) => {
      const { of } = grid.periods[network.nodes[network.stores[store].node].period];
      return sum + phases[phase].level[store][of[step]];
    }, 0),
  );
  const [least, most] = [Math.min(...held), Math.max(...held)];
  return most - least > TOUCHES * most ? hourLabel(grid, held.indexOf(least)) : null;
}

export function firmShortfallOf(network: Network, { node, help, plan }: Missing): FirmShortfall {
  const { hours, loads, supplies, cases } = network.security!;
  const all = help.flatMap((rates, phase) => [...rates].map((highest, part) => ({ phase, part, highest })));
  const { phase, part, highest } = all.reduce((most, one) => (one.highest > most.highest ? one : most));
  const told = plan.phases[phase];
  const need = loads
    .filter((load) => load.node === node)
    .map(({ title, capacity, perCapacity }) => ({
      title,
      amount: perCapacity * told.capacities[capacity],
      state: '',
    }));
  const least = FAINT * need.reduce((sum, { amount }) => sum + amount, 0);
  return {
    kind: 'firm',
    title: need.map(({ title }) => title).join(' and '),
    outage: cases[part].title,
    phase: network.phases[phase].id,
    hours,
    when: emptiestHour(plan, phase, node),
    highest,
    total: highest * hours,
    need,
    supply: supplies
      .flatMap((supply, index): Share[] => {
        if (supply.node !== node) return [];
        const rate = told.carried[part][index];
        const state = stateOf(network, supply, cases[part].lost === index, rate);
        return [{ title: supply.title, amount: rate > least ? supply.gives * rate : 0, state }];
      })
      .sort((a, b) => b.amount - a.amount),
  };
}
