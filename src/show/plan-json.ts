/**
 * What does a program that reads our results get? In: a run. Out: plain data for `JSON.stringify`, one row a promise,
 * claim and capacity (`docs/decisions/`), figures of the first phase at the top and of every phase below.
 * A number that is not finite is never written: it becomes null.
 */
import { chargeRows } from '../accounts/charges.ts';
import type { KpiRow } from '../accounts/kpi.ts';
import { marketHoursRows, paidByHour } from '../accounts/market-hours.ts';
import { feedRows, reserveRows } from '../accounts/reserves.ts';
import { outageRows } from '../accounts/security.ts';
import { weatherYearLabels, weatherYearRows } from '../accounts/weather-year-figures.ts';
import type { Plan } from '../plan/plan.ts';
import type { Verification } from '../plan/verification.ts';
import type { Run } from '../run/run.ts';
import { explanationJson } from './explanation-text.ts';
import { provenance } from './provenance.ts';
import { relaxations } from './relaxations.ts';

interface KpiEntry {
  readonly value: number | null;
  readonly unit: string;
  readonly title: string;
  readonly definition: string;
  readonly group: string;
  readonly range?: readonly [number, number];
  readonly note?: string;
}

const entries = (rows: readonly KpiRow[]): Record<string, KpiEntry> =>
  Object.fromEntries(rows.map(({ id, ...rest }) => [id, rest]));

const certificateOf = (made: NonNullable<Run['solution']>['certificate'] | undefined): object | null =>
  made === null || made === undefined
    ? null
    : { primalResidual: made.primalResidual, dualResidual: made.dualResidual, gap: made.gap };

/** NaN and ±Infinity become null, typed arrays become arrays, `undefined` keys are dropped. */
function finite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(finite);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, finite);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, finite(inner)]),
  );
}

/** Charges and windows, one entry a plant and phase. */
function chargesJson(plan: Plan, phase: number): object[] {
  const { money, phases } = plan.network;
  return chargeRows(plan, phase).map(({ elements, ...charge }) => ({
    phase: phases[phase].id,
    ...charge,
    unit: `${charge.unit}/a`,
    elements: elements.map(({ saves, ...element }) => ({
      ...element,
      shadowPrice: saves,
      shadowPriceUnit: `${money.currency}/a per 0.01 %`,
    })),
  }));
}

/** What markets and links ask by the hour, and what came of it. */
const byTheHour = (plan: Plan, phase: number): object[] =>
  marketHoursRows(plan.network, phase).map((row) => {
    const { process, ...asked } = row;
    return { id: plan.network.processes[process].id, ...asked, ...paidByHour(plan, phase, row) };
  });

/** Figures that the weather moves, of each of several weather years. */
function weatherYears(run: Run, plan: Plan, phase: number): object[] {
  const rows = weatherYearRows(plan, phase, run.register);
  if (rows.length === 0) return [];
  return weatherYearLabels(plan).map((label, at) => ({
    label,
    kpis: Object.fromEntries(rows.map(({ id, unit, years }) => [id, { value: years[at], unit }])),
  }));
}

/** The largest gap at the top, the worst of each kind below. */
export const verificationJson = ({ largestGap, ...rest }: Verification): object => ({
  largestGap: largestGap.relative,
  what: largestGap.what,
  where: largestGap.where,
  absolute: largestGap.absolute,
  unit: largestGap.unit,
  holds: rest.holds,
  checked: rest.checked,
  gaps: rest.gaps,
  notices: rest.notices,
});

export function planJson(run: Run): object {
  const { verification, network, plan } = run;
  return finite({
    status: run.status,
    message: run.message,
    run: run.id,
    manifest: run.manifest,
    park: run.network?.title ?? run.park?.title ?? null,
    money: network?.money ?? null,
    grid: network?.phases[0]?.grid.label ?? null,
    certificate: certificateOf(run.solution?.certificate),
    verification: verification === null ? null : verificationJson(verification),
    explanation: run.explanation === null ? null : explanationJson(run.explanation),
    netPresentCost: plan?.netPresentCost ?? null,
    capacities: run.capacities,
    rounding: run.rounding,
    kpis: entries(run.kpis[0] ?? []),
    phases: run.kpis.map((rows, at) => ({
      id: network?.phases[at]?.id ?? String(at + 1),
      kpis: entries(rows),
      ...(plan === null
        ? {}
        : {
            outages: outageRows(plan, at),
            reserves: reserveRows(plan, at),
            feeds: feedRows(plan, at),
            byTheHour: byTheHour(plan, at),
            weatherYears: weatherYears(run, plan, at),
          }),
    })),
    charges: plan === null ? [] : plan.phases.flatMap((_, at) => chargesJson(plan, at)),
    promises: run.promises,
    claims: run.claims,
    assumed: run.assumed,
    weather: run.weather,
    relaxations: relaxations(run),
    inputs:
      network === null ? null : { count: provenance(run).inputs.length, grades: provenance(run).grades },
    issues: run.issues,
    stages: run.stages,
  }) as object;
}
