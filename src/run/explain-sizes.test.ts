/**
 * Sizes, outputs, reserves, spaces and duties of plants that cannot hold together, small enough to mend on paper.
 */
import { describe, expect, it } from 'vitest';
import { aloneOf, changesOf, explainNetwork, placeOf, rigidLoad } from '../../test/explain-network.ts';
import { type HandSpec, handGrid, handNetwork, sourced } from '../../test/hand-network.ts';

const POWER = { electricity: { unit: 'MWh', kind: 'energy' } } as const;

describe('sizes, outputs, reserves and spaces', () => {
  const kiln = (size: object, more: object) =>
    handNetwork({
      commodities: { lime: {} },
      processes: [
        { id: 'kiln', flows: { lime: 1 }, size: { unit: 't/h', ...size }, ...more },
        { id: 'sale', kind: 'sell', flows: { lime: -1 } },
      ],
    });

  it('a kiln of 10 t/h asked for 12: 10 t/h of output, or a size of 12', async () => {
    const found = await explainNetwork(kiln({ min: 10, max: 10, fixed: true }, { output: 12 * 8760 }));
    // 2 of 12 is a sixth, 2 of 10 a fifth.
    expect(aloneOf(found)).toEqual([
      'kiln: fixed at → 12 t/h (20 %)',
      'kiln: output → 87600 t/a (16.6667 %)',
    ]);
    expect(found.worst).toBeNull();
  });

  it('what is turned into another line is not built anew: 10 t/h of alumina for a line that stands and takes 4', async () => {
    const line = { flows: { alumina: -1, metal: 1 }, of: 'metal' };
    const found = await explainNetwork(
      handNetwork({
        commodities: { alumina: {}, metal: {} },
        processes: [
          { id: 'refinery', flows: { alumina: 1 }, size: { unit: 't/h' }, output: 10 * 8760 },
          { ...line, id: 'line', size: { unit: 't/h', existing: 4, max: 4 } },
          { ...line, id: 'widened', size: { unit: 't/h', converts: 1 } },
          { id: 'sale', kind: 'sell', flows: { metal: -1 } },
        ],
      }),
    );
    // 4 of 10; or a line that may be larger than the one that stands is none of the figures.
    expect(changesOf(found.changes.together)).toContain('refinery: output → 35040 t/a (60 %)');
    expect(found.conflict.map(({ text }) => text)).toContain('refinery: output 87\u202f600 t/a');
  });

  it('a kiln of 10 t/h that may not go below 80 %, asked for 6: a size of 7.5, or an output of 8', async () => {
    const found = await explainNetwork(
      kiln({ min: 10, max: 10, fixed: true }, { output: 6 * 8760, minimumShare: 0.8 }),
    );
    expect(changesOf(found.changes.together)).toEqual(['kiln: fixed at → 7.5 t/h (25 %)']);
    expect(aloneOf(found)).toEqual([
      'kiln: fixed at → 7.5 t/h (25 %)',
      'kiln: output → 70080 t/a (33.3333 %)',
    ]);
    expect(found.conflict.map(({ text }) => text)).toContain('kiln: minimum load of 80 % of its size');
  });

  it('pots of 10 t/h that must keep their heat: 9 t/h is the least that they can lastingly make, 8 are asked for', async () => {
    // A unit brings 1 of heat a tonne, of which 1 is lost an hour at full size; a twentieth of what is missing comes back by
    // itself, and no more than 2 may be missing: (9 − 10) ÷ 0.05 = −20 = 10 × −2.
    const found = await explainNetwork(
      handNetwork({
        commodities: { metal: {}, heat: { kind: 'internal', unit: 'MWh', title: 'Heat of the pots' } },
        processes: [
          {
            id: 'pots',
            of: 'metal',
            flows: { metal: 1, heat: 1 },
            size: { unit: 't/h', min: 10, max: 10, fixed: true },
            output: 8 * 8760,
          },
          { id: 'sale', kind: 'sell', flows: { metal: -1 } },
        ],
        stores: [
          {
            id: 'pots/heat',
            holds: 'heat',
            inside: 'pots',
            standing: -1,
            low: -2,
            high: 2,
            lossPerHour: 0.05,
          },
        ],
      }),
    );
    expect(found.conflict.map(({ text }) => text)).toContain(
      'pots: heat of the pots, for which it can lastingly run only at 90 % to 100 % of its size (9 t/h to 10 t/h)',
    );
    expect(aloneOf(found)).toContain('pots: output → 78840 t/a (12.5 %)');
  });

  const ofFile = (value: number) => ({ ...sourced(value), source: 'park file x.park.yaml' });

  it('the same where the park file gives the 80 %: 60 % would do as well, and is a figure of the file', async () => {
    const found = await explainNetwork(
      kiln(
        { min: 10, max: 10, fixed: true },
        { output: 6 * 8760, minimumShare: 0.8, inputs: { 'minimum load': ofFile(0.8) } },
      ),
    );
    expect(aloneOf(found)).toEqual(
      expect.arrayContaining([
        'kiln: minimum load → 60 % (25 %)',
        'kiln: fixed at → 7.5 t/h (25 %)',
        'kiln: output → 70080 t/a (33.3333 %)',
      ]),
    );
    const told = found.conflict.map(({ text }) => text);
    expect(told).toContain('kiln: minimum load 80 %');
    expect(told).not.toContain('kiln: minimum load of 80 % of its size');
  });

  it('a minimum load that follows a demand: one share for all hours, of what is asked for in each', async () => {
    // A town of 20 MW asks for 20 and 10 MW in turn; wind of 20 MW gives 20 and 6: 6 of 10 are 60 %, of the size as well.
    const found = await explainNetwork(
      handNetwork({
        commodities: POWER,
        series: { demand: [[1, 0.5, 1, 0.5]], wind: [[1, 0.3, 1, 0.3]] },
        phases: [{ grid: handGrid([[4, 1]]) }],
        processes: [
          {
            id: 'town',
            flows: { electricity: -1 },
            size: { min: 20, max: 20, fixed: true },
            weather: 'demand',
            minimumShare: 1,
            inputs: { 'minimum load': ofFile(1) },
          },
          {
            id: 'wind',
            flows: { electricity: 1 },
            size: { min: 20, max: 20, fixed: true },
            weather: 'wind',
          },
        ],
      }),
    );
    // Not a little of the size and most of the share, which would come to the same.
    expect(changesOf(found.changes.together)).toEqual(['town: minimum load → 60 % (40 %)']);
    // Wind of 10 ÷ 0.3 MW.
    expect(aloneOf(found)).toEqual([
      'town: minimum load → 60 % (40 %)',
      'town: fixed at → 12 MW (40 %)',
      'wind: fixed at → 33.3333 MW (66.6667 %)',
    ]);
  });

  it('a load that must follow a ramp of 10 % in an hour: 20 MW of 100 are asked of it between two hours', async () => {
    // Wind gives 40, 60, 60, 40 MW and nothing else can take or give: the load must be the same, and goes up by 20 of 100.
    const found = await explainNetwork(
      handNetwork({
        commodities: POWER,
        series: { wind: [[0.4, 0.6, 0.6, 0.4]] },
        processes: [
          {
            id: 'load',
            flows: { electricity: -1 },
            size: { min: 100, max: 100, fixed: true },
            ramp: 0.1,
            inputs: { ramp: ofFile(0.1) },
            output: 50 * 8760,
          },
          {
            id: 'wind',
            flows: { electricity: 1 },
            size: { min: 100, max: 100, fixed: true },
            weather: 'wind',
          },
        ],
      }),
    );
    expect(aloneOf(found)).toContain('load: ramp → 20 %/h (100 %)');
    expect(found.conflict.map(({ text }) => text)).toContain('load: ramp 10 %/h');
  });

  it('what exists cannot be written away: a least size of 10, of which 8 stand, goes down to 8', async () => {
    // 8 t/h at 80 % are 6.4: the output of 6 must still rise by a fifteenth.
    const found = await explainNetwork(
      kiln({ existing: 8, min: 10 }, { output: 6 * 8760, minimumShare: 0.8 }),
    );
    expect(aloneOf(found)).toEqual([
      'kiln: at least → 8 t/h (20 %) and kiln: output → 56064 t/a (6.66667 %)',
      'kiln: output → 70080 t/a (33.3333 %)',
    ]);
  });

  // Four hours a year, 2 t/h of metal, 1 t of ore for each: 8 t a year, 200 t in 25 years, of which 100 are in the ground.
  const mine: HandSpec = {
    commodities: { ore: {}, metal: {} },
    phases: [{ years: 25, weight: 9 }],
    processes: [
      { id: 'mine', flows: { ore: 1 }, maxOverHorizon: 100, size: { unit: 't/h' } },
      { id: 'smelter', flows: { metal: 1, ore: -1 }, size: { unit: 't/h' }, output: 2 * 8760 },
      { id: 'sale', kind: 'sell', flows: { metal: -1 } },
    ],
  };

  it('a reserve that runs out after half the time: half the output, or a reserve of 200 t', async () => {
    const found = await explainNetwork(handNetwork(mine));
    expect(aloneOf(found)).toEqual(['mine: reserve → 200 t (100 %)', 'smelter: output → 8760 t/a (50 %)']);
    const worst = placeOf(found);
    expect([worst.title, worst.when]).toEqual(['ore at works', 'the whole year']);
    expect(worst.highest).toBeCloseTo(1, 6);
    expect(worst.supply).toMatchObject([{ title: 'mine', state: 'its reserve is used up' }]);
  });

  it('slag that has nowhere to go: too much by 0.5 t/h, with 1 t/h of room', async () => {
    const found = await explainNetwork(
      handNetwork({
        commodities: { slag: { kind: 'waste' }, metal: {} },
        processes: [
          { id: 'smelter', of: 'metal', flows: { metal: 2, slag: 1.5 }, size: { unit: 't/h' }, output: 8760 },
          { id: 'heap', kind: 'fate', flows: { slag: -1 }, maxPerYear: 8760 },
          { id: 'sale', kind: 'sell', flows: { metal: -1 } },
        ],
      }),
    );
    // 1.5 ÷ 1 of the room, or two thirds of the output.
    expect(aloneOf(found)).toEqual([
      'heap: at most → 13140 t/a (50 %)',
      'smelter: output → 5840 t/a (33.3333 %)',
    ]);
    const worst = placeOf(found);
    expect([worst.kind, worst.title]).toEqual(['over', 'slag at works']);
    expect(worst.highest).toBeCloseTo(0.5, 6);
    expect(worst.supply).toMatchObject([{ title: 'heap', state: 'its limit of the year is used up' }]);
  });

  it('both ends of a range: at least 50 t a year and at most 100 are to be sold, 20 can be made', async () => {
    const found = await explainNetwork(
      handNetwork({
        commodities: { lime: {} },
        processes: [
          { id: 'kiln', flows: { lime: 1 }, size: { unit: 't/h', max: 20 / 8760 } },
          {
            id: 'sale',
            kind: 'sell',
            flows: { lime: -1 },
            minPerYear: 50,
            maxPerYear: 100,
            path: 'sell.lime',
          },
        ],
      }),
    );
    expect(changesOf(found.changes.together)).toEqual(['sale: at least → 20 t/a (60 %)']);
    expect(found.changes.together[0].limit.path).toBe('sell.lime.min');
  });

  it('whole units: the sizes that would do are told as if any could be built', async () => {
    const found = await explainNetwork(
      handNetwork({
        commodities: POWER,
        series: { wind: [[1, 1, 1, 1]] },
        processes: [
          rigidLoad(300),
          { id: 'wind', flows: { electricity: 1 }, size: { max: 200, wholeUnit: 100 }, weather: 'wind' },
        ],
      }),
    );
    expect(aloneOf(found)).toContain('wind: at most → 300 MW (50 %)');
    expect(found.notes).toEqual([expect.stringContaining('whole units')]);
  });

  it('one figure holds for all phases: the largest need of any decides', async () => {
    const grid = handGrid([[4, 1]]);
    const found = await explainNetwork(
      handNetwork({
        commodities: POWER,
        series: {
          wind: [
            [1, 1, 1, 1],
            [0.5, 0.5, 0.5, 0.5],
          ],
        },
        phases: [
          { from: 2030, years: 2, grid },
          { from: 2032, years: 2, grid },
        ],
        processes: [
          rigidLoad(100),
          { id: 'wind', flows: { electricity: 1 }, size: { min: 40, max: 40, fixed: true }, weather: 'wind' },
          { id: 'grid', kind: 'buy', flows: { electricity: 1 }, maxRate: 50 },
        ],
      }),
    );
    // 100 − 40 − 50 = 10 MW are short in the first phase, 100 − 20 − 50 = 30 in the second.
    expect(aloneOf(found)).toContain('grid: at most → 80 MW (60 %)');
    expect(placeOf(found)).toMatchObject({ phase: 'phase 2' });
    expect(placeOf(found).highest).toBeCloseTo(30, 5);
  });
});
