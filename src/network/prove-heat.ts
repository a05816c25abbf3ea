/**
 * Does a plant that takes heat give no more than the laws of thermodynamics allow?
 * In: the flows of a recipe per unit of output (out +, in −), what is known of each commodity. Out: nothing, or what is wrong:
 * more energy out than in, or heat that climbs to a hotter level with too little work.
 *
 * Plants that take no heat of the library (boilers, heat pumps on ambient heat) draw on the surroundings and are not judged.
 * Work in heat is counted against surroundings of 0 °C, a cold day, where heat is worth most: what is refused here is
 * impossible in summer too.
 */
import type { LibraryCommodity } from '../park/library.ts';

const KELVIN = 273.15;
const SURROUNDINGS = KELVIN;
/** Rounding of figures typed with three or four digits. */
const SLACK = 0.005;

type Known = Pick<LibraryCommodity, 'title' | 'unit' | 'kind' | 'temperature'>;

export interface HeatFlow {
  readonly commodity: string;
  readonly amount: number;
}

export type HeatFault =
  | { readonly code: 'energy-from-nothing'; readonly given: number; readonly taken: number }
  | {
      readonly code: 'heat-uphill';
      /** The hottest heat that is made, and the hottest that is taken. */
      readonly made: Known;
      readonly from: Known;
      /** MWh per unit of output. */
      readonly work: number;
      readonly leastWork: number;
    }
  | {
      readonly code: 'more-work-than-heat-holds';
      readonly from: Known;
      readonly work: number;
      readonly most: number;
    };

/** MWh of work in one MWh of heat of so many °C. */
export function workInHeat(temperature: number): number {
  return Math.max(0, 1 - SURROUNDINGS / (temperature + KELVIN));
}

const isHeat = (known: Known): boolean => known.temperature !== undefined;
/** Electricity and fuels: work, or what burns as hot as is wanted. */
const isWork = (known: Known): boolean => known.unit === 'MWh' && known.kind === 'energy' && !isHeat(known);

export function heatFault(flows: readonly HeatFlow[], knownOf: (id: string) => Known): HeatFault | null {
  const parts = flows.map(({ commodity, amount }) => ({ known: knownOf(commodity), amount }));
  const taken = parts.filter(({ known, amount }) => isHeat(known) && amount < 0);
  const made = parts.filter(({ known, amount }) => isHeat(known) && amount > 0);
  if (taken.length === 0) return null;
  const worth = ({ known, amount }: (typeof parts)[number]): number =>
    amount * workInHeat(known.temperature ?? 0);
  const sum = (list: typeof parts, of: (part: (typeof parts)[number]) => number): number =>
    list.reduce((total, part) => total + of(part), 0);
  const amount = (part: (typeof parts)[number]): number => part.amount;

  // What needs heat for chemistry or melting takes more than it gives back; only what hands energy on is judged.
  const work =
    0 -
    sum(
      parts.filter(({ known }) => isWork(known)),
      amount,
    );
  const heatIn = -sum(taken, amount);
  const given = sum(made, amount) + Math.max(0, -work);
  const got = heatIn + Math.max(0, work);
  if (given > got * (1 + SLACK)) return { code: 'energy-from-nothing', given, taken: got };

  const leastWork = sum(made, worth) + sum(taken, worth);
  if (work >= leastWork - SLACK * Math.max(1, Math.abs(leastWork))) return null;
  const hottest = (list: typeof parts): Known =>
    list.reduce((best, part) => ((part.known.temperature ?? 0) > (best.known.temperature ?? 0) ? part : best))
      .known;
  const from = hottest(taken);
  return made.length === 0
    ? { code: 'more-work-than-heat-holds', from, work: -work, most: -leastWork }
    : { code: 'heat-uphill', made: hottest(made), from, work, leastWork };
}
