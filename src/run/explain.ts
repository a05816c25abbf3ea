/**
 * Which outputs, limits and promises cannot hold together?
 * In: the network, its program, and the ray that proves the contradiction (weights of rows whose weighted sum no plan can
 * satisfy). Out: sentences in plant words, the heaviest part of the contradiction first.
 *
 * The contradiction is a sum: what the weighted rows ask for against the most that bounded columns can give. Each thing's
 * part of that sum says how much it has to do with it.
 */
import type { Network } from '../network/network.ts';
import { RULES } from '../program/build-program.ts';
import { columnSums } from '../program/matrix.ts';
import { familyOf } from '../program/names.ts';
import type { Family, Program } from '../program/program.ts';
import { hourLabel } from '../units/calendar.ts';
import { showNumber } from '../units/unit.ts';

/** So many are named at the most; a part below this share of the heaviest one is not. */
const MOST = 5;
const LIGHT = 1e-3;
/** A single row or column below this share of the heaviest one is the solver's tolerance. */
const FAINT = 1e-6;

interface Part {
  readonly key: string;
  readonly weight: number;
  readonly sentence: () => string;
}

function whenOf(network: Network, family: Family, label: number): string {
  const { grid } = network.phases[family.phase];
  if (family.count <= 1) return '';
  const steps = grid.steps / family.count;
  return `on ${hourLabel(grid, Math.min(grid.steps - 1, Math.floor((label - family.first) * steps)))}`;
}

/** What people call the thing that a family belongs to. */
function titleOf(network: Network, family: Family): string {
  const lists = [network.processes, network.capacities, network.stores, network.nodes];
  const named = lists.flatMap((list) => list.filter((one) => one.id === family.of).map((one) => one.title));
  return named[0] ?? network.promises.find((promise) => promise.id === family.of)?.promise ?? family.of;
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
  const { unit } = network.commodities[network.processes[family.index].reference];
  return `${title} gives at most ${showNumber(bound)} ${unit === 'MWh' ? 'MW' : `${unit}/h`}`;
}

export function explainContradiction(network: Network, program: Program, ray: Float64Array): string[] {
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
  const heaviest = parts.reduce((most, part) => Math.max(most, part.weight), 0);
  const totals = new Map<string, Part>();
  for (const part of parts) {
    if (part.weight < FAINT * heaviest) continue;
    const known = totals.get(part.key);
    totals.set(part.key, known === undefined ? part : { ...known, weight: known.weight + part.weight });
  }
  const sorted = [...totals.values()].sort((a, b) => b.weight - a.weight);
  return sorted
    .filter((part) => part.weight > LIGHT * sorted[0].weight)
    .slice(0, MOST)
    .map((part) => part.sentence());
}
