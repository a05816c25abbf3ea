/**
 * How is the renewable share counted hour by hour?
 * In: a network. Out: terms of what is matched, of what it is a share of, and the matching that they stand on; undefined where
 * electricity is not balanced by the hour.
 *
 * What stores lose of what they took of renewable origin counts neither as matched nor as used: it can neither help nor hurt, so
 * nothing is won by losing it. What they lose of other origin is used and never matched.
 */
import type { Matching, Network, Process } from '../network/network.ts';
import { playsRole } from './commodity-roles.ts';
import type { HourlyQuotient } from './kpi.ts';
import { processTerms } from './measure-terms.ts';
import { ownCleanSupply, renewableSupply, usableSupply } from './supply.ts';

/** Supply of an origin against use, with the stores that hold electricity; undefined where it is not balanced by the hour. */
export function matchingOf(
  network: Network,
  origin: (process: Process, part: number) => number,
): Matching | undefined {
  const electricity = playsRole(network, 'electricity');
  const nodes = network.nodes.filter(({ commodity }) => electricity[commodity]);
  if (nodes.length === 0 || nodes.some(({ period }) => period !== 'hour')) return undefined;
  return {
    supply: processTerms(network, origin),
    use: processTerms(network, usableSupply(network)),
    stores: [...network.stores.keys()].filter(
      (store) => electricity[network.nodes[network.stores[store].node].commodity],
    ),
  };
}

export function hourlyReading(network: Network): HourlyQuotient | undefined {
  const matching = matchingOf(network, renewableSupply(network));
  if (matching === undefined) return undefined;
  return {
    numerator: [{ of: 'matched', index: 0, coefficient: 100 }],
    denominator: [
      ...matching.use,
      ...matching.stores.map((_, at) => ({ of: 'lost in store' as const, index: at, coefficient: -1 })),
    ],
    matching,
  };
}

/** The score of carbon-free energy by contract: own clean supply against the load, which is what plants and lines use. */
export function contractReading(network: Network): HourlyQuotient | undefined {
  const matching = matchingOf(network, ownCleanSupply(network));
  if (matching === undefined) return undefined;
  return {
    numerator: [{ of: 'matched', index: 0, coefficient: 100 }],
    denominator: [
      ...matching.use,
      ...matching.stores.map((store) => ({ of: 'store' as const, index: store, coefficient: -1 })),
    ],
    matching,
  };
}
