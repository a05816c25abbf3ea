/**
 * `kombinat show FILE --stage park|network|program`: what the file becomes, before anything is solved.
 * In: a park file and a stage. Out: that stage for people, or as JSON.
 */
import { Option } from 'commander';
import colours from 'picocolors';
import type { Network } from '../../network/network.ts';
import { slicesOf } from '../../network/slices.ts';
import type { Park } from '../../park/park.ts';
import type { Family, Program } from '../../program/program.ts';
import { checkPark } from '../../run/plan-park.ts';
import { count } from '../../units/number.ts';
import { showQuantity } from '../../units/unit.ts';
import { EXIT } from '../exit-code.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { type ParkOptions, parkRequest, withParkOptions } from '../park-request.ts';
import { visibleLine } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { verb } from '../verb.ts';

const STAGES = ['park', 'network', 'program'] as const;
type ShownStage = (typeof STAGES)[number];
type ShowOptions = ParkOptions & { readonly stage: ShownStage };

interface Shown {
  readonly data: unknown;
  readonly text: string;
}

const block = (title: string, table: string) => `${colours.bold(title)}\n${table}`;
const whole = (value: number) => value.toLocaleString('en').replaceAll(',', ' ');

function showPark(park: Park): Shown {
  const plants = park.plants.map((plant) => [
    `  ${plant.id}`,
    plant.library.id,
    plant.site,
    plant.capacity.written,
    plant.output === null
      ? ''
      : `${showQuantity(plant.output, plant.library.ratedIn === 'MW' ? 'MWh/a' : plant.library.ratedIn)}`,
  ]);
  const stores = park.stores.map((store) => [
    `  ${store.id}`,
    store.library.id,
    store.site,
    store.energy.written,
  ]);
  const markets = park.markets.map((market) => [
    `  ${market.id}`,
    market.side,
    showQuantity(market.price.value, market.price.unit),
    market.assumed ? 'assumed' : '',
  ]);
  const text = [
    `${visibleLine(park.title)}, prices in ${park.money.currency} ${park.money.year}`,
    block('plants', textTable(['  plant', 'library', 'site', 'capacity', 'output'], plants, [4])),
    block('stores', textTable(['  store', 'library', 'site', 'size'], stores)),
    block('markets', textTable(['  market', '', 'price', ''], markets, [2])),
    block(
      `assumed (${park.assumed.length})`,
      park.assumed.map((one) => `  ${visibleLine(one.text)}`).join('\n'),
    ),
  ];
  return { data: park, text: text.join('\n\n') };
}

/** Smallest, mean and largest of an hourly series. */
function spread(values: Float64Array) {
  let [low, sum, high] = [Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  return { min: low, mean: sum / values.length, max: high };
}

function showNetwork(network: Network): Shown {
  const nodes = network.nodes.map((node) => [`  ${node.id}`, node.title, node.period]);
  const processes = network.processes.flatMap((process) =>
    slicesOf(process)[0].parts.map((part) => [
      part === 0 ? `  ${process.id}` : `  … on ${process.segments[part].feed}`,
      process.kind,
      process.period,
      process.segments[part].flows
        .map(
          (flow) =>
            `${flow.amount > 0 ? '+' : '−'}${Number(Math.abs(flow.amount).toPrecision(4))} ${network.commodities[flow.commodity].id}`,
        )
        .join('  '),
    ]),
  );
  const capacities = network.capacities.map((capacity) => {
    const shown = (value: number) =>
      Number.isFinite(value) ? showQuantity(value * capacity.shown.factor, capacity.shown.unit) : 'free';
    return [`  ${capacity.id}`, shown(capacity.min), shown(capacity.max)];
  });
  const series = network.series.map(({ id, title, unit, values }) => ({
    id,
    title,
    unit,
    phases: values.map(spread),
  }));
  const phases = network.phases.map(({ grid, ...phase }) => ({
    ...phase,
    grid: { label: grid.label, steps: grid.steps, hoursPerYear: grid.hoursPerYear },
  }));
  const text = [
    `${visibleLine(network.title)}: ${count(nodes.length, 'node')}, ${count(processes.length, 'process', 'processes')}, ${count(network.stores.length, 'store')}, ${count(capacities.length, 'size')}`,
    block(
      'nodes (a commodity at a site, and how often it balances)',
      textTable(['  node', '', 'balances each'], nodes),
    ),
    block(
      'processes (per unit of activity: out +, in −)',
      textTable(['  process', 'kind', 'steady for a', 'flows'], processes),
    ),
    block('sizes', textTable(['  size', 'least', 'most'], capacities, [1, 2])),
  ];
  return { data: { ...network, phases, series }, text: text.join('\n\n') };
}

function byKind(families: readonly Family[]) {
  const counts: Record<string, number> = {};
  for (const family of families) counts[family.kind] = (counts[family.kind] ?? 0) + family.count;
  return counts;
}

function showProgram(program: Program): Shown {
  const sizes = program.values.map(Math.abs).filter((value) => value > 0);
  const { min, max } = spread(sizes);
  const data = {
    name: program.name,
    size: 'before presolve',
    columns: program.columns,
    wholeColumns: program.integer?.reduce((sum, whole) => sum + whole, 0) ?? 0,
    rows: program.rows,
    nonzeros: program.values.length,
    coefficients: { smallest: min, largest: max },
    objectiveUnit: program.objectiveUnit,
    columnsByKind: byKind(program.columnFamilies),
    rowsByRule: byKind(program.rowFamilies),
  };
  const counts = (record: Record<string, number>) =>
    Object.entries(record).map(([kind, many]) => [`  ${kind}`, whole(many)]);
  const text = [
    `${count(data.columns, 'column')}${data.wholeColumns === 0 ? '' : ` (${whole(data.wholeColumns)} of them whole)`}, ${count(data.rows, 'row')}, ${count(data.nonzeros, 'non-zero')} before presolve`,
    `coefficients from ${min.toExponential(1)} to ${max.toExponential(1)}; objective in ${data.objectiveUnit}`,
    block('columns', textTable(['  kind', 'number'], counts(data.columnsByKind), [1])),
    block('rows', textTable(['  rule', 'number'], counts(data.rowsByRule), [1])),
  ];
  return { data, text: text.join('\n\n') };
}

async function show(file: string, options: ShowOptions): Promise<Outcome> {
  const prepared = parkRequest(file, options);
  if (!prepared.ok) return refusal(prepared.issues, prepared.exitCode);
  const run = await checkPark(prepared.request);
  const made: Readonly<Record<ShownStage, Shown | null>> = {
    park: run.park && showPark(run.park),
    network: run.network && showNetwork(run.network),
    program: run.program && showProgram(run.program),
  };
  const shown = made[options.stage];
  if (shown === null) return refusal(run.issues);
  return { exitCode: EXIT.proven, data: shown.data, text: shown.text, issues: run.issues };
}

export const showVerb = verb<ShowOptions>(
  'show <file>',
  'what a park file becomes before it is solved',
  (command) =>
    withParkOptions(command).addOption(
      new Option('--stage <stage>', 'how far').choices(STAGES).default('network' satisfies ShownStage),
    ),
  ([file], options) => show(file, options),
);
