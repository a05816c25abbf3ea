/**
 * What can be known to be wrong before anything is solved?
 * In: the network (and the park for places in the file). Out: issues; each check is one function and one fault.
 */

import type { Issue, Place } from '../park/issue.ts';
import type { Park } from '../park/park.ts';
import { issue } from '../park/sentences/catalogue.ts';
import { showNumber } from '../units/unit.ts';
import { scarceByProducts } from './by-products.ts';
import { knownNeeds } from './known-needs.ts';
import type { Network, Process } from './network.ts';
import { mostPerSize, mostPerYear } from './per-year.ts';
import { slicesOf, widestFlows } from './slices.ts';

type Check = (network: Network, placeOf: (thing: Pick<Process, 'id'>) => Place) => Issue[];

/** Of what is compared: less is rounding. */
const SLACK = 1e-9;

const limitless = (process: Process): boolean =>
  process.maxRate === Number.POSITIVE_INFINITY &&
  process.maxPerYear === Number.POSITIVE_INFINITY &&
  process.capacity < 0;

/** Least cost makes nothing unless something is asked for. */
const nothingToMake: Check = (network) => {
  if (network.objective.kind === 'greatest value') return [];
  const asked =
    network.processes.some((process) => process.output !== null || process.minPerYear > 0) ||
    network.capacities.some((capacity) => capacity.min > 0) ||
    network.promises.some((promise) => promise.bind);
  return asked ? [] : [issue('nothing-to-make', 'error', {}, { path: 'plants' })];
};

/** Typical weeks have no months, and their hours are not those of a year: a promise counted by either says less than it seems to. */
const countedOnWeeks: Check = ({ phases, promises }) =>
  phases.some(({ grid }) => grid.label === 'typical weeks')
    ? promises.flatMap((promise) => {
        const { countedBy, promise: name, id } = promise;
        if (countedBy === 'year') return [];
        const told = { path: `promises.${id}`, name };
        return [issue(`counted-by-${countedBy}-on-weeks`, 'warning', promise, told)];
      })
    : [];

/** Price and cost in the hour in which a sale earns most over a purchase; null: it never earns anything. */
function mostAbove(
  { series }: Network,
  sale: Process,
  purchase: Process,
): { readonly price: number; readonly cost: number } | null {
  const through = ({ variableCost, costProfile }: Process): ((step: number) => number) => {
    const shape = costProfile < 0 ? null : series[costProfile].values[0];
    return (step) => variableCost * (shape?.[step] ?? 1);
  };
  const [received, paid] = [through(sale), through(purchase)];
  const profile = Math.max(sale.costProfile, purchase.costProfile);
  const steps = profile < 0 ? 1 : series[profile].values[0].length;
  let found: { price: number; cost: number } | null = null;
  for (let step = 0; step < steps; step++) {
    const [price, cost] = [-received(step), paid(step)];
    if (price > cost && (found === null || price - cost > found.price - found.cost)) found = { price, cost };
  }
  return found;
}

/** Bought without limit and sold dearer without limit: endless profit from nothing. */
const soldDearerThanBought: Check = (network, placeOf) => {
  const issues: Issue[] = [];
  for (const sale of network.processes.filter((process) => process.kind === 'sell' && limitless(process))) {
    const node = sale.segments[0].flows[0].node;
    for (const purchase of network.processes) {
      if (purchase.kind !== 'buy' || !limitless(purchase) || purchase.segments[0].flows[0].node !== node)
        continue;
      const dearest = mostAbove(network, sale, purchase);
      if (dearest === null) continue;
      issues.push(
        issue('sold-dearer-than-bought', 'error', placeOf(sale), {
          path: sale.path,
          name: network.nodes[node].title,
          price: showNumber(dearest.price),
          cost: showNumber(dearest.cost),
          unit: `${network.money.currency}/${network.commodities[sale.reference].unit}`,
        }),
      );
    }
  }
  return issues;
};

/** A plant asked for more than its largest size can make. */
const outputAboveCapacity: Check = (network, placeOf) =>
  network.processes.flatMap((process) => {
    if (process.output === null || process.capacity < 0) return [];
    const most = mostPerYear({ ...process, output: null }, network.capacities);
    if (process.output <= most * (1 + 1e-9)) return [];
    const unit = network.commodities[process.reference].unit;
    return [
      issue(
        'output-above-capacity',
        process.shortfallValue === null ? 'error' : 'warning',
        placeOf(process),
        {
          path: process.path,
          name: process.title,
          found: `${showNumber(process.output)} ${unit}/a`,
          expected: `at most ${showNumber(most)} ${unit}/a`,
        },
      ),
    ];
  });

