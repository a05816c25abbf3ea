/** A promise for tests: 80 % renewable electricity over the year from 2030, binding; anything else as given. */
import type { ParkPromise } from '../src/park/park.ts';

export const handPromise = (more: Partial<ParkPromise>): ParkPromise => ({
  id: 'renewable-share',
  promise: 'renewable share of electricity',
  kpi: 'renewable-share',
  sense: 'at least',
  targets: [{ year: 2030, value: 0.8 }],
  unit: '1',
  countedBy: 'year',
  bind: true,
  to: null,
  in: [],
  written: '',
  ...more,
});
