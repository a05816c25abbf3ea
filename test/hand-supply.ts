/** A firm supply typed in by hand: what is not given is as in the simplest case. */
import type { FirmSupply } from '../src/network/network.ts';

export const supply = (given: Partial<FirmSupply> & Pick<FirmSupply, 'id' | 'kind'>): FirmSupply => ({
  title: given.id,
  node: 0,
  from: -1,
  gives: 1,
  capacity: -1,
  perCapacity: 1,
  most: Number.POSITIVE_INFINITY,
  unit: null,
  store: -1,
  hoursPer: 0,
  ...given,
});
