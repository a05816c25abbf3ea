import { describe, expect, it } from 'vitest';
import { sampleRun } from '../../test/sample-run.ts';
import type { Run } from '../run/run.ts';
import type { Sourced } from '../units/grade.ts';
import { gradeSentence, provenance } from './provenance.ts';

const input = (source: string, grade: Sourced['grade']): Sourced => ({
  value: 0.945,
  unit: '1',
  range: [0.92, 0.96],
  source,
  grade,
});

function runWith(inputs: Readonly<Record<string, Sourced>>): Run {
  const base = sampleRun();
  const [first] = base.network!.processes;
  const network = { ...base.network!, capacities: [], processes: [{ ...first, inputs }] };
  const sources = {
    A: { key: 'A', reference: 'Author A, Title, 2020' },
    B: { key: 'B', reference: 'Author B, Title, 2021' },
  };
  return { ...base, network, library: { ...base.library, sources } };
}

describe('sources of the values used', () => {
  it('numbers sources in the order of use, once each, and counts their inputs', () => {
    const found = provenance(
      runWith({ x: input('B', 'published'), y: input('A', 'derived'), z: input('B', 'assumption') }),
    );
    expect(found.sources.map((one) => [one.number, one.reference, one.inputs])).toEqual([
      [1, 'Author B, Title, 2021', 2],
      [2, 'Author A, Title, 2020', 1],
    ]);
    expect(found.inputs[0]).toMatchObject({ what: 'x', value: '94.5 %', range: '92 to 96 %', sources: [1] });
    expect(gradeSentence(found)).toContain('1 of 3 inputs are assumptions');
  });
  it('splits two keys in one source, and keeps the words of a user whole', () => {
    const found = provenance(
      runWith({
        x: input('A; B', 'published'),
        y: input('vendor offer, 2026-03; valid a year', 'published'),
      }),
    );
    expect(found.inputs[0].sources).toEqual([1, 2]);
    expect(found.sources[2].reference).toContain('vendor offer, 2026-03; valid a year');
  });
});
