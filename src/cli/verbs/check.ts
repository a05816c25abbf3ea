/**
 * `kombinat check FILE`: is the park file right, and what does it leave unsaid?
 * In: a park file. Out: every mistake with place and remedy, and the list of what is assumed. Nothing is solved.
 */
import colours from 'picocolors';
import { marketHoursRows, marketHoursWords } from '../../accounts/market-hours.ts';
import { checkPark } from '../../run/plan-park.ts';
import { EXIT } from '../exit-code.ts';
import { issueCount, issueJson, issuesText } from '../issue-text.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { type ParkOptions, parkRequest, withParkOptions } from '../park-request.ts';
import { visibleLine } from '../terminal.ts';
import { verb } from '../verb.ts';

async function check(file: string, options: ParkOptions & { strict?: boolean }): Promise<Outcome> {
  const nothingAssumed = options.nothingAssumed === true || options.strict === true;
  const prepared = parkRequest(file, { ...options, nothingAssumed });
  if (!prepared.ok) return refusal(prepared.issues, prepared.exitCode);
  const run = await checkPark(prepared.request);
  const wrong = run.issues.some((issue) => issue.severity === 'error');
  const rows = run.network === null ? [] : marketHoursRows(run.network, 0);
  const hours = rows.map((row) => `  ${visibleLine(marketHoursWords(row))}`);
  const assumed = run.assumed.map(({ text }) => `  ${visibleLine(text)}`);
  const text = [
    issuesText(run.issues),
    issueCount(run.issues),
    assumed.length === 0
      ? ''
      : `${colours.bold(`Assumed, since the file does not say (${assumed.length})`)}\n${assumed.join('\n')}`,
    hours.length === 0 ? '' : `${colours.bold('By the hour')}\n${hours.join('\n')}`,
    wrong ? '' : colours.green('The park file holds together.'),
  ];
  return {
    exitCode: wrong ? EXIT.wrongInput : EXIT.proven,
    data: { status: wrong ? 'wrong input' : 'fine', issues: run.issues.map(issueJson), assumed: run.assumed },
    text: text.filter((part) => part !== '').join('\n\n'),
  };
}

export const checkVerb = verb<ParkOptions & { strict?: boolean }>(
  'check <file>',
  'find every mistake of a park file, and what it leaves unsaid',
  (command) => withParkOptions(command).option('--strict', 'the same as --nothing-assumed'),
  ([file], options) => check(file, options),
);
