import { describe, expect, it } from 'vitest';
import type { KpiRow } from '../accounts/kpi.ts';
import { headlines } from './wording.ts';

const row = (id: string, group: string, value: number | null): KpiRow =>
  ({ id, group, value, unit: 'Mt/a' }) as unknown as KpiRow;

describe('headlines', () => {
  it('tell what is made, and are silent on what a park does not make: a works for scrap has no pots', () => {
    const rows = [
      row('metal-output', 'output', 0),
      row('alumina-output', 'output', 2),
      row('lcoa', 'cost', null),
    ];
    expect(headlines(rows).map(({ id }) => id)).toEqual(['alumina-output']);
    expect(headlines([row('metal-output', 'output', 1)]).map(({ id }) => id)).toEqual(['metal-output']);
  });
  it('a share or a size of nothing is said all the same', () => {
    expect(headlines([row('renewable-share-park', 'energy', 0)])).toHaveLength(1);
  });
});
