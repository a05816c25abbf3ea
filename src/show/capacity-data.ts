/**
 * What is built, against what was allowed? In: the capacity rows of a run and its network. Out: panels of bars that share a unit, and
 * the largest shadow prices. Sizes stay in the trade's unit of each row.
 */
import type { CapacityRow } from '../accounts/promise-row.ts';
import type { Network } from '../network/network.ts';
import { figure, unitName } from './figure.ts';
import { groupOrder, type Pattern, plantLook } from './palette.ts';

export interface CapacityBar {
  readonly title: string;
  readonly colour: string;
  readonly pattern: Pattern;
  /** Stands in this phase: existing and built. */
  readonly stands: number;
  /** Upper limit; null: none. */
  readonly max: number | null;
  readonly min: number;
  readonly atLimit: CapacityRow['atLimit'];
}

export interface CapacityPanel {
  readonly unit: string;
  readonly bars: readonly CapacityBar[];
}

export function sortedCapacities(rows: readonly CapacityRow[], phase: string): readonly CapacityRow[] {
  return rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => row.phase === phase)
    .sort((a, b) => groupOrder(a.row.group) - groupOrder(b.row.group) || a.at - b.at)
    .map(({ row }) => row);
}

/** What does not stand is told in words, not as an empty bar (`notBuilt`). */
export function capacityPanels(
  rows: readonly CapacityRow[],
  phase: string,
  network: Network,
): readonly CapacityPanel[] {
  const library = new Map([...network.processes, ...network.stores].map((one) => [one.id, one.library]));
  const panels = new Map<string, CapacityBar[]>();
  for (const row of sortedCapacities(rows, phase)) {
    const stands = row.built + row.existing;
    if (stands <= 0) continue;
    const bars = panels.get(row.unit) ?? [];
    bars.push({
      title: row.title,
      ...plantLook(row.group, library.get(row.plant) ?? ''),
      stands,
      max: row.max,
      min: row.min,
      atLimit: row.atLimit,
    });
    panels.set(row.unit, bars);
  }
  return [...panels].map(([unit, bars]) => ({ unit, bars }));
}

/** "1 230 USD/a per MW"; empty where a limit is not felt; "whole units" where a part of a unit would have no price. */
export function shadowPriceText({ shadowPrice, shadowPriceUnit, atLimit }: CapacityRow): string {
  if (shadowPrice === null) return atLimit === 'max' ? 'whole units' : '';
  if (shadowPrice === 0 || atLimit === null) return '';
  const [money, per] = shadowPriceUnit.split(' per ');
  return `${figure(shadowPrice, money)} per ${unitName(per)}`;
}

/** Allowed by the park file and left unbuilt by the plan. */
export const notBuilt = (rows: readonly CapacityRow[], phase: string): readonly CapacityRow[] =>
  sortedCapacities(rows, phase).filter((row) => row.built + row.existing <= 0 && (row.max ?? 1) > 0);

export const standing = (rows: readonly CapacityRow[], phase: string): readonly CapacityRow[] =>
  sortedCapacities(rows, phase).filter((row) => row.built + row.existing > 0);
