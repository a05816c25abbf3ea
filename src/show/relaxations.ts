/**
 * Where may the linear picture flatter? In: a run with a plan. Out: the simplifications that matter in this plan, each
 * only when it applies, with the count or the names that show it.
 */
import { chargeRows } from '../accounts/charges.ts';
import type { Plan } from '../plan/plan.ts';
import { ELEMENT_NAMES } from '../plants/model.ts';
import type { Run } from '../run/run.ts';
import { count } from '../units/number.ts';
import { figure } from './figure.ts';
import { yearlyActivity } from './yearly.ts';

export interface Relaxation {
  readonly title: string;
  readonly text: string;
}

const some = (titles: readonly string[]): string =>
  titles.length <= 4 ? titles.join(', ') : `${titles.slice(0, 4).join(', ')} and ${titles.length - 4} more`;

function sampledTime(plan: Plan): readonly Relaxation[] {
  const { grid } = plan.network.phases[0];
  const hours = count(grid.steps, 'hour');
  if (grid.label === 'typical weeks')
    return [
      {
        title: 'Typical weeks stand for the year',
        text: `${hours} in ${count(grid.segments.length, 'week')} stand for ${figure(grid.hoursPerYear, 'h', 4)}. The worst spell of the year may be missing, stores do not carry from season to season, and no claim by hour can be drawn from this plan.`,
      },
    ];
  if (grid.label === 'consecutive hours')
    return [
      {
        title: 'Only part of the year was planned',
        text: `${hours} on end stand for the whole year; the other seasons were not looked at.`,
      },
    ];
  return [];
}

function foresight(plan: Plan): readonly Relaxation[] {
  const { network } = plan;
  const weather = network.processes.some((process) => process.profile >= 0);
  const stores = plan.phases.some((phase) =>
    phase.discharge.some((rates) => rates.some((rate) => rate > 1e-6)),
  );
  return [
    ...(weather && stores
      ? [
          {
            title: 'The plan knows the weather to come',
            text: 'Stores are filled ahead of every calm that the weather year holds. An operator with a forecast of days does worse: expect more purchase or more storage than told here.',
          },
        ]
      : []),
    ...(weather && network.phases[0].grid.weatherYears.length > 1
      ? [
          {
            title: `${network.phases[0].grid.weatherYears.length} weather years`,
            text: 'Sizes fit these years of wind and sun, each as likely as the others. Calmer years occur; the plan does not show what they cost.',
          },
        ]
      : []),
    ...(weather && network.phases[0].grid.weatherYears.length === 1
      ? [
          {
            title: 'One weather year',
            text: 'Sizes fit one year of wind and sun. Calmer years occur; the plan does not show what they cost.',
          },
        ]
      : []),
  ];
}

/** Plants without weather that run at a small part of their size for many hours: a real one would be switched off. */
function onOff(plan: Plan, phase: number): readonly Relaxation[] {
  const { network } = plan;
  const told = plan.phases[phase];
  const grid = network.phases[phase].grid;
  const low: string[] = [];
  const held: string[] = [];
  network.processes.forEach((process, index) => {
    if (process.kind !== 'plant' || process.profile >= 0 || process.capacity < 0) return;
    const size = told.capacities[process.capacity];
    if (size <= 1e-9) return;
    const { hours } = grid.periods[process.period];
    let [faint, floor] = [0, 0];
    hours.forEach((length, period) => {
      const rate = told.activity[index].reduce((sum, segment) => sum + segment[period], 0) / size;
      if (rate > 1e-4 && rate < 0.25) faint += length;
      if (process.minimumShare > 0 && rate <= process.minimumShare * 1.001) floor += length;
    });
    if (faint > 24) low.push(`${process.title} (${figure(faint, 'h')})`);
    if (floor > 24) held.push(`${process.title} (${figure(floor, 'h')})`);
  });
  return [
    ...(low.length === 0
      ? []
      : [
          {
            title: 'No switching on and off',
            text: `A linear plan cannot start or stop a unit. These run below a quarter of their size for so many hours a year: ${some(low)}. Start-up cost and minimum load would raise their cost.`,
          },
        ]),
    ...(held.length === 0
      ? []
      : [
          {
            title: 'Held at the lowest load',
            text: `These stay on at their lowest load where shutting down might be cheaper, or sit there for longer than an operator likes: ${some(held)}.`,
          },
        ]),
  ];
}

