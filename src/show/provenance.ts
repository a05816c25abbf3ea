/**
 * Where does every input come from? In: a run with a network. Out: the values used, each with its source's number, the
 * numbered sources, and how many values are of which grade ("37 of 412 inputs are assumptions").
 */
import { isCharged } from '../network/links-and-markets.ts';
import type { Run } from '../run/run.ts';
import { GRADES, type Grade, type Sourced } from '../units/grade.ts';
import { number, rangeText, unitName } from './figure.ts';

export interface InputRow {
  readonly owner: string;
  readonly what: string;
  readonly value: string;
  readonly range: string;
  readonly grade: Grade;
  /** Numbers of the sources, from 1. */
  readonly sources: readonly number[];
}

export interface SourceRow {
  readonly number: number;
  readonly reference: string;
  readonly inputs: number;
}

export interface Provenance {
  readonly inputs: readonly InputRow[];
  readonly sources: readonly SourceRow[];
  readonly grades: Readonly<Record<Grade, number>>;
}

interface Used {
  readonly owner: string;
  readonly what: string;
  readonly value: string;
  readonly range: string;
  readonly grade: Grade;
  readonly source: string;
}

function used(owner: string, what: string, input: Sourced): Used {
  // Inputs are shown as they entered, not in larger multiples: whoever checks them compares with the source.
  const value =
    input.word ??
    `${number(input.unit === '1' ? input.value * 100 : input.value, 4)} ${unitName(input.unit)}`.trim();
  const range = input.range === undefined ? '' : rangeText(input.range, input.unit);
  return { owner, what, value, range, grade: input.grade, source: input.source };
}

function collect(run: Run): readonly Used[] {
  const { network, park } = run;
  if (network === null) return [];
  const rows: Used[] = [];
  if (park !== null) rows.push(used('Park', 'discount rate', park.discountRate));
  for (const process of network.processes)
    for (const [what, input] of Object.entries(process.inputs)) rows.push(used(process.title, what, input));
  const told = new Set(network.processes.flatMap((one) => ('overnight cost' in one.inputs ? [one.id] : [])));
  for (const [index, capacity] of network.capacities.entries()) {
    // A capacity charge is told with its market.
    if (told.has(capacity.owner) || isCharged(network, index)) continue;
    const parts = {
      'overnight cost': capacity.overnight,
      'fixed cost': capacity.fixedCost,
      life: capacity.life,
      staff: capacity.staff,
      land: capacity.land,
    };
    for (const [what, input] of Object.entries(parts))
      if (input !== null && input.value !== 0) rows.push(used(capacity.title, what, input));
  }
  for (const store of park?.stores ?? []) {
    rows.push(used(store.title, 'charge efficiency', store.chargeEfficiency));
    rows.push(used(store.title, 'discharge efficiency', store.dischargeEfficiency));
    if (store.standingLoss.value !== 0) rows.push(used(store.title, 'standing loss', store.standingLoss));
  }
  for (const [gas, value] of Object.entries(run.library.factors.gwp[network.gwp.set] ?? {}))
    rows.push({
      owner: `Warming potential, ${network.gwp.set}`,
      what: gas,
      value: `${value.value} t CO₂e/t`,
      range: '',
      grade: value.grade,
      source: value.source,
    });
  return rows;
}

/** Keys of the library's sources named in one `source:`; what is no key is the user's own words. */
function namedSources(source: string, known: (key: string) => boolean): readonly string[] {
  if (known(source)) return [source];
  const parts = source.split(/[;,+&]| and /).map((part) => part.trim());
  return parts.length > 1 && parts.every(known) ? parts : [source];
}

export function provenance(run: Run): Provenance {
  const { sources } = run.library;
  const known = (key: string): boolean => Object.hasOwn(sources, key);
  const numbers = new Map<string, number>();
  const uses = new Map<string, number>();
  const inputs = collect(run).map(({ source, ...row }): InputRow => {
    const keys = namedSources(source, known);
    for (const key of keys) {
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    return { ...row, sources: keys.map((key) => numbers.get(key)!) };
  });
  const grades = Object.fromEntries(
    GRADES.map((grade) => [grade, inputs.filter((row) => row.grade === grade).length]),
  ) as Record<Grade, number>;
  return {
    inputs,
    sources: [...numbers].map(([key, at]) => ({
      number: at,
      reference: known(key)
        ? sources[key].reference
        : `${key} (stated in the park file or by the plant model)`,
      inputs: uses.get(key) ?? 0,
    })),
    grades,
  };
}

/** "37 of 412 inputs are assumptions or judgement." */
export function gradeSentence({ inputs, grades }: Provenance): string {
  return `${number(grades.assumption, 6)} of ${number(inputs.length, 6)} inputs are assumptions and ${number(grades.judgement, 6)} are judgement; ${number(grades.published + grades.derived, 6)} were read in a source or follow from one, ${number(grades.standard, 6)} come from standard works.`;
}