/** Process → units per hour that it must do whatever the plan: what must be made, followed back to who alone can bring it. */
function mustDo(network: Network): readonly number[] {
  const { processes, capacities } = network;
  const bought = new Set(
    processes.flatMap(({ kind, maxPerYear, segments }) =>
      kind === 'buy' && maxPerYear > 0 ? segments[0].flows.map(({ node }) => node) : [],
    ),
  );
  // A size alone asks for nothing: only its minimum load does; and an output that may be missed does not.
  const asked: Network = {
    ...network,
    capacities: capacities.map((each, index) => {
      const shares = processes.map(({ capacity, minimumShare }) => (capacity === index ? minimumShare : 0));
      return { ...each, min: each.min * Math.max(0, ...shares) };
    }),
    processes: processes.map((each) => (each.shortfallValue === null ? each : { ...each, output: null })),
  };
  return knownNeeds(asked, (_, node) => !bought.has(node)).rates;
}

/** A deposit with nothing in it: an error where something must come from there. */
const reserveOfNothing: Check = (network, placeOf) => {
  const isEmpty = ({ kind, maxOverHorizon }: Process): boolean => kind === 'plant' && maxOverHorizon === 0;
  if (!network.processes.some(isEmpty)) return [];
  const rates = mustDo(network);
  return network.processes.flatMap((process, index) => {
    const { title, path, reference } = process;
    if (!isEmpty(process)) return [];
    const { unit } = network.commodities[reference];
    const isAsked = rates[index] > 0;
    const needed = isAsked ? `${showNumber(8760 * rates[index])} ${unit}/a must come from there` : '';
    return [
      issue('reserve-of-nothing', isAsked ? 'error' : 'warning', placeOf(process), {
        path: `${path}.reserve`,
        name: title,
        unit,
        needed,
      }),
    ];
  });
};

/** What must always lie in a store against what it can hold; a plant that is free in size is then bounded by it. */
const neverBelowAboveCapacity: Check = (network, placeOf) => {
  const { stores, processes, capacities, commodities, nodes } = network;
  return stores.flatMap((store) => {
    const { floor, capacity, high, title, path } = store;
    const most = capacities[capacity].max * high;
    if (floor === null || most === Number.POSITIVE_INFINITY) return [];
    const { unit } = commodities[nodes[store.node].commodity];
    const inStore = (amount: number): string => `${showNumber(amount)} ${unit}`;
    const place = { path: `${path}.never below`, name: title, expected: inStore(most) };
    if (floor.capacity < 0 || floor.perCapacity === 0)
      return floor.amount <= most * (1 + SLACK)
        ? []
        : [
            issue('never-below-above-capacity', 'error', placeOf(store), {
              ...place,
              found: inStore(floor.amount),
            }),
          ];
    const plant = processes.find(
      (process) => process.kind === 'plant' && process.capacity === floor.capacity,
    );
    const size = capacities[floor.capacity];
    const output = plant?.shortfallValue === null ? (plant.output ?? 0) / mostPerSize(plant) : 0;
    const least = Math.max(size.min, output);
    const bound = most / floor.perCapacity;
    const shown = (amount: number): string => `${showNumber(amount * size.shown.factor)} ${size.shown.unit}`;
    if (least > bound * (1 + SLACK))
      return [
        issue('never-below-above-capacity', 'error', placeOf(store), {
          ...place,
          found: `${inStore(least * floor.perCapacity)} (for ${shown(least)} of ${size.title})`,
        }),
      ];
    if (size.max <= bound * (1 + SLACK)) return [];
    return [
      issue('never-below-above-capacity', 'warning', placeOf(store), {
        ...place,
        found: `${inStore(floor.perCapacity / size.shown.factor)} for each ${size.shown.unit} of ${size.title}`,
        plant: size.title,
        most: shown(bound),
      }),
    ];
  });
};

/** What fixed outputs need of a commodity in a year against the most that anyone can bring. */
const supplyBelowDemand: Check = (network, placeOf) => {
  const need = new Float64Array(network.nodes.length);
  const supply = new Float64Array(network.nodes.length);
  const who: (Process | undefined)[] = [];
  for (const process of network.processes) {
    const most = mostPerYear(process, network.capacities);
    const least = process.shortfallValue === null ? Math.max(process.output ?? 0, process.minPerYear) : 0;
    for (const { node, amount } of widestFlows(process)) {
      if (node < 0) continue;
      if (amount > 0) supply[node] += amount * most;
      // Only a single-slice recipe needs its inputs in full proportion.
      else if (least > 0 && process.segments.length === 1) {
        need[node] -= amount * least;
        who[node] = process;
      }
    }
  }
  for (const store of network.stores) if (store.standing > 0) supply[store.node] = Number.POSITIVE_INFINITY;
  return network.nodes.flatMap((node, index) => {
    const process = who[index];
    if (process === undefined || need[index] <= supply[index] * (1 + 1e-6)) return [];
    const unit = network.commodities[node.commodity].unit;
    return [
      issue('supply-below-demand', 'error', placeOf(process), {
        path: process.path,
        name: node.title,
        by: process.title,
        found: `${showNumber(need[index])} ${unit}/a`,
        expected: `${showNumber(supply[index])} ${unit}/a`,
      }),
    ];
  });
};

