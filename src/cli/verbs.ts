/**
 * All verbs of the command line, in the order of their use. One file each under `verbs/`.
 */
import type { Command } from 'commander';
import { calcVerb } from './verbs/calc.ts';
import { checkVerb } from './verbs/check.ts';
import { doctorVerb } from './verbs/doctor.ts';
import { libraryVerb } from './verbs/library.ts';
import { newVerb } from './verbs/new.ts';
import { operateVerb } from './verbs/operate.ts';
import { planVerb } from './verbs/plan.ts';
import { reportVerb } from './verbs/report.ts';
import { showVerb } from './verbs/show.ts';
import { solveVerb } from './verbs/solve.ts';
import { whyVerb } from './verbs/why.ts';

export const VERBS: readonly Command[] = [
  newVerb,
  checkVerb,
  planVerb,
  operateVerb,
  whyVerb,
  showVerb,
  solveVerb,
  reportVerb,
  libraryVerb,
  calcVerb,
  doctorVerb,
];
