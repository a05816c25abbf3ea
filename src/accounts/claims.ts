/**
 * Which announced claims close?
 * In: a plan (with its claims) and a register. Out: one row a claim, tested in the first phase, with the gap in words.
 *
 * An announced size or output holds within 1 % either way: announcements are round numbers. Another figure holds when
 * it is at least as good as announced. An announcement that does not say of what its share is, is tested with each
 * denominator; the verdict is that of the whole park.
 */
import type { ParkClaim } from '../park/park.ts';
import type { Plan } from '../plan/plan.ts';
import { showQuantity } from '../units/unit.ts';
import { electricityYear } from './electricity.ts';
import { renewableCapacity, renewableCapacityFactor } from './energy.ts';
import type { Kpi, Register } from './kpi.ts';
import { kpiByName } from './kpi-names.ts';
import { inKpiUnit, unitIn } from './kpi-unit.ts';
import type { ClaimRow } from './promise-row.ts';

/** Relative tolerance of announced sizes and outputs; other figures get that of a plan. */
const ROUND_NUMBER = 0.01;
const TOLERANCE = 1e-6;

/** Announcements are made of the first phase. */
const PHASE = 0;

type Verdict = 'holds' | 'does not hold' | 'untested';

function verdictOf(kpi: Kpi, found: number | null, stated: number): Verdict {
  if (found === null) return 'untested';
  const scale = Math.max(Math.abs(stated), 1e-9);
  const off = (found - stated) / scale;
  if (kpi.better === 'neither') return Math.abs(off) <= ROUND_NUMBER ? 'holds' : 'does not hold';
  return (kpi.better === 'more' ? -off : off) <= TOLERANCE ? 'holds' : 'does not hold';
}

/** Readings of a figure that announcements leave open: id → readings (words, id of the figure). */
const READINGS: Readonly<Record<string, readonly { readonly reading: string; readonly kpi: string }[]>> = {
  'renewable-share': [
    { reading: 'of all electricity used in the park', kpi: 'renewable-share' },
    { reading: 'of the electricity of the smelter alone', kpi: 'renewable-share-smelter' },
    { reading: 'of all electricity, in the lowest month', kpi: 'renewable-share-by-month' },
    { reading: 'of all electricity, matched in its own hour', kpi: 'renewable-share-by-hour' },
  ],
};

const share = (part: number, whole: number): string => showQuantity(part / whole, '1', 3);

/** "3 GW at the plan's capacity factor of 39 % give 10.2 TWh/a, 75 % of the smelter's use, 60 % of the park's". */
function yieldOf(plan: Plan, gigawatts: number): string | null {
  const factor = renewableCapacityFactor(plan, PHASE);
  const { usedBySmelter, used } = electricityYear(plan, PHASE);
  if (factor === null || factor <= 0) return null;
  const energy = gigawatts * 1000 * factor * plan.network.phases[PHASE].grid.hoursPerYear;
  const shares = [
    ...(usedBySmelter > 0 ? [`${share(energy, usedBySmelter)} of the smelter's use`] : []),
    ...(used > 0 ? [`${share(energy, used)} of the park's`] : []),
  ];
  const words = `${showQuantity(gigawatts, 'GW', 3)} at the plan's capacity factor of ${showQuantity(factor, '1', 3)} give ${showQuantity(energy / 1e6, 'TWh/a', 3)}`;
  return [words, ...shares].join(', ');
}

/** What a claim about renewable supply comes down to: the announced capacity where there is one, else the plan's own. */
function energyNote(plan: Plan, kpi: Kpi, stated: number, register: Register): string | null {
  if (kpi.id === 'renewable-capacity') return yieldOf(plan, stated);
  if (READINGS[kpi.id] === undefined) return null;
  const { claims, money } = plan.network;
  for (const claim of claims) {
    const other = kpiByName(claim.kpi, register);
    if (other?.id !== 'renewable-capacity') continue;
    const announced = inKpiUnit(claim.value, claim.unit, other, money);
    if (announced !== null) return yieldOf(plan, announced);
  }
  return yieldOf(plan, renewableCapacity(plan, PHASE) / 1000);
}

function gapInWords(kpi: Kpi, found: number, stated: number, unit: string, verdict: Verdict): string {
  const off = (found - stated) / Math.max(Math.abs(stated), 1e-9);
  const sides = `the plan has ${showQuantity(found, unit, 3)} where ${showQuantity(stated, unit, 3)} was announced`;
  if (Math.abs(off) <= (kpi.better === 'neither' ? ROUND_NUMBER : TOLERANCE)) {
    const tolerance = kpi.better === 'neither' ? ` (within ${showQuantity(ROUND_NUMBER, '1', 1)})` : '';
    return `${sides}${tolerance}`;
  }
  const by = `${showQuantity(Math.abs(off), '1', 3)} ${off > 0 ? 'more' : 'less'}`;
  return verdict === 'holds' ? `${sides}: ${by}, which is better` : `${sides}: ${by}`;
}

function testClaim(plan: Plan, claim: ParkClaim, register: Register): ClaimRow {
  const { network } = plan;
  const kpi = kpiByName(claim.kpi, register) ?? kpiByName(claim.claim, register);
  const base = { id: claim.id, claim: claim.claim, stated: claim.value, unit: claim.unit, by: claim.by };
  const untested = (note: string, more: Partial<ClaimRow> = {}): ClaimRow => ({
    ...base,
    found: null,
    verdict: 'untested',
    note,
    readings: [],
    ...more,
  });
  if (kpi === undefined) return untested(`there is no figure called “${claim.claim}”`);
  const unit = unitIn(kpi.unit, network.money);
  const stated = inKpiUnit(claim.value, claim.unit, kpi, network.money);
  if (stated === null) return untested(`${claim.unit} is no unit of ${kpi.title}, which is in ${unit}`);
  const { value: found, note: why } = kpi.value(plan, PHASE);
  if (found === null) return untested(why ?? 'the plan cannot say', { stated, unit });
  const readings = (READINGS[kpi.id] ?? []).flatMap(({ reading, kpi: id }) => {
    const other = register.find((one) => one.id === id);
    if (other === undefined) return [];
    const { value } = other.value(plan, PHASE);
    return [{ reading, found: value, verdict: verdictOf(other, value, stated) as string }];
  });
  const verdict = verdictOf(kpi, found, stated);
  const notes = [gapInWords(kpi, found, stated, unit, verdict), energyNote(plan, kpi, stated, register)];
  if (network.phases.length > 1) notes.push(`tested in ${network.phases[PHASE].id}`);
  return {
    ...base,
    stated,
    unit,
    found,
    verdict,
    readings,
    note: notes.filter((one) => one !== null).join('; '),
  };
}

export function testClaims(plan: Plan, register: Register): ClaimRow[] {
  return plan.network.claims.map((claim) => testClaim(plan, claim, register));
}
