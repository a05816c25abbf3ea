import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutSankey } from './sankey-layout.ts';
import type { Band } from './sankey-order.ts';

const SIZE = { width: 1000, height: 400, boxWidth: 10, gap: 5, rightMargin: 90, labelHeight: 30 };

describe('the layout of a chain with loops', () => {
  it('draws the small band back and the large one forward', () => {
    // anode plant → smelter 0.5 Mt/a, butts back 0.1: the butts are the loop, whichever is listed first.
    const bands: Band[] = [
      { from: 1, to: 0, value: 0.1 },
      { from: 0, to: 1, value: 0.5 },
    ];
    expect(layoutSankey(2, bands, SIZE).bands.map((band) => band.loop)).toEqual([true, false]);
    expect(layoutSankey(2, [...bands].reverse(), SIZE).bands.map((band) => band.loop)).toEqual([false, true]);
  });

  it('sends one band back rather than three that are larger together', () => {
    // Three casthouses give 2 t of dross each to a recovery that returns 3 t of metal to where they take theirs.
    const bands: Band[] = [1, 2, 3].flatMap((casthouse) => [
      { from: 0, to: casthouse, value: 100 },
      { from: casthouse, to: 4, value: 2 },
    ]);
    const { bands: placed } = layoutSankey(5, [{ from: 4, to: 0, value: 3 }, ...bands], SIZE);
    expect(placed.map((band) => band.loop)).toEqual([true, false, false, false, false, false, false]);
  });

  it('has no loop in a chain that has none, and puts each taker to the right of its maker', () => {
    const bands: Band[] = [
      { from: 3, to: 1, value: 2 },
      { from: 1, to: 0, value: 1 },
      { from: 3, to: 0, value: 4 },
      { from: 0, to: 2, value: 5 },
    ];
    const { boxes, bands: placed } = layoutSankey(4, bands, SIZE);
    expect(placed.every((band) => !band.loop)).toBe(true);
    expect(boxes.map((box) => box.layer)).toEqual([2, 1, 3, 0]);
  });

  it('keeps to one scale: twice the flow is twice the band', () => {
    const { bands } = layoutSankey(
      3,
      [
        { from: 0, to: 1, value: 10 },
        { from: 0, to: 2, value: 20 },
      ],
      SIZE,
    );
    expect(bands[1].thickness / bands[0].thickness).toBeCloseTo(2, 9);
  });

  it('needs no boxes at all', () => {
    expect(layoutSankey(0, [], SIZE).boxes).toEqual([]);
  });

  const chain = fc.integer({ min: 2, max: 14 }).chain((boxes) =>
    fc.tuple(
      fc.constant(boxes),
      fc.array(
        fc
          .tuple(
            fc.integer({ min: 0, max: boxes - 1 }),
            fc.integer({ min: 0, max: boxes - 1 }),
            fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
          )
          .filter(([from, to]) => from !== to)
          .map(([from, to, value]) => ({ from, to, value })),
        { minLength: 1, maxLength: 30 },
      ),
    ),
  );

  it('for any chain: finite, boxes of a layer apart, forward bands lead right, the same each time', () => {
    fc.assert(
      fc.property(chain, ([count, bands]) => {
        const layout = layoutSankey(count, bands, SIZE);
        expect(JSON.stringify(layout)).not.toMatch(/null|NaN/);
        expect(layoutSankey(count, bands, SIZE)).toEqual(layout);
        bands.forEach((band, at) => {
          if (!layout.bands[at].loop)
            expect(layout.boxes[band.from].layer).toBeLessThan(layout.boxes[band.to].layer);
        });
        const sorted = layout.boxes.map((box) => box).sort((a, b) => a.layer - b.layer || a.y - b.y);
        sorted.slice(1).forEach((box, at) => {
          const above = sorted[at];
          if (above.layer === box.layer) expect(box.y).toBeGreaterThanOrEqual(above.y + above.height - 0.2);
        });
        for (const box of layout.boxes) expect(box.y + box.height).toBeLessThanOrEqual(layout.height + 0.2);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
