/**
 * Why believe it: where the linear picture flatters, the certificate, the verification, what was assumed, the sources.
 * In: a run. Out: HTML sections.
 */
import type { RoundingRow } from '../accounts/promise-row.ts';
import type { Run } from '../run/run.ts';
import { GRADES } from '../units/grade.ts';
import { count } from '../units/number.ts';
import { figure, number } from './figure.ts';
import { escapeHtml, list, markup, paragraph, section, table } from './html.ts';
import { gradeSentence, provenance } from './provenance.ts';
import { relaxations } from './relaxations.ts';
import { gapPlace } from './wording.ts';

export function relaxationSection(run: Run): string {
  if (run.plan === null) return '';
  const found = relaxations(run);
  const body =
    found.length === 0
      ? paragraph('None of the known simplifications matters in this plan.')
      : list(
          found.map((one) => markup(`<strong>${escapeHtml(one.title)}.</strong> ${escapeHtml(one.text)}`)),
        );
  return section('flatter', 'Where the linear picture may flatter', body);
}

/** Who says that no better choice of whole units exists, and how far that is proven. */
function boundText({ method, continuous, bound }: RoundingRow, currency: string): string {
  const held = 'The certificate is of the plan with its whole units held.';
  const free = `If any size could be built, the objective would be ${figure(continuous, currency, 5)} (certified in the same way), and no choice of units can be better than that.`;
  return method === 'rounded'
    ? `${held} ${free}`
    : `${held} ${free} That none is better than ${figure(bound, currency, 5)} is the word of HiGHS's search, which is not proven again here.`;
}

export function proofSection(run: Run): string {
  const { verification, solution, rounding } = run;
  const certificate = solution?.certificate ?? null;
  if (verification === null && certificate === null) return '';
  const parts: string[] = [];
  if (certificate !== null)
    parts.push(
      table(
        'Certificate, computed on the whole program and not taken from the solver (relative; 0 is perfect)',
        [
          { title: 'What' },
          { title: 'Relative', align: 'right' },
          { title: 'Absolute', unit: 'unit of the row', align: 'right' },
        ],
        [
          [
            'Limits and balances missed by at most',
            number(certificate.primalResidual, 2),
            number(certificate.primalAbsolute, 2),
          ],
          [
            'Prices inconsistent by at most',
            number(certificate.dualResidual, 2),
            number(certificate.dualAbsolute, 2),
          ],
          [
            'Room left for a better plan',
            number(certificate.gap, 2),
            figure(certificate.gapAbsolute, `million ${run.network?.money.currency ?? ''}`, 2),
          ],
          ...(rounding === null || rounding.whole === null
            ? []
            : [
                [
                  'Room left for a better choice of whole units',
                  number(rounding.gap, 2),
                  figure(Math.max(0, rounding.whole - rounding.bound), run.network?.money.currency ?? '', 2),
                ],
              ]),
        ],
      ),
    );
  if (rounding !== null && rounding.whole !== null)
    parts.push(paragraph(boundText(rounding, run.network?.money.currency ?? '')));
  if (verification !== null) {
    const { largestGap: gap, gaps } = verification;
    parts.push(
      paragraph(
        `${verification.holds ? 'The plan holds' : 'The plan does not hold'}: ${count(verification.checked, 'balance, limit and sum of money', 'balances, limits and sums of money')} were recomputed without the solver. The largest gap is ${number(gap.relative, 2)} of the largest flow there (${number(gap.absolute, 2)} ${gap.unit}), in ${gap.what}: ${gapPlace(run, gap.where)}.`,
      ),
    );
    if (gaps.length > 0)
      parts.push(
        table(
          'The worst gap of each kind',
          [
            { title: 'What' },
            { title: 'Where' },
            { title: 'Relative', align: 'right' },
            { title: 'Absolute', align: 'right' },
          ],
          gaps.map((one) => [
            one.what,
            gapPlace(run, one.where),
            number(one.relative, 2),
            `${number(one.absolute, 2)} ${one.unit}`,
          ]),
        ),
      );
  }
  return section('proof', 'Certificate and verification', parts.join('\n'));
}

export function assumedSection(run: Run): string {
  const warnings = run.issues.filter((one) => one.severity === 'warning');
  const silent = run.network === null && run.park === null;
  if (silent) return '';
  const body =
    run.assumed.length === 0
      ? paragraph('The park file left nothing open that had to be assumed.')
      : `${paragraph(`The park file is silent on ${count(run.assumed.length, 'point')}; each was filled in as follows.`)}${list(run.assumed.map((one) => one.text))}`;
  const warned =
    warnings.length === 0
      ? ''
      : `<h3>Warnings</h3>${list(warnings.map((one) => `${one.path}: ${one.message} ${one.remedy}`))}`;
  const weather = run.weather.length === 0 ? '' : `<h3>Weather</h3>${list(run.weather)}`;
  return section('assumed', 'What was assumed', `${body}${weather}${warned}`);
}

export function sourceSection(run: Run): string {
  if (run.network === null) return '';
  const found = provenance(run);
  if (found.inputs.length === 0) return '';
  const grades = table(
    'Inputs by grade of evidence',
    [{ title: 'Grade' }, { title: 'Inputs', align: 'right' }, { title: 'Share', unit: '%', align: 'right' }],
    GRADES.map((grade) => [
      grade,
      number(found.grades[grade], 6),
      number((100 * found.grades[grade]) / found.inputs.length),
    ]),
  );
  const sources = table(
    'Sources',
    [{ title: 'No.' }, { title: 'Reference' }, { title: 'Inputs', align: 'right' }],
    found.sources.map((one) => [`[${one.number}]`, one.reference, number(one.inputs, 6)]),
    'small',
  );
  const inputs = table(
    'Every value used, with its source number',
    [
      { title: 'Of' },
      { title: 'What' },
      { title: 'Value', align: 'right' },
      { title: 'Range', align: 'right' },
      { title: 'Grade' },
      { title: 'Source' },
    ],
    found.inputs.map((row) => [
      row.owner,
      row.what,
      row.value,
      row.range || '–',
      row.grade,
      row.sources.map((one) => `[${one}]`).join(' '),
    ]),
    'small',
  );
  return section(
    'sources',
    'Sources of every value',
    `${paragraph(gradeSentence(found))}${grades}${sources}${inputs}`,
  );
}

export function manifestSection(run: Run): string {
  const rows = Object.entries(run.manifest).map(([what, value]) => [
    what,
    // Years and seeds are names: no space between their thousands.
    String(value),
  ]);
  const stages = run.stages.map((stage) => [stage.stage, stage.size, number(stage.seconds)]);
  return section(
    'run',
    'This run',
    [
      paragraph(`Run ${run.id}. The same park, library, weather, version and options give the same run.`),
      rows.length === 0
        ? ''
        : table(
            'Manifest: everything that can alter the result',
            [{ title: 'What' }, { title: 'Value' }],
            rows,
            'small',
          ),
      stages.length === 0
        ? ''
        : table(
            'Stages',
            [{ title: 'Stage' }, { title: 'Size' }, { title: 'Time', unit: 's', align: 'right' }],
            stages,
            'small',
          ),
    ].join('\n'),
  );
}
