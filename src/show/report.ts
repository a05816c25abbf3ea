/**
 * One page that a minister can read and a lender can print: the answer first, then what it rests on.
 * In: a run, finished or failed. Out: one HTML file that needs nothing else: no script, no font, no request.
 *
 *   answer (─► why not) ─► promises ─► chain ─► charge ─► built ─► running ─► by the hour ─► by the year ─► security ─► money ─► carbon ─► residues ─► people ─► figures
 *          ─► where it may flatter ─► proof ─► assumed ─► sources ─► run
 */
import type { Plan } from '../plan/plan.ts';
import type { Run } from '../run/run.ts';
import { escapeHtml } from './html.ts';
import { REPORT_STYLE } from './report-style.ts';
import {
  carbonSection,
  moneySection,
  otherFigures,
  peopleSection,
  residueSection,
} from './section-account.ts';
import { answerSection, promiseSection } from './section-answer.ts';
import { chargeSection } from './section-charge.ts';
import { explanationSection } from './section-explanation.ts';
import { hoursSection } from './section-hours.ts';
import { oreSection } from './section-ore.ts';
import { builtSection, chainSection, runningSection } from './section-plant.ts';
import { securitySection } from './section-security.ts';
import {
  assumedSection,
  manifestSection,
  proofSection,
  relaxationSection,
  sourceSection,
} from './section-trust.ts';
import { weatherSection } from './section-weather.ts';

/** Pictures and accounts show the first phase; sizes are shown for every phase. */
function planSections(run: Run, plan: Plan): readonly string[] {
  return [
    chainSection(plan, 0),
    chargeSection(plan, 0),
    builtSection(run, plan),
    runningSection(run, plan, 0),
    hoursSection(plan, 0),
    weatherSection(run, plan, 0),
    securitySection(plan, 0),
    moneySection(run, plan, 0),
    carbonSection(run, plan, 0),
    oreSection(plan),
    residueSection(run, plan, 0),
    peopleSection(run, plan, 0),
    otherFigures(run, plan, 0),
  ];
}

/** Numbered, with a table of contents for the screen. */
function numbered(sections: readonly string[]): { readonly body: string; readonly contents: string } {
  const present = sections.filter((one) => one !== '');
  const heading = /<h2 id="([^"]+)-title">([\s\S]*?)<\/h2>/;
  const items = present.map((one) => {
    const [, id, title] = heading.exec(one) ?? ['', '', ''];
    return `<li><a href="#${id}">${title}</a></li>`;
  });
  const body = present
    .map((one, at) => one.replace(heading, `<h2 id="$1-title">${at + 1}. $2</h2>`))
    .join('\n');
  return { body, contents: `<nav aria-label="Contents"><ol>${items.join('')}</ol></nav>` };
}

export function report(run: Run): string {
  const title = run.network?.title ?? run.park?.title ?? 'Park';
  const { body, contents } = numbered([
    explanationSection(run),
    promiseSection(run),
    ...(run.plan === null ? [] : planSections(run, run.plan)),
    relaxationSection(run),
    proofSection(run),
    assumedSection(run),
    sourceSection(run),
    manifestSection(run),
  ]);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1></header>
<main>
${answerSection(run)}
${contents}
${body}
</main>
<footer class="small">Run ${escapeHtml(run.id)}</footer>
</body>
</html>
`;
}
