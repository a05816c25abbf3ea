/**
 * What does the library know of a plant, in the order in which an engineer asks?
 * In: the library and a plant. Out: sections of plain rows (flows, operation, money, crew, parameters, notes) for a terminal and
 * for the reference pages.
 */
import { libraryFlows } from '../network/library-flows.ts';
import { type Library, type LibraryPlant, type LibraryValue, SKILLS } from '../park/library.ts';
import type { Model } from '../plants/model.ts';
import { MODELS } from '../plants/models.ts';
import { readQuantity, showNumber, showQuantity } from '../units/unit.ts';

export interface CardSection {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How to read it. */
  readonly note?: string;
}

const HEAD = ['', 'value', 'range', 'grade', 'source'] as const;

const lines = (
  values: readonly (readonly [name: string, value: LibraryValue | undefined])[],
): readonly (readonly string[])[] =>
  values.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value.value, value.range ?? '', value.grade, value.source]],
  );

function flowSection(library: Library, plant: LibraryPlant): CardSection {
  const made = library.commodities[plant.makes];
  const flows = libraryFlows(library, plant).filter(
    ({ commodity }) => library.commodities[commodity].kind !== 'internal',
  );
  const rows = flows.map(({ commodity, amount, cause }) => {
    const { title, unit } = library.commodities[commodity];
    const typed = amount < 0 ? plant.inputs[commodity] : plant.outputs[commodity];
    return [
      amount < 0 ? 'needs' : 'makes',
      title,
      `${showNumber(Number(Math.abs(amount).toPrecision(4)))} ${unit}`,
      typed?.range ?? '',
      [typed === undefined ? '' : `${typed.source} (${typed.grade})`, cause ?? '']
        .filter((part) => part !== '')
        .join(', '),
    ];
  });
  return {
    title: `Per ${made.unit} of ${made.title.toLowerCase()}${plant.model === undefined ? '' : `, by the model ${plant.model} at the values below`}`,
    head: ['', '', 'amount', 'range', 'source, cause'],
    rows,
  };
}

function operationSection({ startUp, ...plant }: LibraryPlant): CardSection {
  return {
    title: 'Size and operation',
    head: HEAD,
    rows: lines([
      ['one line or unit, least to most', plant.usualSize],
      ['added at a time', plant.step],
      ['availability', plant.availability],
      ['minimum load', plant.minimumLoad],
      ['ramp', plant.ramp],
      ['stored in between, of its output', plant.storage],
      ['build time', plant.buildTime],
      ['reached in the first year', startUp?.firstYear],
      ['reached in the second year', startUp?.secondYear],
      ['reached in the third year', startUp?.thirdYear],
      ['land', plant.land],
    ]),
    note: 'Size limits, steps, storage and the first years are for the reader: the plan chooses sizes freely and takes each phase as one year at full reach.',
  };
}

function moneySection({ cost, conversion, renewals }: LibraryPlant): CardSection {
  const parts = Object.entries(renewals).flatMap(([part, renewal]) => [
    ...lines([
      [`renewal of ${part}, each time`, renewal.cost],
      [`life of ${part}`, renewal.life],
    ]),
    ...(renewal.lifeFrom === undefined
      ? []
      : [[`life of ${part}`, `the parameter ${renewal.lifeFrom}`, '', '', '']]),
  ]);
  return {
    title: 'Money',
    head: HEAD,
    rows: [
      ...lines([
        ['overnight', cost.overnight],
        ['made of a plant that stands (`converts:`)', conversion],
        ['scale exponent', cost.scaleExponent],
        ['location factor', cost.locationFactor],
        ['fixed', cost.fixed],
        ['variable', cost.variable],
        ['life', cost.life],
      ]),
      ...parts,
    ],
    note: 'The overnight cost is taken as it stands; scale exponent (cost of size Q = cost × (Q ÷ usual size)^n) and location factor are for the reader.',
  };
}

const numberOf = (text: string): { value: number; unit: string } | null => {
  const read = readQuantity(text);
  return read.ok ? { value: read.value.value, unit: read.value.unit } : null;
};

/** "0.26 .. 0.6 persons/(kt/a)" as two numbers; a value without a range is its own. */
function endsOf({ value, range }: LibraryValue): readonly [number, number] {
  const [low, high] = (range ?? `${value} .. ${value}`)
    .split('..')
    .map((part) => numberOf(part.trim())?.value ?? 0);
  return [low, high];
}

function crewSection(library: Library, plant: LibraryPlant): CardSection {
  const profile = plant.skills === undefined ? undefined : library.skills[plant.skills];
  const staff = numberOf(plant.staff.value);
  const [least, most] = endsOf(plant.staff);
  const bySkill =
    profile === undefined || staff === null
      ? []
      : SKILLS.map((skill) => {
          const share = profile.skills[skill];
          const [low, high] = endsOf(share).map((end) => end / 100);
          const part = ((numberOf(share.value)?.value ?? 0) / 100) * staff.value;
          return [
            skill,
            showQuantity(part, staff.unit, 3),
            `${showNumber(Number((least * low).toPrecision(3)))} .. ${showQuantity(most * high, staff.unit, 3)}`,
            share.grade,
            share.source,
          ];
        });
  return {
    title: profile === undefined ? 'Crew' : `Crew, by skill as usual in: ${profile.title.toLowerCase()}`,
    head: HEAD,
    rows: [...lines([['permanent jobs', plant.staff]]), ...bySkill],
  };
}

/** The model's parameters as they stand for this plant: the library's value before the model's default. */
function parameterSection(plant: LibraryPlant, show: ParameterWords): CardSection {
  const model = plant.model === undefined ? undefined : MODELS[plant.model];
  const table = (model?.parameters ?? []).filter(({ ofTheHour }) => ofTheHour !== true);
  const rows = table.map((parameter) => {
    const own = plant.parameters[parameter.key];
    return own === undefined
      ? [
          parameter.key,
          show.value(parameter, parameter.default),
          show.range(parameter, parameter.usual),
          parameter.grade,
          parameter.source,
          parameter.title,
        ]
      : [parameter.key, own.value, own.range ?? '', own.grade, own.source, parameter.title];
  });
  return { title: `Parameters of the model ${plant.model ?? ''}`, head: [...HEAD, ''], rows };
}

/** How the faces write a parameter; the calculators' own words. */
export interface ParameterWords {
  readonly value: (parameter: Model['parameters'][number], value: number) => string;
  readonly range: (parameter: Model['parameters'][number], range: readonly [number, number]) => string;
}

/** Sections without rows are left out. */
export function plantCard(library: Library, plant: LibraryPlant, show: ParameterWords): CardSection[] {
  return [
    flowSection(library, plant),
    operationSection(plant),
    moneySection(plant),
    crewSection(library, plant),
    ...(Object.keys(plant.losses).length === 0
      ? []
      : [
          { title: 'Stated losses, of what comes in', head: HEAD, rows: lines(Object.entries(plant.losses)) },
        ]),
    parameterSection(plant, show),
  ].filter(({ rows }) => rows.length > 0);
}
