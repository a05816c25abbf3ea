/** A size in units for tests: units of 10 at a cost of 1, none to five of them; anything else as given. */
import type { UnitPlace } from '../src/program/unit-choice.ts';

export const place = (change: Partial<UnitPlace>): UnitPlace => ({
  capacity: 0,
  phase: 0,
  unit: 10,
  cost: 1,
  least: 0,
  most: 5,
  column: 0,
  row: 0,
  living: [],
  ...change,
});
