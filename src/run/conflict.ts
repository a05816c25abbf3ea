/**
 * Which figures of the park file, and which duties of its plants, cannot hold together?
 * In: what would have to give (`loose-plan.ts`), or the ray that proves the contradiction where not even all figures of the
 * file together could mend it. Out: the parts of the contradiction, the heaviest first.
 */
import { promiseTitle } from '../accounts/counted-by.ts';
import type { Network, Process } from '../network/network.ts';
import { RULES } from '../program/build-program.ts';
import { RULE_OF } from '../program/loose-program.ts';
import { columnSums, rowsOf } from '../program/matrix.ts';
import { familyOf } from '../program/names.ts';
import type { Family, Program } from '../program/program.ts';
import { activityWithinCapacity } from '../program/rules/activity-within-capacity.ts';
import { blendLimits } from '../program/rules/blend-limits.ts';
import { firmPower } from '../program/rules/firm-power.ts';
import { minimumLoad } from '../program/rules/minimum-load.ts';
import { yearlyLimits } from '../program/rules/yearly-limits.ts';
import { hourLabel } from '../units/calendar.ts';
import { showNumber } from '../units/unit.ts';
import { dutyOf } from './duties.ts';
import type { LoosePlan } from './loose-plan.ts';
import type { Missing } from './missing.ts';
import { limitText, type WrittenLimit } from './written-limits.ts';

export interface Conflict {
  /** `limit`: a figure of the park file; `rule`: something that a plant or a balance must keep. */
  readonly kind: 'limit' | 'rule';
  /** "grid electricity: at most 600 MW". */
  readonly text: string;
  /** Null where no single figure stands behind it. */
  readonly limit: WrittenLimit | null;
}

interface Weighed {
  readonly weight: number;
  readonly conflict: Conflict;
}

/** Below this share of the most that is short in an outage it is the solver's rounding. */
const FAINT_HELP = 1e-3;

/** So many are named at the most. */
const MOST = 6;

/** The heaviest first; what is lighter than `light` of the heaviest is not named. */
function heaviest(parts: readonly Weighed[], light: number): Conflict[] {
  const sorted = parts.toSorted((a, b) => b.weight - a.weight);
  return sorted
    .filter(({ weight }) => weight > light * sorted[0].weight)
    .slice(0, MOST)
    .map(({ conflict }) => conflict);
}

/** Kinds of figures whose rows are a plant's duty as well, where the park file does not give them. */
const DUTY_KINDS = ['least-load', 'ramp', 'window'] as const;

/** Does the park file give this duty? Then it is one of its figures. */
const isWritten = (limits: readonly WrittenLimit[], { kind, index, part }: Family): boolean =>
  limits.some(
    ({ at }) =>
      at.index === index &&
      DUTY_KINDS.some((each) => each === at.kind && RULE_OF[each] === kind) &&
      (at.part ?? part) === part,
  );

/** What a window would give way by if its share did, at the rows' prices: it counts for what is made, or should have been. */
function weightOfWindow(network: Network, family: Family, { built, solution }: LoosePlan): number {
  const { blend, output } = network.processes[family.index];
  const { share } = blend!.limits[family.part];
  const { x, y } = solution;
  const activity = built.columns[family.phase].activity[family.index];
  let weight = 0;
  for (let at = 0; at < family.count; at++) {
    const made = activity.reduce((sum, first) => sum + x[first + at], 0);
    weight += Math.abs(y[family.first + at]) * share * Math.max(made, (output ?? 0) / 8760);
  }
  return weight;
}

/** Figures of which the duty tells with the outage in which it is not kept. */
const TOLD_BY_DUTY: readonly string[] = ['firm-share', 'firm-hours'];

/** Firm power weighs as much as what the file asks for at the place, whatever of it is left once figures give. */
function weightOfFirmPower(
  { security }: Network,
  limits: readonly WrittenLimit[],
  { first, index }: Family,
  { solution }: LoosePlan,
): number {
  const asked = limits.reduce(
    (sum, { at, value }) =>
      at.kind === 'firm-share' && security!.loads[at.index].node === index ? sum + value / at.factor : sum,
    0,
  );
  return Math.abs(solution.y[first]) * asked;
}