/** Built and hardly run: backup, or bought for what a promise counts by size (jobs, capacity). */
function idle(plan: Plan, phase: number): readonly Relaxation[] {
  const { network } = plan;
  const activity = yearlyActivity(plan, phase);
  const hours = network.phases[phase].grid.hoursPerYear;
  const found = network.processes.flatMap((process, index) => {
    if (process.kind !== 'plant' || process.profile >= 0 || process.capacity < 0) return [];
    const size = plan.phases[phase].capacities[process.capacity];
    const used = size > 1e-6 ? activity[index] / (size * hours) : 1;
    return used < 0.1 ? [`${process.title} (${figure(used, '1')} used)`] : [];
  });
  if (found.length === 0) return [];
  return [
    {
      title: 'Built and hardly run',
      text: `${some(found)}: a plan builds such a plant as backup, or because a binding promise counts what stands and not what runs. Look whether anyone would.`,
    },
  ];
}

function outages(plan: Plan): readonly Relaxation[] {
  const average = plan.network.processes.filter(
    (process) => process.kind === 'plant' && process.yearShare !== null,
  );
  if (average.length === 0) return [];
  return [
    {
      title: 'Outages are averages',
      text: `Availability takes its share of the year evenly; no line, unit or rectifier trips in the worst hour. ${count(average.length, 'plant is', 'plants are')} planned so. Firm supply with one element out (N−1) was not tested.`,
    },
  ];
}

function openMarkets(plan: Plan): readonly Relaxation[] {
  const open = plan.network.processes.filter((process, index) => {
    if (process.kind !== 'buy' && process.kind !== 'sell') return false;
    if (Number.isFinite(process.maxRate) || Number.isFinite(process.maxPerYear)) return false;
    return plan.phases[0].activity[index].some((rates) => rates.some((rate) => rate > 1e-9));
  });
  if (open.length === 0) return [];
  return [
    {
      title: 'Markets without depth',
      text: `Bought or sold at one price in any amount: ${some(open.map((process) => process.title))}. A park of this size moves such prices.`,
    },
  ];
}

/** Products leave with the composition that the library states, whatever they were cast of. */
function statedAlloys(plan: Plan): readonly Relaxation[] {
  const off = chargeRows(plan, 0).flatMap((charge) =>
    charge.elements.flatMap(({ element, mean, stated }) =>
      stated === null || Math.abs(mean - stated) < LEAST_TOLD
        ? []
        : [{ charge, element, tonnes: (mean - stated) * charge.made, mean, stated }],
    ),
  );
  if (off.length === 0) return [];
  const told = off
    .sort((a, b) => Math.abs(b.tonnes) - Math.abs(a.tonnes))
    .map(
      ({ charge, element, mean, stated, tonnes }) =>
        `${ELEMENT_NAMES[element]} in ${charge.product} (cast with ${figure(mean, '1')}, told as ${figure(stated, '1')}: ${figure(Math.abs(tonnes), 't/a')} ${tonnes > 0 ? 'left out' : 'too many'})`,
    );
  return [
    {
      title: 'Alloys go on as they are stated',
      text: `What is cast, and the scrap that comes back of it, carries the composition of the library, not that of its charge, so that blending stays linear: ${some(told)}. So does metal won from dross. A loop that runs for years gathers what is left out here.`,
    },
  ];
}
/** A hundredth of a percent. */
const LEAST_TOLD = 1e-4;

export function relaxations(run: Run): readonly Relaxation[] {
  const { plan, verification } = run;
  if (plan === null) return [];
  return [
    ...sampledTime(plan),
    ...foresight(plan),
    ...onOff(plan, 0),
    ...(verification?.notices ?? []).map((text) => ({ title: 'Two directions at once', text })),
    ...idle(plan, 0),
    ...outages(plan),
    ...statedAlloys(plan),
    ...openMarkets(plan),
  ];
}