/** Needed, made only beside something else, not bought, and too little: nobody wrote a limit, so the park says nothing of it. */
const onlyBeside: Check = (network, placeOf) =>
  scarceByProducts(network).map(({ node, needed, atMost, taker, makers }) => {
    const { title, commodity } = network.nodes[node];
    const { id, unit } = network.commodities[commodity];
    return issue('only-a-by-product', 'warning', placeOf(taker), {
      path: taker.path,
      name: title,
      commodity: id.replaceAll('-', ' '),
      by: taker.title,
      makers: [...new Set(makers.map((maker) => maker.title))].join(', '),
      found: `${showNumber(needed)} ${unit}/a`,
      expected: `at most ${showNumber(atMost)} ${unit}/a`,
    });
  });

/** A ring of plants or links that gives back more than it takes makes energy or metal from nothing. */
const somethingFromNothing: Check = (network, placeOf) => {
  const edges: { from: number; to: number; gain: number; process: Process }[] = [];
  for (const process of network.processes) {
    if (process.kind !== 'plant' && process.kind !== 'link') continue;
    for (const part of slicesOf(process)[0].parts) {
      const balanced = process.segments[part].flows.filter((flow) => flow.node >= 0);
      const inputs = balanced.filter((flow) => flow.amount < 0);
      if (inputs.length !== 1) continue;
      for (const output of balanced.filter((flow) => flow.amount > 0)) {
        edges.push({
          from: inputs[0].node,
          to: output.node,
          gain: Math.log(output.amount / -inputs[0].amount),
          process,
        });
      }
    }
  }
  // Longest-gain paths (Bellman–Ford): if one still grows after as many rounds as there are nodes, it runs in a ring.
  const gain = new Float64Array(network.nodes.length);
  let last: Process | null = null;
  for (let round = 0; round <= network.nodes.length; round++) {
    last = null;
    for (const edge of edges) {
      if (gain[edge.from] + edge.gain <= gain[edge.to] + 1e-9) continue;
      gain[edge.to] = gain[edge.from] + edge.gain;
      last = edge.process;
    }
    if (last === null) return [];
  }
  return last === null
    ? []
    : [issue('something-from-nothing', 'error', placeOf(last), { path: last.path, name: last.title })];
};

/** Numbers of very different size in one program make every solver uncertain. */
const coefficientRange: Check = (network, placeOf) => {
  let small: { value: number; process: Process } | null = null;
  let large: { value: number; process: Process } | null = null;
  for (const process of network.processes) {
    for (const { node, amount } of widestFlows(process)) {
      const value = Math.abs(amount);
      if (node < 0 || value === 0) continue;
      if (small === null || value < small.value) small = { value, process };
      if (large === null || value > large.value) large = { value, process };
    }
  }
  if (small === null || large === null || large.value / small.value < 1e8) return [];
  return [
    issue('coefficient-range', 'warning', placeOf(small.process), {
      path: small.process.path,
      name: small.process.title,
      other: large.process.title,
      found: `${small.value.toPrecision(2)} and ${large.value.toPrecision(2)}`,
    }),
  ];
};

const CHECKS: readonly Check[] = [
  nothingToMake,
  countedOnWeeks,
  soldDearerThanBought,
  outputAboveCapacity,
  reserveOfNothing,
  neverBelowAboveCapacity,
  supplyBelowDemand,
  onlyBeside,
  somethingFromNothing,
  coefficientRange,
];

export function checkNetwork(network: Network, park: Park): Issue[] {
  const places = new Map<string, Place>(
    [...park.plants, ...park.stores, ...park.links, ...park.markets, ...park.fates].map((thing) => [
      thing.id,
      thing,
    ]),
  );
  const placeOf = ({ id }: Pick<Process, 'id'>): Place => {
    const { file, line, column } = places.get(id.split('@')[0]) ?? { file: park.file };
    return { file, line, column };
  };
  return CHECKS.flatMap((check) => check(network, placeOf));
}
