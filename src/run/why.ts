/**
 * Why does this plant, store, link or market stand where it stands? In: a run with a plan, and a name. Out: for each of its
 * sizes (and limits without a size) what it earns and costs at the marginal prices, what one more unit would save or cost, and
 * what binds.
 */
import { bindingWords, chargeRows } from '../accounts/charges.ts';
import type { CapacityRow } from '../accounts/promise-row.ts';
import { isCharged } from '../network/links-and-markets.ts';
import type { Network } from '../network/network.ts';
import { mostStanding } from '../network/per-year.ts';
import type { Plan } from '../plan/plan.ts';
import { capacityStands } from '../program/rules/capacity-stands.ts';
import { showQuantity } from '../units/unit.ts';
import { bestUse } from './best-use.ts';
import type { Run } from './run.ts';
import {
  type Binding,
  bindingsOfLimits,
  bindingsOfSize,
  type Line,
  linesOf,
  perYear,
  promiseLine,
  type Solved,
} from './size-account.ts';
import { firstOf, ownerOf, type Thing, thingsNamed, usedBy } from './thing.ts';

/**
 * `nothing`: none is built · `most`, `least`: at that limit · `fixed`: by the file · `existing`: what stood before, nothing
 * added · `converted`: what stood before, less what is turned into another · `between`: free to be larger or smaller · `units`: it
 * comes in whole units, whose parts have no price · `unsized`: it has no size of its own.
 */
export type Standing =
  | 'nothing'
  | 'most'
  | 'least'
  | 'fixed'
  | 'existing'
  | 'converted'
  | 'between'
  | 'units'
  | 'unsized';

export interface Why {
  readonly title: string;
  readonly of: CapacityRow['of'] | null;
  readonly phase: string;
  readonly standing: Standing;
  /** In `unit`; 0 and '' without a size. What stands is exactly 0 where nothing does. */
  readonly stands: number;
  /** Where it comes in whole units: how large one is, how many stand beside what exists. */
  readonly units: { readonly size: number; readonly count: number } | null;
  readonly min: number;
  readonly max: number | null;
  readonly unit: string;
  /** Of what stands, what stood before the plan; in `unit`. */
  readonly existing: number;
  /** Of what stood before, what is turned into others, by their titles; null: nothing can be made of it. */
  readonly converted: { readonly amount: number; readonly into: string } | null;
  /** The plant that stands and of which this one is made; null: it is built anew. */
  readonly madeOf: string | null;
  /**
   * What it earns and pays in a year; where nothing stands, what one unit of the size would. The annuity is that of what is
   * built: what stood before is sunk.
   */
  readonly lines: readonly Line[];
  /**
   * Money a year that one more of `unit`, built in this phase, would save on average while it stands; where it would cost
   * more than it saves: negative. 0 without a size. Of whole units: at the prices of the units as they are chosen.
   */
  readonly oneMore: number;
  readonly binding: readonly Binding[];
}

/** Below this share of what is added up a sum is the solver's rounding. */
const ROUNDING = 1e-5;

function sumOf(lines: readonly Line[]): number {
  const sum = lines.reduce((total, { money }) => total + money, 0);
  const size = lines.reduce((total, { money }) => total + Math.abs(money), 0);
  return Math.abs(sum) <= ROUNDING * size ? 0 : sum;
}

const ANNUITY = 'annuity';

/** The cost of a size is told in its two parts. */
function splitCost(lines: readonly Line[], network: Network, capacity: number): Line[] {
  const { annuity, fixedCost } = network.capacities[capacity];
  const fixed = isCharged(network, capacity) ? 'capacity charge' : 'fixed cost';
  const whole = annuity + fixedCost.value;
  return lines.flatMap((line) => {
    if (line.what !== SIZE) return [line];
    const part = (what: string, of: number): Line[] =>
      of === 0 ? [] : [{ ...line, what, money: (line.money * of) / whole }];
    return [...part(ANNUITY, annuity), ...part(fixed, fixedCost.value)];
  });
}

const SIZE = 'cost of the size';

/** What is paid in the year: what stood before is sunk and costs no annuity, though one more of it would. */
function withoutSunk(
  lines: readonly Line[],
  { existing, annuity, shown }: Network['capacities'][number],
  size: number,
): Line[] {
  const built = Math.max(0, size - existing) * shown.factor;
  if (existing <= 0 || size === 0) return [...lines];
  return lines.flatMap((line) => {
    if (line.what !== ANNUITY) return [line];
    if (built === 0) return [];
    const what = `${ANNUITY} of ${showQuantity(built, shown.unit)}`;
    return [{ ...line, what, money: (-annuity * built) / shown.factor }];
  });
}

