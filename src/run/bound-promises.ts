/**
 * How does a promise reach the mathematics? As a measure: the KPI's weighted sum, kept above or below the target.
 * In: the network's promises and the register. Out: one measure for each binding promise and phase.
 */
import type { Kpi } from '../accounts/kpi.ts';
import { inKpiUnit } from '../accounts/kpi-unit.ts';
import type { Measure, MeasureTerm, Network, NetworkPhase } from '../network/network.ts';
import type { ParkPromise } from '../park/park.ts';

/** The target that holds in a phase: the latest one whose year comes before the phase ends; null before the first. */
export function targetIn(promise: ParkPromise, phase: NetworkPhase): number | null {
  const due = promise.targets.filter((target) => target.year < phase.from + phase.years);
  if (due.length === 0) return null;
  return due.reduce((latest, target) => (target.year > latest.year ? target : latest)).value;
}

/** Terms of `numerator − target × denominator`, or of the numerator alone where the KPI is no share. */
function termsOf(
  measure: {
    readonly numerator: readonly MeasureTerm[];
    readonly denominator: readonly MeasureTerm[] | null;
  },
  target: number,
): MeasureTerm[] {
  const less = (measure.denominator ?? []).map((term) => ({
    ...term,
    coefficient: -target * term.coefficient,
  }));
  return [...measure.numerator, ...less];
}

export function boundPromises(network: Network, kpiOf: (id: string) => Kpi | undefined): Measure[] {
  const measures: Measure[] = [];
  for (const promise of network.promises) {
    if (!promise.bind) continue;
    const kpi = kpiOf(promise.kpi);
    const measure = kpi?.measure?.(network);
    if (kpi === undefined || measure === undefined) continue;
    network.phases.forEach((phase, index) => {
      const written = targetIn(promise, phase);
      const target = written === null ? null : inKpiUnit(written, promise.unit, kpi, network.money);
      if (target === null) return;
      const threshold = measure.denominator === null ? target : 0;
      measures.push({
        id: promise.id,
        title: promise.promise,
        terms: termsOf(measure, target),
        lower: promise.sense === 'at least' ? threshold : Number.NEGATIVE_INFINITY,
        upper: promise.sense === 'at most' ? threshold : Number.POSITIVE_INFINITY,
        phases: [index],
      });
    });
  }
  return measures;
}
