/** Lines as HiGHS 1.15.1 writes them. */
import { expect, it } from 'vitest';
import { readLogLine } from './highs-log.ts';

it.each([
  ['Presolving model', { stage: 'presolve', iteration: 0, objective: null, primal: null, dual: null }],
  [
    '          0     0.0000000000e+00 Ph1: 0(0) 0.1s',
    { stage: 'simplex', iteration: 0, objective: 0, primal: 0, dual: null },
  ],
  [
    '       2739     6.0418736426e+06 Pr: 12(3.5); Du: 0(2.47954e-12) 0.5s',
    { stage: 'simplex', iteration: 2739, objective: 6041873.6426, primal: 3.5, dual: 2.47954e-12 },
  ],
  [
    '        412    -1.0000071343e+02 Pr: 88(221.5) 5s',
    { stage: 'simplex', iteration: 412, objective: -100.00071343, primal: 221.5, dual: null },
  ],
  [
    '  33*   6.04187364e+06   6.04187364e+06   1.16e-16   7.29e-16  9.67e-10       1.3',
    { stage: 'interior point', iteration: 33, objective: 6041873.64, primal: 1.16e-16, dual: 7.29e-16 },
  ],
  [
    '   0    2.09959619e+06  -7.11621477e+08   1.81e-03   1.65e-01  2.01e+00       0.1',
    { stage: 'interior point', iteration: 0, objective: 2099596.19, primal: 1.81e-3, dual: 0.165 },
  ],
  ['Model status        : Optimal', null],
  ['LP has 3698 rows; 4213 cols; 12866 nonzeros', null],
  ['3460 rows, 3974 cols, 12152 nonzeros 0s', null],
  ['', null],
])('%j', (line, expected) => {
  expect(readLogLine(line)).toEqual(expected);
});
