/**
 * Do rivers, reservoirs and the turbines below them run as worked out by hand, and do a farm's own machines change its hours?
 * A week of January: the river of the library carries 0.28 of its mean flow, which is 1.0036 in the table's own numbers.
 */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../src/plan/plan.ts';
import { withDefaults } from '../src/plants/defaults.ts';
import { MODELS } from '../src/plants/models.ts';
import type { Run, RunRequest } from '../src/run/run.ts';
import { PROFILES } from '../src/weather/profile-table.ts';
import { ownLibrary, planText } from './plan-text.ts';

const WEEK: Partial<RunRequest> = { hours: 168, consecutive: true };
/** Mean of the library's months, each weighted by its days. */
const MEAN =
  (31 * (0.28 + 0.28 + 2.6 + 1.2 + 1 + 0.9 + 0.4) + 28 * 0.24 + 30 * (1.5 + 1.9 + 0.95 + 0.75)) / 365;

async function solved(plants: string, rest = '', options: Partial<RunRequest> = WEEK): Promise<Run> {
  const run = await planText(
    `kombinat: 1\npark: Water\nsites: { dam: { at: [49.9, 82.6] } }\nplants:\n${plants}\n` +
      `sell: { electricity: { price: 50 USD/MWh, max: 30 MW } }\n${rest}`,
    options,
  );
  expect(run.status, run.message ?? run.issues.map(({ message }) => message).join(' ')).toBe('optimal');
  return run;
}

/** MW in each hour: all slices of a plant or market together. */
function hourly({ plan }: Run, id: string): number[] {
  const { network, phases } = plan as Plan;
  const number = network.processes.findIndex((process) => process.id === id);
  const slices = phases[0].activity[number];
  return Array.from(slices[0], (_, hour) => slices.reduce((sum, slice) => sum + slice[hour], 0));
}
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const series = ({ plan }: Run, id: string): number[] => {
  const { network } = plan as Plan;
  return Array.from(network.series.find((one) => one.id === id)!.values[0]);
};
const sold = (run: Run): number[] => {
  const { network } = run.plan as Plan;
  return hourly(run, network.processes.find(({ kind }) => kind === 'sell')!.id);
};

describe('a river without a reservoir', () => {
  it('in January 100 MW of turbines for 1.5 times the mean flow give 100 × 0.28 ÷ mean ÷ 1.5', async () => {
    const run = await solved('  run: { plant: run-of-river, capacity: 100 MW }');
    for (const made of hourly(run, 'run')) expect(made).toBeCloseTo((100 * 0.28) / MEAN / 1.5, 5);
  });

  it("another river: with: gives its months, and the series is the plant's own", async () => {
    // January carries the whole year's water: 365/31 of the mean flow, far above the design flow.
    const others = 'february march april may june july august september october november december';
    const dry = others.split(' ').map((month) => `${month}: 0`);
    const run = await solved(
      `  run: { plant: run-of-river, capacity: 20 MW, with: { january: 1, ${dry.join(', ')} } }\n` +
        '  usual: { plant: run-of-river, capacity: 1 MW }',
    );
    expect(series(run, 'dam/river-run/run').every((share) => share === 1)).toBe(true);
    for (const made of hourly(run, 'run')) expect(made).toBeCloseTo(20, 5);
    for (const made of hourly(run, 'usual')) expect(made).toBeCloseTo(0.28 / MEAN / 1.5, 5);
  });
});

describe('a reservoir with its own inflow', () => {
  const plants =
    '  sun: { plant: solar-park, capacity: 60 MW }\n' +
    '  river: { plant: river-inflow, capacity: 100 MW }\n' +
    '  turbines: { plant: reservoir-hydropower, capacity: 30 MW }';
  /** MW of water in January, and what it is at the generator. */
  const flow = (100 * 0.28) / 2.6;

  it('without the reservoir water that the hour cannot use is spilled: min(30, sun + water ÷ 1.11) is sold', async () => {
    const run = await solved(plants);
    const sun = series(run, 'dam/solar-fixed').map((share) => 60 * share);
    sold(run).forEach((made, hour) => {
      expect(made).toBeCloseTo(Math.min(30, sun[hour] + flow / 1.11), 4);
    });
  });

  it('turbines of 5 MW, ready 97 % of the time, make 0.97 × 168 × 5 MWh; the rest of the water is spilled', async () => {
    const run = await solved(plants.replace('capacity: 30 MW', 'capacity: 5 MW').replace(/.*solar.*\n/, ''));
    expect(sum(hourly(run, 'turbines'))).toBeCloseTo(0.97 * 168 * 5, 3);
    expect(sum(sold(run))).toBeCloseTo(0.97 * 168 * 5, 3);
  });

  it('with it no water is lost: the sun up to 30 MW, and every drop between, less what seeps away', async () => {
    const run = await solved(plants, 'stores: { lake: { store: reservoir, capacity: 5 GWh } }');
    const sun = sum(series(run, 'dam/solar-fixed').map((share) => Math.min(30, 60 * share)));
    const all = sun + (168 * flow) / 1.11;
    expect(sum(sold(run))).toBeLessThan(all);
    // The emptiest lake that does loses least: far below 5 GWh × 0.0005 %/h.
    expect(sum(sold(run))).toBeGreaterThan(all - 5000 * 5e-6 * 168);
    expect(sum(hourly(run, 'river'))).toBeCloseTo(168 * flow, 3);
  });
});

