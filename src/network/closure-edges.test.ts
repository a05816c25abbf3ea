/** Where the proof of closure draws its lines: traces, half a per cent, stated losses; on made-up goods. */
import { describe, expect, it } from 'vitest';
import type { Composition, Element } from '../plants/model.ts';
import { lossesOfShares, proveClosure } from './closure.ts';

describe('the edges of the proof, on two made-up goods', () => {
  const goods: Record<string, Composition> = {
    ore: { Al: 0.5, mass: 1 },
    metal: { Al: 1, mass: 1 },
    heavy: { Al: 0.5, Na: 2e-6, mass: 1 },
    light: { Al: 1, mass: 0.5 },
    nothing: {},
  };
  const proof = (
    flows: Record<string, number>,
    losses: readonly { element: Element; amount: number; source: string }[] = [],
  ) =>
    proveClosure(
      Object.entries(flows).map(([commodity, amount]) => ({ commodity, amount })),
      losses,
      (id) => goods[id],
    );
  const of = (made: ReturnType<typeof proof>, element: Element) =>
    made.elements.find((each) => each.element === element)!;

  it('what is neither in nor out is a trace without a gap, and closes', () => {
    expect(of(proof({ ore: -2, metal: 1 }), 'Si')).toEqual({
      element: 'Si',
      in: 0,
      out: 0,
      statedLoss: 0,
      gap: 0,
      relative: 0,
      trace: true,
      lossAllowed: true,
      closes: true,
    });
  });
  it('a trace is up to a millionth of the larger mass, in or out', () => {
    // 2e-6 t of sodium that vanishes: a trace in 10 t of goods, not in 1 t.
    expect(of(proof({ heavy: -1, ore: -9, metal: 5 }), 'Na')).toMatchObject({ trace: true, closes: true });
    expect(of(proof({ heavy: -1, metal: 0.5 }), 'Na')).toMatchObject({
      trace: false,
      relative: 1,
      closes: false,
    });
    // The same 10 t as product.
    expect(of(proof({ heavy: -1, metal: 10 }), 'Na').trace).toBe(true);
    expect(of(proof({ heavy: -0.5, nothing: -1 }), 'Na').trace).toBe(false);
    // Exactly a millionth.
    expect(of(proof({ heavy: -1, ore: -1 }), 'Na').trace).toBe(true);
  });
  it('a gap of exactly half a per cent closes, a little more does not', () => {
    expect(of(proof({ metal: -1000, light: 995 }), 'Al').closes).toBe(true);
    expect(of(proof({ metal: -1000, light: 994.9 }), 'Al').closes).toBe(false);
  });
  it('a loss of exactly 2 % may be stated, a negative one may not, nor one whose source is blank', () => {
    const lost = (amount: number, source = 'SOMEBODY') =>
      of(proof({ metal: -1, light: 1 - amount }, [{ element: 'Al', amount, source }]), 'Al');
    expect(lost(0.02)).toMatchObject({ lossAllowed: true, closes: true, statedLoss: 0.02 });
    expect(lost(0.0201)).toMatchObject({ lossAllowed: false, closes: false });
    expect(lost(0)).toMatchObject({ lossAllowed: true });
    expect(lost(-0.01)).toMatchObject({ lossAllowed: false, closes: false });
    expect(lost(0.01, '  ').lossAllowed).toBe(false);
  });
  it('the whole closes when every element does, not when one does', () => {
    expect(proof({ ore: -2, metal: 2 }).elements.some(({ closes }) => closes)).toBe(true);
    expect(proof({ ore: -2, metal: 2 }).closes).toBe(false);
    expect(proof({ metal: -1, light: 1 }).closes).toBe(false);
    expect(proof({ metal: -1, ore: 0 }).closes).toBe(false);
    expect(proof({ light: -2, metal: 1, nothing: 3 }).closes).toBe(false);
    expect(proof({ metal: -1.5, light: 1, ore: 1 }).closes).toBe(true);
  });
  it('losses written as shares are of what comes in, not of what goes out', () => {
    const flows = [
      { commodity: 'ore', amount: -4 },
      { commodity: 'metal', amount: 1 },
    ];
    // 1.5 % of 4 × 0.5 t.
    expect(lossesOfShares({ Al: { value: 0.015, source: 'S' } }, flows, (id) => goods[id])).toEqual([
      { element: 'Al', amount: 0.03, source: 'S' },
    ]);
    expect(lossesOfShares({}, flows, (id) => goods[id])).toEqual([]);
  });
});
