/**
 * What must be carried when wind and sun fail, by whom, and what may be lost as well?
 * In: the network's draft, once every market is open. Out: loads, supplies that do not hang on the weather, and cases with one
 * of them lost; null where no plant asks for firm power. Issues for names that mean nothing.
 *
 * A supply is a grid connection, a plant without weather whose fuel is bought without an hourly limit (or that needs none),
 * a store of electricity, or a line from a site that has such. Wind, sun and waste heat give no firm power.
 */
import { nearest, slug } from '../park/name.ts';
import type { ParkFirmPower, ParkPlant } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import type { Draft } from './draft.ts';
import type { FirmCase, FirmLoad, FirmSupply, Process, Security } from './network.ts';
import { nominalFlow } from './nominal-need.ts';

const INFINITE = Number.POSITIVE_INFINITY;

interface Asking {
  readonly plant: ParkPlant;
  readonly firm: ParkFirmPower;
}

const isElectric = (draft: Draft, commodity: number): boolean =>
  draft.commodities[commodity].id === 'electricity';

/** Everything that it burns can be had at any hour. */
function isFuelled(draft: Draft, { segments }: Process): boolean {
  return segments[0].flows.every(
    ({ node, amount }) =>
      amount >= 0 ||
      node < 0 ||
      draft.processes.some(
        ({ kind, maxRate, segments: [bought] }) =>
          kind === 'buy' && maxRate === INFINITE && bought.flows[0].node === node,
      ),
  );
}

/** Of what comes in whole units one is lost; but what may not be built at all has no unit to lose. */
function unitOf(draft: Draft, capacity: number, perCapacity: number): number | null {
  if (capacity < 0) return null;
  const { wholeUnit, min } = draft.capacities[capacity];
  return wholeUnit === null || min < wholeUnit ? null : perCapacity * wholeUnit;
}

function supplyOf(draft: Draft, process: Process): FirmSupply[] {
  const { id, title, kind, capacity, maxRate, profile, segments } = process;
  const electric = segments[0].flows.filter(
    ({ node, commodity }) => node >= 0 && isElectric(draft, commodity),
  );
  const given = electric.find(({ amount }) => amount > 0);
  if (given === undefined || profile >= 0) return [];
  const { node } = given;
  const plain = {
    id,
    title,
    from: -1,
    gives: 1,
    capacity,
    perCapacity: 1,
    most: INFINITE,
    unit: null,
    store: -1,
  };
  if (kind === 'buy') return [{ ...plain, kind: 'grid', node, most: maxRate, hoursPer: 0 }];
  if (kind === 'link') {
    const taken = electric.find(({ amount }) => amount < 0);
    return taken === undefined
      ? []
      : [
          {
            ...plain,
            kind: 'line',
            node,
            from: taken.node,
            gives: given.amount,
            perCapacity: 1,
            hoursPer: 0,
          },
        ];
  }
  if (kind !== 'plant' || capacity < 0 || !isFuelled(draft, process)) return [];
  const perCapacity = nominalFlow(process, ({ commodity }) => isElectric(draft, commodity));
  return perCapacity <= 0
    ? []
    : [
        {
          ...plain,
          kind: 'plant',
          node,
          perCapacity,
          unit: unitOf(draft, capacity, perCapacity),
          hoursPer: 0,
        },
      ];
}

function storesOf(draft: Draft): FirmSupply[] {
  return draft.stores.flatMap((store, index): FirmSupply[] =>
    !isElectric(draft, draft.nodes[store.node].commodity)
      ? []
      : [
          {
            id: store.id,
            title: store.title,
            kind: 'store',
            node: store.node,
            from: -1,
            gives: 1,
            capacity: store.power,
            perCapacity: 1,
            most: INFINITE,
            unit: unitOf(draft, store.power, 1),
            store: index,
            hoursPer: 1 / store.dischargeEfficiency,
          },
        ],
  );
}