interface Asked {
  readonly solved: Solved;
  readonly plan: Plan;
  readonly thing: Thing;
  readonly phase: number;
}

/** What one unit of another size of the same thing is worth: a battery's power has its part in what its content earns. */
function partOf({ solved, plan, phase }: Asked, capacity: number): Line[] {
  const { title } = solved.network.capacities[capacity];
  const column = firstOf(solved.program, 'capacity', capacity, phase);
  const worth = bindingsOfSize(solved, phase, column, { unit: '', factor: 1 }).reduce(
    (sum, { price }) => sum + price,
    0,
  );
  const money = -worth * plan.phases[phase].capacities[capacity];
  return money === 0 ? [] : [{ what: `the part of ${title}`, amount: null, amountUnit: '', money }];
}

/** What is made of a plant that stands costs what that would have earned. */
function givenUp({ solved, phase }: Asked, capacity: number, size: number): Line[] {
  const { network, program, solution } = solved;
  const { converts } = network.capacities[capacity];
  const row = program.rowFamilies.find(
    (family) => family.kind === capacityStands.name && family.index === converts && family.phase === phase,
  );
  if (row === undefined) return [];
  const { title, shown } = network.capacities[converts];
  const money = solution.y[row.first] * size * perYear(solved, phase);
  const what = `${showQuantity(size * shown.factor, shown.unit)} of ${title}, given up for it`;
  return [{ what, amount: null, amountUnit: '', money }];
}

function linesOfSize(asked: Asked, capacity: number, sizes: readonly number[]): Line[] {
  const { solved, plan, thing, phase } = asked;
  const { network, program } = solved;
  const own = network.capacities[capacity];
  const { factor, unit } = own.shown;
  const column = firstOf(program, 'capacity', capacity, phase);
  const size = plan.phases[phase].capacities[capacity];
  if (size > 0) {
    const used = [...usedBy(solved, thing, phase), { column, x: size, cost: SIZE }];
    const others = sizes.filter((other) => other !== capacity).flatMap((other) => partOf(asked, other));
    const before = givenUp(asked, capacity, size);
    return splitCost([...linesOf(solved, phase, used), ...others, ...before], network, capacity);
  }
  const before = givenUp(asked, capacity, 1 / factor);
  const cost = { column, x: 1 / factor, cost: SIZE };
  const chooses = thing.processes.some((index) => solved.network.processes[index].blend !== null);
  if (thing.stores.length > 0 || chooses) {
    // How a store would be used, or a furnace charged, with one unit more is a plan of its own: its rows say what that is
    // worth at the most.
    const rows = bindingsOfSize(solved, phase, column, { unit, factor });
    const worth = rows.reduce((sum, { price }) => sum + price, 0);
    const use: Line = { what: 'its use at the marginal prices', amount: null, amountUnit: '', money: worth };
    return splitCost([use, ...before, ...linesOf(solved, phase, [cost])], network, capacity);
  }
  const used = bestUse(solved, thing.processes, phase, column, 'running cost');
  const one = used.map((each) => ({ ...each, x: each.x / factor }));
  return splitCost([...before, ...linesOf(solved, phase, [...one, cost])], network, capacity);
}

/** What is built in a phase stands in later ones as well: the mean over the years that it lives. */
function oneMoreOf(asked: Asked, capacity: number, sizes: readonly number[]): number {
  const { phases, capacities } = asked.solved.network;
  const { life, shown } = capacities[capacity];
  let [sum, years] = [0, 0];
  phases.forEach(({ from, weight }, phase) => {
    const age = from - phases[asked.phase].from;
    if (age < 0 || age >= life.value) return;
    const stands = asked.plan.phases[phase].capacities[capacity] * shown.factor;
    const left = sumOf(linesOfSize({ ...asked, phase }, capacity, sizes));
    sum += (weight * left) / (stands > 0 ? stands : 1);
    years += weight;
  });
  return sum / years;
}

/** Titles of what a plant that stands can be turned into, joined; null: nothing can be made of it. */
function turnedInto({ capacities }: Network, number: number): string | null {
  const titles = capacities.filter(({ converts }) => converts === number).map(({ title }) => title);
  return titles.length === 0 ? null : titles.join(' and ');
}

/** Within this share of it a size is at what can be made of another. */
const TOUCHES = 1e-6;

function standingOf(row: CapacityRow, max: number | null, into: string | null): Standing {
  const stands = row.built + row.existing;
  if (row.units !== null) return 'units';
  if (into !== null) return 'converted';
  if (stands <= 0) return 'nothing';
  if (row.max !== max && max !== null && stands >= max * (1 - TOUCHES)) return 'most';
  if (row.atLimit === 'fixed') return 'fixed';
  if (row.atLimit === 'max') return 'most';
  if (row.existing > 0 && row.built <= 0) return 'existing';
  return row.atLimit === 'min' ? 'least' : 'between';
}

