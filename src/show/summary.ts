/**
 * The plan on one screen of a terminal: status in words, the figures that people ask for, sizes, promises, claims, the
 * largest gap. In: a run and the terminal's width. Out: at most 60 lines of aligned text, no colour.
 */
import type { Run } from '../run/run.ts';
import { shadowPriceText, sortedCapacities } from './capacity-data.ts';
import { explanationBlocks } from './explanation-text.ts';
import { count, figure, number, short } from './figure.ts';
import { textTable, wrapped } from './text-columns.ts';
import {
  gapPlace,
  headlines,
  kpiRange,
  kpiText,
  STATUS_WORDS,
  shortfalls,
  statusText,
  unitsSentence,
  unitsText,
} from './wording.ts';

const MOST_LINES = 60;

/** The first `most` rows, and a line that counts the rest. */
function capped(lines: readonly string[], most: number, noun: string): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), `  … and ${lines.length - most} more ${noun} in the report`];
}

/** Each line of an explanation hangs under its title. */
function explained({ explanation }: Run, width: number): readonly (readonly string[])[] {
  if (explanation === null) return [];
  return explanationBlocks(explanation).map(({ title, lines }) => [
    title,
    ...lines.flatMap((line) =>
      wrapped(line, width - 4).map((part, at) => `${at === 0 ? '  ' : '    '}${part}`),
    ),
  ]);
}

export function summary(run: Run, width: number): string {
  const title = run.network?.title ?? run.park?.title ?? 'Park';
  const phases = run.network?.phases ?? [];
  const grid = phases[0]?.grid.label;
  const status = run.explanation === null ? statusText(run) : `${STATUS_WORDS[run.status]}.`;
  const head = [
    short(title, width),
    ...wrapped(status, width).slice(0, 6),
    ...(run.plan !== null && grid !== undefined && grid !== 'full year'
      ? [`Planned on ${grid}, not on every hour of the year.`]
      : []),
    ...(unitsSentence(run.rounding) === '' ? [] : wrapped(unitsSentence(run.rounding), width)),
    ...shortfalls(run)
      .slice(0, 4)
      .map((row) =>
        short(
          `  unserved: ${row.title}, ${figure(row.missing, row.unit)} of ${figure(row.asked, row.unit)}`,
          width,
        ),
      ),
  ];
  const kpis = textTable(
    [{ title: 'Figure' }, { title: 'Value', right: true }, { title: 'Range' }],
    headlines(run.kpis[0] ?? []).map((row) => [row.title, kpiText(row), kpiRange(row)]),
    width,
  );
  const promises = textTable(
    [
      { title: 'Promise' },
      { title: 'Found', right: true },
      { title: 'Target', right: true },
      { title: 'Status' },
    ],
    run.promises.map((row) => [
      row.title,
      figure(row.value, row.unit),
      `${row.sense === 'at least' ? '≥' : '≤'} ${figure(row.target, row.unit)} ${row.year}`,
      row.bound ? `${row.status}, bound` : row.status,
    ]),
    width,
  );
  const claims = textTable(
    [
      { title: 'Claim' },
      { title: 'Found', right: true },
      { title: 'Stated', right: true },
      { title: 'Verdict' },
    ],
    run.claims.map((row) => [
      row.claim,
      figure(row.found, row.unit),
      figure(row.stated, row.unit),
      row.verdict,
    ]),
    width,
  );
  const phase = phases[0]?.id ?? run.capacities[0]?.phase ?? '';
  const inUnits = run.capacities.some((row) => row.units !== null);
  const capacities = textTable(
    [
      { title: 'Capacity' },
      { title: 'Stands', right: true },
      ...(inUnits ? [{ title: 'Units', right: true }] : []),
      { title: 'Allowed', right: true },
      { title: 'One more saves', right: true },
    ],
    sortedCapacities(run.capacities, phase)
      .filter((row) => row.built + row.existing > 0 || row.atLimit !== null)
      .map((row) => [
        row.of === 'output' ? row.title : row.title.includes(',') ? row.title : `${row.title}, ${row.of}`,
        figure(row.built + row.existing, row.unit),
        ...(inUnits ? [unitsText(row)] : []),
        row.atLimit === 'fixed' ? 'fixed' : row.max === null ? 'free' : figure(row.max, row.unit),
        row.atLimit === 'fixed' ? '' : shadowPriceText(row),
      ]),
    width,
  );
  const gap = run.verification?.largestGap;
  const proof = run.plan === null ? null : (run.solution?.certificate ?? null);
  const foot = [
    ...(proof === null
      ? []
      : wrapped(
          `Certificate on the program itself: primal residual ${number(proof.primalResidual, 2)}, dual residual ${number(proof.dualResidual, 2)}, gap ${number(proof.gap, 2)}, all relative (${run.solution?.solver}).`,
          width,
        )),
    ...(gap === undefined
      ? []
      : wrapped(
          `Largest gap without the solver: ${number(gap.relative, 2)} relative in ${gap.what}, ${gapPlace(run, gap.where)}; ${count(run.verification?.checked ?? 0, 'check')}.`,
          width,
        )),
    ...(run.network === null
      ? []
      : [`${count(run.assumed.length, 'silence')} filled in as assumed. Run ${run.id.slice(0, 12)}.`]),
  ];
  const issues =
    run.plan === null
      ? run.issues.slice(0, 5).map((one) => short(`  ${one.severity}: ${one.message}`, width))
      : [];
  const fixed = [
    head,
    issues,
    ...explained(run, width),
    kpis,
    capped(promises, 11, 'promises'),
    capped(claims, 9, 'claims'),
  ];
  const used = [...fixed, foot].reduce(
    (sum, block) => (block.length === 0 ? sum : sum + block.length + 1),
    0,
  );
  const room = Math.max(4, MOST_LINES - used - 3);
  return [...fixed, capped(capacities, room, 'capacities'), foot]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