/** Supplies from which power can come to a load: others say nothing. */
function reaching(supplies: readonly FirmSupply[], loads: readonly FirmLoad[]): FirmSupply[] {
  const reached = new Set(loads.map(({ node }) => node));
  const lines = supplies.filter(({ kind }) => kind === 'line');
  const grown = (
    nodes: Set<number>,
    from: (line: FirmSupply) => number,
    to: (line: FirmSupply) => number,
  ) => {
    for (let size = -1; size !== nodes.size; ) {
      size = nodes.size;
      for (const line of lines) if (nodes.has(from(line))) nodes.add(to(line));
    }
    return nodes;
  };
  grown(
    reached,
    ({ node }) => node,
    ({ from }) => from,
  );
  const fed = grown(
    new Set(supplies.filter(({ kind }) => kind !== 'line').map(({ node }) => node)),
    ({ from }) => from,
    ({ node }) => node,
  );
  return supplies.filter(({ node, from, kind }) => reached.has(node) && (kind !== 'line' || fed.has(from)));
}

/** What may be lost, one at a time, by the names that the park gives; nothing named: the case of nothing lost. */
function casesOf(draft: Draft, asking: readonly Asking[], supplies: readonly FirmSupply[]): FirmCase[] {
  const lost = new Set<number>();
  for (const { plant, firm } of asking) {
    if (firm.without === 'each') {
      for (const [index, { kind }] of supplies.entries()) if (kind !== 'store') lost.add(index);
      continue;
    }
    for (const name of firm.without) {
      const found = [...supplies.keys()].filter((index) =>
        [supplies[index].id.split('@')[0], supplies[index].title].some((each) => slug(each) === slug(name)),
      );
      for (const index of found) lost.add(index);
      if (found.length > 0) continue;
      const path = `plants.${plant.id}.firm power.without`;
      const near = nearest(
        name,
        supplies.map(({ id }) => id),
      );
      const expected = supplies.map(({ id }) => id).join(', ') || 'none: the park has no such supply';
      draft.issues.push(
        issue('firm-supply-unknown', 'error', plant, {
          path,
          found: name,
          expected,
          ...(near === undefined ? {} : { near }),
        }),
      );
    }
  }
  const cases = [...lost].map((index): FirmCase => ({ title: `${supplies[index].title} lost`, lost: index }));
  return cases.length === 0 ? [{ title: 'no wind and no sun', lost: -1 }] : cases;
}

export function securityOf(draft: Draft): Security | null {
  const asking = draft.park.plants.flatMap((plant): Asking[] =>
    plant.firmPower === null ? [] : [{ plant, firm: plant.firmPower }],
  );
  if (asking.length === 0) return null;
  const loads = asking.flatMap(({ plant, firm }): FirmLoad[] => {
    const process = draft.processes.find(({ id, kind }) => kind === 'plant' && id === plant.id) as Process;
    const need = -nominalFlow(process, ({ commodity }) => isElectric(draft, commodity));
    const flow = process.segments[0].flows.find(
      ({ commodity, node }) => node >= 0 && isElectric(draft, commodity),
    );
    if (flow !== undefined && need > 0)
      return [
        {
          id: plant.id,
          title: plant.title,
          node: flow.node,
          capacity: process.capacity,
          perCapacity: firm.share.value * need,
          share: firm.share.value,
          hours: firm.hours.value,
        },
      ];
    const path = `plants.${plant.id}.firm power`;
    draft.issues.push(issue('firm-power-of-nothing', 'error', plant, { path, found: plant.title }));
    return [];
  });
  const supplies = reaching(
    [...draft.processes.flatMap((process) => supplyOf(draft, process)), ...storesOf(draft)],
    loads,
  );
  return {
    hours: Math.max(...asking.map(({ firm }) => firm.hours.value)),
    loads,
    supplies,
    cases: casesOf(draft, asking, supplies),
  };
}
