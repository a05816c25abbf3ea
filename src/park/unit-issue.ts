/**
 * A fault of the units room, told as an issue.
 * In: the fault, place and path. Out: an issue; its sentence stands in `sentences/units.ts`.
 */
import type { UnitFault } from '../units/fault.ts';
import type { Issue, Place } from './issue.ts';
import { issue } from './sentences/catalogue.ts';

export function unitIssue(fault: UnitFault, place: Place, path: string): Issue {
  const { code, ...particulars } = fault;
  const said = Object.fromEntries(Object.entries(particulars).filter(([, text]) => text !== undefined));
  return issue(code, 'error', place, { ...said, path });
}