/** Elements that hold back what the thing is charged with; one more of a least costs. */
function windowsThatBind({ plan, thing, phase, solved: { network } }: Asked): Binding[] {
  const plants = new Set(thing.processes.map((index) => network.processes[index].id));
  return chargeRows(plan, phase)
    .filter(({ plant }) => plants.has(plant))
    .flatMap((charge) =>
      charge.elements.flatMap((row): Binding[] => {
        const what = bindingWords(charge, row);
        if (what === null || row.saves === 0) return [];
        const price = row.binds === 'at least' ? -row.saves : row.saves;
        return [{ what, hours: row.hours, price, unit: `${network.money.currency}/a per 0.01 %` }];
      }),
    );
}

/** The limits that bind, beside those of the size; a promise with the price of its target. */
function limitsThatBind(asked: Asked, lines: readonly Line[], run: Run): Binding[] {
  const { solved, thing, phase } = asked;
  const { network } = solved;
  const columns = usedBy(solved, { ...thing, stores: [] }, phase).map(({ column }) => column);
  const reference = thing.processes.length === 0 ? null : network.processes[thing.processes[0]].reference;
  const limits =
    reference === null ? [] : bindingsOfLimits(solved, phase, columns, network.commodities[reference].unit);
  const promises = run.promises
    .filter(
      ({ title, price }) =>
        price !== null && price !== 0 && lines.some(({ what }) => what === promiseLine(title)),
    )
    .map(({ title, price, unit }): Binding => {
      const per = unit === '%' ? 'point' : unit;
      return {
        what: promiseLine(title),
        hours: null,
        price: price ?? 0,
        unit: `${network.money.currency}/a per ${per}`,
      };
    });
  return [...limits, ...windowsThatBind(asked), ...promises];
}

function whyOf(asked: Asked, run: Run): Why[] {
  const { solved, plan, thing, phase } = asked;
  const { network } = solved;
  const { id } = network.phases[phase];
  const sizes = network.capacities.flatMap(({ owner }, index) =>
    owner === ownerOf(network, thing) ? [index] : [],
  );
  if (sizes.length === 0) {
    const lines = linesOf(solved, phase, usedBy(solved, thing, phase));
    const none = {
      of: null,
      standing: 'unsized' as const,
      stands: 0,
      units: null,
      existing: 0,
      converted: null,
      madeOf: null,
      min: 0,
      max: null,
      unit: '',
      oneMore: 0,
    };
    const { title } = network.processes[thing.processes[0]];
    return [{ title, phase: id, ...none, lines, binding: limitsThatBind(asked, lines, run) }];
  }
  return sizes.map((capacity): Why => {
    const { title, of, shown, owner, existing, converts } = network.capacities[capacity];
    const row = run.capacities.find((each) => each.plant === owner && each.of === of && each.phase === id)!;
    const lines = linesOfSize(asked, capacity, sizes);
    const stands = plan.phases[phase].capacities[capacity] * shown.factor;
    const most = mostStanding(network.capacities[capacity], network.capacities);
    const max = Number.isFinite(most) ? most * shown.factor : null;
    const into = turnedInto(network, capacity);
    const standing = standingOf(row, max, into);
    const column = firstOf(solved.program, 'capacity', capacity, phase);
    const ownRows = stands === 0 ? [] : bindingsOfSize(solved, phase, column, shown);
    return {
      title,
      of,
      phase: id,
      standing,
      stands,
      units: row.units,
      existing: stands > 0 ? row.existing : 0,
      converted: into === null ? null : { amount: existing * shown.factor - row.existing, into },
      madeOf: converts < 0 ? null : network.capacities[converts].title,
      min: row.min,
      max,
      unit: shown.unit,
      lines: withoutSunk(lines, network.capacities[capacity], plan.phases[phase].capacities[capacity]),
      oneMore: oneMoreOf(asked, capacity, sizes),
      binding: [...ownRows, ...limitsThatBind(asked, lines, run)],
    };
  });
}

/** One answer a size and phase of each thing of that name. `run` has a plan. */
export function why(run: Run, name: string): readonly Why[] {
  const { network, program, solution, plan } = run;
  if (network === null || program === null || solution === null || plan === null)
    throw new Error('only a run with a plan can be asked why');
  const solved = { network, program, solution };
  return thingsNamed(network, name).flatMap((thing) =>
    network.phases.flatMap((_, phase) => whyOf({ solved, plan, thing, phase }, run)),
  );
}
