/** Goods that are needed and made only beside something else: how much is short, worked out by hand on typed-in networks. */
import { describe, expect, it } from 'vitest';
import { handNetwork } from '../../test/hand-network.ts';
import { scarceByProducts } from './by-products.ts';

/** Pots that must make 1 000 t/a, take 0.02 t of fluoride and leave 0.025 t of lining a tonne; a leach wins 0.1 of it. */
function pots(more: { buy?: boolean; beside?: number; standing?: number; output?: number | null } = {}) {
  const { buy = false, beside = 0.1, standing = 0, output = 1000 } = more;
  return handNetwork({
    commodities: {
      metal: {},
      fluoride: {},
      lining: { kind: 'waste' },
      residue: { kind: 'waste' },
    },
    processes: [
      {
        id: 'pots',
        of: 'metal',
        flows: { metal: 1, fluoride: -0.02, lining: 0.025 },
        size: { annuity: 1, unit: 't/h' },
        output,
      },
      {
        id: 'leach',
        of: 'residue',
        flows: { residue: 1, lining: -1, fluoride: beside },
        size: { annuity: 1, unit: 't/h' },
      },
      { id: 'sale', kind: 'sell', flows: { metal: -1 } },
      { id: 'heap', kind: 'fate', flows: { residue: -1 } },
      { id: 'pit', kind: 'fate', flows: { lining: -1 } },
      ...(buy ? [{ id: 'fluoride', kind: 'buy' as const, flows: { fluoride: 1 } }] : []),
    ],
    stores: standing > 0 ? [{ id: 'bath', holds: 'fluoride', standing }] : [],
  });
}
const found = (network: ReturnType<typeof pots>) =>
  scarceByProducts(network).map(({ node, needed, atMost, taker, makers }) => ({
    of: network.commodities[network.nodes[node].commodity].id,
    needed,
    atMost,
    taker: taker.id,
    makers: makers.map(({ id }) => id),
  }));

describe('a by-product of which there is too little', () => {
  it('20 t/a of fluoride are needed; 25 t of lining give 2.5', () => {
    const [only, ...others] = found(pots());
    expect(others).toEqual([]);
    expect(only).toMatchObject({ of: 'fluoride', taker: 'pots', makers: ['leach'] });
    expect(only.needed).toBeCloseTo(20, 9);
    expect(only.atMost).toBeCloseTo(2.5, 9);
  });
  it('is no matter where it is bought, where there is enough, where a store brings it, or where nothing must be made', () => {
    expect(found(pots({ buy: true }))).toEqual([]);
    expect(found(pots({ beside: 0.8 }))).toEqual([]);
    expect(found(pots({ standing: 1 }))).toEqual([]);
    expect(found(pots({ output: null }))).toEqual([]);
  });
  it('just enough is enough, a little less is not: 0.025 × 0.8 = 0.02', () => {
    expect(found(pots({ beside: 0.8 - 1e-8 }))).toEqual([]);
    expect(found(pots({ beside: 0.79 }))).toHaveLength(1);
  });
  it('a need is followed back through a plant that alone makes a good', () => {
    const network = handNetwork({
      commodities: { anode: {}, butts: {}, metal: {} },
      processes: [
        { id: 'pots', of: 'metal', flows: { metal: 1, anode: -0.5, butts: 0.1 }, output: 1000 },
        { id: 'anodes', of: 'anode', flows: { anode: 1, butts: -0.3 } },
        { id: 'sale', kind: 'sell', flows: { metal: -1 } },
      ],
    });
    // 0.5 × 0.3 × 1 000 against 0.1 × 1 000.
    expect(found(network as ReturnType<typeof pots>)).toEqual([
      {
        of: 'butts',
        needed: expect.closeTo(150, 9),
        atMost: expect.closeTo(100, 9),
        taker: 'anodes',
        makers: ['pots'],
      },
    ]);
  });
});
