import { describe, expect, it } from 'vitest';
import { handNetwork, handPlan } from '../../test/hand-network.ts';
import { sampleRun } from '../../test/sample-run.ts';
import { ENERGY, MATERIAL, sankeyData } from './sankey-data.ts';

describe('flows of a year', () => {
  it('joins two plants directly when one makes what the other takes, and counts a loop once', () => {
    // Four hours: anodes 2 t/h to the smelter, butts 0.5 t/h back; 8 and 2 t in the "year" of four hours.
    const network = handNetwork({
      commodities: { anode: {}, butts: {}, metal: {} },
      processes: [
        { id: 'anodes', flows: { anode: 1, butts: -0.25 } },
        { id: 'smelter', flows: { metal: 1, anode: -2, butts: 0.5 } },
        { id: 'sale', kind: 'sell', flows: { metal: -1 } },
      ],
    });
    const plan = handPlan(
      network,
      [{ activity: { anodes: [2, 2, 2, 2], smelter: [1, 1, 1, 1], sale: [1, 1, 1, 1] } }],
      0,
    );
    const data = sankeyData(plan, 0, MATERIAL);
    const told = data.bands.map((band) => [data.boxes[band.from].id, data.boxes[band.to].id, band.value]);
    expect(told).toEqual([
      ['anodes', 'smelter', 8],
      ['smelter', 'anodes', 2],
      ['smelter', 'sale', 4],
    ]);
    expect(data.boxes.find((box) => box.id === 'smelter')?.told).toBe(4);
  });

  it('gives a bus to what several make and several take, and what goes in comes out', () => {
    const data = sankeyData(sampleRun().plan!, 0, ENERGY);
    const bus = data.boxes.findIndex((box) => box.id === 'bus electricity');
    const sum = (side: 'from' | 'to'): number =>
      data.bands.reduce((all, band) => (band[side] === bus ? all + band.value : all), 0);
    expect(bus).toBeGreaterThanOrEqual(0);
    // The sample's potline is fed by a rule and some hours are short; the rest balances.
    expect(sum('to') / sum('from')).toBeGreaterThan(0.98);
    expect(data.boxes.find((box) => box.id === 'store battery')?.kind).toBe('store');
    expect(data.unit).toBe('TJ/a');
  });

  it('counts energy in joules: 4 h × 250 MW = 1 GWh are 3.6 TJ; names leave out the site where they end with it', () => {
    const network = handNetwork({
      commodities: { electricity: { unit: 'MWh', kind: 'energy' } },
      processes: [
        { id: 'wind', flows: { electricity: 1 } },
        { id: 'sale', title: 'Electricity, works', kind: 'sell', flows: { electricity: -1 } },
      ],
    });
    const rates = { wind: [250, 250, 250, 250], sale: [250, 250, 250, 250] };
    const data = sankeyData(handPlan(network, [{ activity: rates }], 0), 0, ENERGY);
    expect(data.bands.map(({ value }) => value)).toEqual([expect.closeTo(3.6, 12)]);
    expect(data.boxes.map(({ title }) => title)).toEqual(['wind', 'Electricity']);
  });

  it('leaves out work: trucks move rock for a pit, and only ore is drawn', () => {
    const network = handNetwork({
      commodities: { moved: { kind: 'service' }, ore: {} },
      processes: [
        { id: 'trucks', flows: { moved: 1 } },
        { id: 'pit', flows: { ore: 1, moved: -12 } },
        { id: 'sale', kind: 'sell', flows: { ore: -1 } },
      ],
    });
    const rates = { trucks: [12, 12, 12, 12], pit: [1, 1, 1, 1], sale: [1, 1, 1, 1] };
    const data = sankeyData(handPlan(network, [{ activity: rates }], 0), 0, MATERIAL);
    expect(data.boxes.map(({ id }) => id).sort()).toEqual(['pit', 'sale']);
  });

  it('leaves out air, and has nothing to draw for a park that stands still', () => {
    const run = sampleRun();
    expect(sankeyData(run.plan!, 0, MATERIAL).bands.some((band) => band.commodity === 'Carbon dioxide')).toBe(
      false,
    );
    const idle = handPlan(run.network!, [{}], 0);
    expect(sankeyData(idle, 0, MATERIAL)).toMatchObject({ boxes: [], bands: [] });
  });
});