/** Rows that say how much a plant of this size can make: in an hour, and in a year. */
const isOwnSize = ({ kind, part }: Family, { minimumShare, yearShare }: Process): boolean =>
  kind === activityWithinCapacity.name ||
  (kind === yearlyLimits.name && part === 1 && yearShare === minimumShare);

/**
 * How much of a minimum load's price the plant's own size pays back in the same hour. What must run at all that its size can
 * has both rows at one place: any price of the one, with as much of the other, adds up to nothing, and a solver may leave a
 * large one.
 */
function paidBack(
  network: Network,
  { built, solution }: LoosePlan,
  { kind, index, phase }: Family,
): (at: number) => number {
  if (kind !== minimumLoad.name) return () => 0;
  const { program, columns } = built;
  const own = program.rowFamilies.filter(
    (one) => one.index === index && one.phase === phase && isOwnSize(one, network.processes[index]),
  );
  const paid = (column: number): number => {
    let sum = 0;
    for (let k = program.starts[column]; k < program.starts[column + 1]; k++) {
      const row = program.indices[k];
      if (own.some(({ first, count }) => row >= first && row < first + count))
        sum -= program.values[k] * solution.y[row];
    }
    return sum;
  };
  return (at) => Math.max(0, Math.min(...columns[phase].activity[index].map((first) => paid(first + at))));
}

/** A plant's duty weighs as much as the largest term of its rows, at the rows' prices. */
function duties(network: Network, limits: readonly WrittenLimit[], found: LoosePlan): Weighed[] {
  const { built, solution } = found;
  const { program } = built;
  const { rowFamilies } = program;
  const byRow = rowsOf(program);
  const weightOfRows = (family: Family): number => {
    let weight = 0;
    const back = paidBack(network, found, family);
    for (let row = family.first; row < family.first + family.count; row++) {
      const price = Math.max(0, Math.abs(solution.y[row]) - back(row - family.first));
      if (price === 0) continue;
      let largest = 0;
      for (let k = byRow.starts[row]; k < byRow.starts[row + 1]; k++)
        largest = Math.max(largest, Math.abs(byRow.values[k] * solution.x[byRow.indices[k]]));
      weight += price * largest;
    }
    return weight;
  };
  const weights = new Map<string, Weighed>();
  for (const family of rowFamilies) {
    const duty = dutyOf(network, family);
    if (duty === null || isWritten(limits, family)) continue;
    const own =
      family.kind === blendLimits.name
        ? weightOfWindow(network, family, found)
        : family.kind === firmPower.name
          ? weightOfFirmPower(network, limits, family, found)
          : weightOfRows(family);
    const weight = (weights.get(duty.key)?.weight ?? 0) + own;
    weights.set(duty.key, { weight, conflict: { kind: 'rule', text: duty.text, limit: null } });
  }
  return [...weights.values()];
}

/** Outages in which a load is not carried, in the words of the duty. */
function notCarried(network: Network, { built }: LoosePlan, { node, help, highest }: Missing): Conflict[] {
  const texts = built.program.rowFamilies.flatMap((family) => {
    const { kind, index, phase, part } = family;
    const isShort = kind === firmPower.name && index === node && help[phase][part] > FAINT_HELP * highest;
    const duty = isShort ? dutyOf(network, family) : null;
    return duty === null ? [] : [duty.text];
  });
  return [...new Set(texts)].map((text) => ({ kind: 'rule', text, limit: null }));
}

/**
 * Named after how hard each pulls at the smallest changes; and firm power that is short by itself, also where what mends the rest
 * mends it with that.
 */
export function conflictOfPulls(
  network: Network,
  limits: readonly WrittenLimit[],
  found: LoosePlan,
  firm: Missing | undefined,
): Conflict[] {
  const written = limits.flatMap((limit, index): Weighed[] => {
    if (TOLD_BY_DUTY.includes(limit.at.kind)) return [];
    const conflict: Conflict = { kind: 'limit', text: limitText(limit), limit };
    return [{ weight: found.pull[index], conflict }];
  });
  const told = heaviest([...written, ...duties(network, limits, found)], 1e-3);
  const short = firm === undefined ? [] : notCarried(network, found, firm);
  return [...told, ...short.filter(({ text }) => !told.some((one) => one.text === text))];
}

/** A single row or column below this share of the heaviest one is the solver's tolerance. */
const FAINT = 1e-6;

