/**
 * Which figures does Kombinat report?
 * In: the rooms' lists. Out: one register, in the order of every table. Add a figure = one entry in its account.
 */
import { CARBON_KPIS } from './carbon.ts';
import { CHARGE_KPIS } from './charges.ts';
import { COST_KPIS } from './cost.ts';
import { ELECTRICITY_PRICE_KPIS } from './electricity-price.ts';
import { ENERGY_KPIS } from './energy.ts';
import { JOB_KPIS } from './jobs.ts';
import type { Register } from './kpi.ts';
import { LAND_WATER_KPIS } from './land-water.ts';
import { LOOP_KPIS } from './loops.ts';
import { MATCHING_KPIS } from './matching.ts';
import { OUTPUT_KPIS } from './output.ts';
import { RESERVE_KPIS } from './reserves.ts';
import { SECURITY_KPIS } from './security.ts';

export const REGISTER: Register = [
  ...OUTPUT_KPIS,
  ...COST_KPIS,
  ...ENERGY_KPIS,
  ...MATCHING_KPIS,
  ...ELECTRICITY_PRICE_KPIS,
  ...SECURITY_KPIS,
  ...CARBON_KPIS,
  ...LOOP_KPIS,
  ...CHARGE_KPIS,
  ...RESERVE_KPIS,
  ...JOB_KPIS,
  ...LAND_WATER_KPIS,
];