describe('machines of the library', () => {
  const driven = Object.values(ownLibrary().plants).filter(({ model = '' }) => MODELS[model]?.machine);

  it.each(driven.map((plant) => [plant.id, plant] as const))(
    '%s: its parameters are the machine of its profile, so that plants of a site share one series',
    (_, { model = '', profile = '', parameters }) => {
      const { parameters: table } = MODELS[model];
      const values = Object.entries(parameters).map(([key, { value }]) => {
        const choices = table.find((one) => one.key === key)?.choices;
        const text = String(value);
        const number = text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text);
        return [key, choices === undefined ? number : choices.indexOf(text)];
      });
      const machine = MODELS[model].machine?.(withDefaults(MODELS[model], Object.fromEntries(values)));
      expect(machine).toEqual(PROFILES[profile]);
    },
  );
});

describe('machines of the park file', () => {
  const text = (more: string) => `  wind: { plant: wind-farm, capacity: 10 MW${more} }`;
  const mean = (run: Run, id: string) => sum(series(run, id)) / 168;

  it('less wake loss gives as much more: 0.96 ÷ 0.92', async () => {
    const usual = await solved(text(''));
    const own = await solved(text(', with: { wake loss: 4 % }'));
    const [before, after] = [series(usual, 'dam/wind'), series(own, 'dam/wind/wind')];
    after.forEach((share, hour) => {
      if (before[hour] > 0.01) expect(share / before[hour]).toBeCloseTo(0.96 / 0.92, 9);
    });
  });

  it('a turbine by name, and a higher hub of it', async () => {
    const low = await solved(text(', with: { turbine: Vestas V82-1.65MW }'));
    const high = await solved(text(', with: { turbine: vestas-v82-1.65mw, hub height: 110 m }'));
    expect(mean(high, 'dam/wind/wind')).toBeGreaterThan(mean(low, 'dam/wind/wind') * 1.01);
  });

  it("a maker's curve from a file beside the park", async () => {
    const curve = [
      'wind speed [m/s],power [kW]',
      ...[3, 4, 5, 6, 7].map((speed) => `${speed},${(speed - 3) * 1000}`),
      '25,4000',
    ].join('\n');
    const park =
      'kombinat: 1\npark: Curve\nsites: { dam: { at: [49.9, 82.6] } }\nplants:\n  wind: { plant: wind-farm, capacity: 10 MW, power curve: mine.csv }\n' +
      'sell: { electricity: { price: 50 USD/MWh } }\n';
    const run = await planText(park, {
      ...WEEK,
      file: 'p.yaml',
      readText: (name) => ({ 'p.yaml': park, 'mine.csv': curve })[name] ?? null,
    });
    expect(run.status, run.message).toBe('optimal');
    const usual = await solved(text(''));
    expect(mean(run, 'dam/wind/wind')).toBeGreaterThan(1.2 * mean(usual, 'dam/wind'));
  });

  it.each([
    ['with: { turbine: windmill }', 'parameter-choice'],
    ['with: { speed: 8 m/s }', 'unknown-parameter'],
    ['with: { frost stop: -20 degC, frost full: -30 degC }', 'frost-crossed'],
    ['power curve: none.csv', 'power-curve-missing'],
  ])('%s is told as %s', async (more, code) => {
    const run = await planText(
      `kombinat: 1\npark: Wrong\nplants:\n${text(`, ${more}`)}\nsell: { electricity: { price: 50 USD/MWh } }\n`,
      WEEK,
    );
    expect(run.issues.filter(({ severity }) => severity === 'error').map((one) => one.code)).toContain(code);
  });

  it('a power curve at a plant without turbines changes nothing, and is told', async () => {
    const run = await planText(
      'kombinat: 1\npark: Wrong\nplants: { sun: { plant: solar-park, capacity: 1 MW, power curve: a.csv } }\nsell: { electricity: { price: 50 USD/MWh } }\n',
      WEEK,
    );
    expect(run.issues.map((one) => one.code)).toContain('power-curve-unused');
  });
});
