/**
 * Does every process stay within its size, its weather, its ramp and its rates, hour by hour?
 * In: a plan of the right shape. Out: ledger entries. Rates are measured against the larger of the process's size and
 * its largest rate over the horizon.
 */
import type { Process } from '../network/network.ts';
import type { Plan } from './plan.ts';
import { enter, enterEach, FLOW_FLOOR, type Ledger } from './verify-ledger.ts';
import { periodLabel, periodsBefore } from './verify-time.ts';

function total(segments: readonly Float64Array[], period: number): number {
  let sum = 0;
  for (const rates of segments) sum += rates[period];
  return sum;
}

/** Size of the process in a phase; Infinity when it has none. */
function sizeOf(plan: Plan, process: Process, phase: number): number {
  return process.capacity < 0 ? Number.POSITIVE_INFINITY : plan.phases[phase].capacities[process.capacity];
}

/** Share of the size that must run in a period: of what the weather gives in its poorest hour, where it decides. */
function minimumOf(plan: Plan, process: Process, phase: number, period: number): number {
  if (process.profile < 0) return process.minimumShare;
  const index = plan.network.phases[phase].grid.periods[process.period];
  const weather = plan.network.series[process.profile].values[phase];
  const hours = weather.subarray(index.first[period], index.first[period] + index.steps[period]);
  return process.minimumShare * hours.reduce((least, value) => Math.min(least, value), 1);
}

function scaleOf(plan: Plan, process: Process, number: number): number {
  let scale = FLOW_FLOOR;
  for (const [index, phase] of plan.phases.entries()) {
    const size = sizeOf(plan, process, index);
    if (Number.isFinite(size)) scale = Math.max(scale, Math.abs(size));
    for (let period = 0; period < phase.activity[number][0].length; period++)
      scale = Math.max(scale, Math.abs(total(phase.activity[number], period)));
  }
  return scale;
}

function verifyProcess(plan: Plan, number: number, phaseIndex: number, scale: number, ledger: Ledger): void {
  const { network } = plan;
  const process = network.processes[number];
  const { grid } = network.phases[phaseIndex];
  const index = grid.periods[process.period];
  const segments = plan.phases[phaseIndex].activity[number];
  const size = sizeOf(plan, process, phaseIndex);
  const sized = Number.isFinite(size);
  const unit = `${network.commodities[process.reference].unit}/h`;
  const at = (period: number): string =>
    `${process.title}, ${periodLabel(network, phaseIndex, process.period, period)}`;
  const each = (what: string, missed: (period: number) => number): void =>
    enterEach(ledger, what, at, index.count, missed, unit, scale);

  for (const rates of segments) each('activity below zero', (period) => -rates[period]);
  // Feeds of one slice share its limit.
  for (const slice of new Set(process.segments.map((segment) => segment.slice))) {
    const parts = [...process.segments.keys()].filter((part) => process.segments[part].slice === slice);
    const { share } = process.segments[parts[0]];
    const rates =
      parts.length === 1
        ? segments[parts[0]]
        : segments[parts[0]].map((_, period) =>
            total(
              parts.map((part) => segments[part]),
              period,
            ),
          );
    if (sized && Number.isFinite(share)) each('capacity limit', (period) => rates[period] - share * size);
    if (process.profile >= 0 && sized && Number.isFinite(share)) {
      const weather = network.series[process.profile].values[phaseIndex];
      const where = (step: number): string =>
        `${process.title}, ${periodLabel(network, phaseIndex, 'hour', step)} (${network.series[process.profile].title})`;
      const missed = (step: number): number => rates[index.of[step]] - share * size * weather[step];
      enterEach(ledger, 'weather limit', where, grid.steps, missed, unit, scale);
    }
  }

  if (process.minimumShare > 0 && sized)
    each(
      'minimum load',
      (period) => minimumOf(plan, process, phaseIndex, period) * size - total(segments, period),
    );
  if (process.open >= 0) {
    const open = network.series[process.open].values[phaseIndex];
    const where = (step: number): string =>
      `${process.title}, ${periodLabel(network, phaseIndex, 'hour', step)}`;
    const passed = (step: number): number => (open[step] === 0 ? total(segments, index.of[step]) : 0);
    enterEach(ledger, 'planned outage', where, grid.steps, passed, unit, scale);
  }
  if (Number.isFinite(process.maxRate))
    each('rate limit', (period) => total(segments, period) - process.maxRate);
  if (process.ramp === null) return;
  const { before, starts } = periodsBefore(grid, index);
  for (let period = 0; period < index.count; period++) {
    // The first period of a run has none before it: a run of hours need not end as it began. A period of several hours
    // gives that many hours to change in; who can change by all of its size in that time is free.
    const reach = process.ramp * index.steps[period];
    if (reach < 1 && sized && starts[period] === 0) {
      const change = Math.abs(total(segments, period) - total(segments, before[period]));
      enter(ledger, 'ramp', () => at(period), change - reach * size, unit, scale);
    }
  }
}

export function verifyLimits(plan: Plan, ledger: Ledger): void {
  for (const [number, process] of plan.network.processes.entries()) {
    const scale = scaleOf(plan, process, number);
    for (const phase of plan.network.phases.keys()) verifyProcess(plan, number, phase, scale, ledger);
  }
}
