/**
 * What must a plant keep by its nature? In: a network and a family of rows of its program. Out: the duty in words, with its
 * figure; null where the rows are no duty. No figure of the park file can be loosened instead.
 */

import { amountAt } from '../network/known-needs.ts';
import type { Network, Process, Store } from '../network/network.ts';
import { highestRate } from '../network/slices.ts';
import { ELEMENT_NAMES } from '../plants/model.ts';
import type { Family } from '../program/program.ts';
import { blendLimits } from '../program/rules/blend-limits.ts';
import { firmPower } from '../program/rules/firm-power.ts';
import { minimumLoad } from '../program/rules/minimum-load.ts';
import { ramp } from '../program/rules/ramp.ts';
import { storedHours } from '../program/rules/stored-hours.ts';
import { showQuantity } from '../units/unit.ts';

export interface Duty {
  /** Rows with the same key are one duty. */
  readonly key: string;
  readonly text: string;
}

/** The store inside a plant that a family of rows belongs to: what is in it scales with the size of the plant. */
function innerStore({ stores, nodes, commodities }: Network, { kind, of, index }: Family): Store | undefined {
  if (kind === 'balance' && commodities[nodes[index].commodity].kind === 'internal')
    return stores.find(({ node }) => node === index);
  const isOwn = kind === 'store-level' || kind === 'store-limits';
  const store = isOwn ? stores.find(({ id }) => id === of) : undefined;
  return store !== undefined && commodities[nodes[store.node].commodity].kind === 'internal'
    ? store
    : undefined;
}

/** The most (sign 1) or least (−1) that can flow into the inner store at a share of the plant's size, whichever slices run. */
function inflowAt({ segments }: Process, node: number, share: number, sign: 1 | -1): number {
  let left = share;
  return segments
    .map((segment) => ({ share: segment.share, amount: amountAt({ segments: [segment] }, node) }))
    .toSorted((a, b) => sign * (b.amount - a.amount))
    .reduce((sum, slice) => {
      const taken = Math.min(left, slice.share);
      left -= taken;
      return sum + taken * slice.amount;
    }, 0);
}

const HALVINGS = 40;

/** Shares of its size between which a plant can run for days on end and keep its inner store within bounds. */
export function lastingRange(process: Process, store: Store): { readonly from: number; readonly to: number } {
  const most = highestRate(process);
  const shareAt = (level: number, sign: 1 | -1): number => {
    let [low, high] = [0, most];
    for (let each = 0; each < HALVINGS; each++) {
      const middle = (low + high) / 2;
      const stands = (inflowAt(process, store.node, middle, sign) + store.standing) / store.lossPerHour;
      if (stands < level) low = middle;
      else high = middle;
    }
    return high;
  };
  return { from: shareAt(store.low, 1), to: shareAt(store.high, -1) };
}

const shown = (share: number): string => showQuantity(100 * share, '%', 3);

export function dutyOf(network: Network, family: Family): Duty | null {
  const { processes, capacities } = network;
  if (family.kind === minimumLoad.name) {
    const { title, minimumShare } = processes[family.index];
    return {
      key: `${family.kind} ${family.of}`,
      text: `${title}: minimum load of ${shown(minimumShare)} of its size`,
    };
  }
  if (family.kind === ramp.name) {
    const { title, ramp: perHour } = processes[family.index];
    return {
      key: `${family.kind} ${family.of}`,
      text: `${title}: changes by at most ${shown(perHour ?? 1)} of its size in an hour`,
    };
  }
  if (family.kind === blendLimits.name) {
    const { title, blend } = processes[family.index];
    const { element, side, share } = blend!.limits[family.part];
    return {
      key: `${family.kind} ${family.of} ${family.part}`,
      text: `${title}: ${ELEMENT_NAMES[element]} ${side} ${shown(share)}`,
    };
  }
  if (family.kind === firmPower.name && network.security !== null) {
    const { loads, hours, cases } = network.security;
    const { title } = cases[family.part];
    const asked = loads.map((load) => `${shown(load.share)} of ${load.title}`).join(' and ');
    return {
      key: `${family.kind} ${family.part}`,
      text: `firm power of ${asked} for ${showQuantity(hours, 'h', 3)}, ${title}`,
    };
  }
  if (family.kind === storedHours.name)
    return {
      key: `${family.kind} ${family.of}`,
      text: `${network.stores[family.index].title}: what must always lie in it`,
    };
  const store = innerStore(network, family);
  const owner = processes.find(({ capacity }) => capacity === store?.capacity);
  if (store === undefined || owner === undefined || store.lossPerHour <= 0) return null;
  const { from, to } = lastingRange(owner, store);
  const { min, max, shown: unit } = capacities[store.capacity];
  const size = (share: number): string => showQuantity(share * max * unit.factor, unit.unit, 3);
  const amounts = min === max ? ` (${size(from)} to ${size(to)})` : '';
  const { title } = network.commodities[network.nodes[store.node].commodity];
  return {
    key: `inner ${store.id}`,
    text: `${owner.title}: ${title.toLowerCase()}, for which it can lastingly run only at ${shown(from)} to ${shown(to)} of its size${amounts}`,
  };
}