interface Part {
  readonly key: string;
  readonly weight: number;
  readonly sentence: () => string;
}

function whenOf(network: Network, family: Family, label: number): string {
  const { grid } = network.phases[family.phase];
  const { lifetime } = family;
  if (family.count <= 1 || lifetime === 'horizon') return '';
  if (lifetime === 'year') return `in the weather of ${grid.weatherYears[label - family.first].label}`;
  return `on ${hourLabel(grid, grid.periods[lifetime].first[label - family.first])}`;
}

/** What people call the thing that a family belongs to. */
function titleOf(network: Network, family: Family): string {
  const lists = [network.processes, network.capacities, network.stores, network.nodes];
  const named = lists.flatMap((list) => list.filter((one) => one.id === family.of).map((one) => one.title));
  const promise = network.promises.find(({ id }) => id === family.of);
  return named[0] ?? (promise === undefined ? family.of : promiseTitle(promise));
}

/** A bounded column in the contradiction: a limit that the user (or the library) set, or units that are held. */
function limitSentence(network: Network, family: Family, bound: number, isHeld: boolean): string {
  const title = titleOf(network, family);
  if (family.kind === 'capacity' || family.kind === 'build') {
    const { shown, wholeUnit, existing } = network.capacities[family.index];
    const show = (size: number): string => `${showNumber(size * shown.factor)} ${shown.unit}`;
    if (family.kind === 'capacity') return `the size of ${title} ends at ${show(bound)}`;
    const unit = wholeUnit ?? 1;
    return isHeld
      ? `${showNumber(bound)} × ${show(unit)} of ${title} are built`
      : `the size of ${title} ends at ${show(existing + bound * unit)}`;
  }
  // A window of operation begins with what was left by the one before.
  if (family.kind === 'start' || family.kind === 'account') {
    const node = family.kind === 'start' ? network.stores[family.index].node : family.index;
    const { unit } = network.commodities[network.nodes[node].commodity];
    return `${title} begins with ${showNumber(bound)} ${unit}`;
  }
  const { unit } = network.commodities[network.processes[family.index].reference];
  return `${title} gives at most ${showNumber(bound)} ${unit === 'MWh' ? 'MW' : `${unit}/h`}`;
}

/** Named after the rays' weights: what the weighted rows ask for against the most that bounded columns can give. */
export function conflictOfRay(network: Network, program: Program, ray: Float64Array): Conflict[] {
  const parts: Part[] = [];
  for (let row = 0; row < program.rows; row++) {
    const bound = ray[row] > 0 ? program.rowLower[row] : program.rowUpper[row];
    if (ray[row] === 0 || bound === 0 || !Number.isFinite(bound)) continue;
    const family = familyOf(program.rowFamilies, row);
    if (family === null) continue;
    const rule = RULES.find((one) => one.name === family.kind);
    const sentence = (): string =>
      (rule?.blocks ?? '{of}')
        .replace('{of}', titleOf(network, family))
        .replace('{when}', whenOf(network, family, row))
        .trim();
    parts.push({ key: `${family.kind} ${family.of}`, weight: Math.abs(ray[row] * bound), sentence });
  }
  const sums = columnSums(program, ray);
  for (let column = 0; column < program.columns; column++) {
    const bound = sums[column] > 0 ? program.upper[column] : program.lower[column];
    if (sums[column] === 0 || bound === 0 || !Number.isFinite(bound)) continue;
    const family = familyOf(program.columnFamilies, column);
    if (family === null) continue;
    parts.push({
      key: `${family.kind} ${family.of}`,
      weight: Math.abs(sums[column] * bound),
      sentence: () => limitSentence(network, family, bound, program.lower[column] === program.upper[column]),
    });
  }
  const most = parts.reduce((sum, part) => Math.max(sum, part.weight), 0);
  const totals = new Map<string, Part>();
  for (const part of parts) {
    if (part.weight < FAINT * most) continue;
    const known = totals.get(part.key);
    totals.set(part.key, known === undefined ? part : { ...known, weight: known.weight + part.weight });
  }
  const weighed = [...totals.values()].map(({ weight, sentence }) => ({
    weight,
    conflict: { kind: 'rule' as const, text: sentence(), limit: null },
  }));
  return heaviest(weighed, 1e-3);
}
