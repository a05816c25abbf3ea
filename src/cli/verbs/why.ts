/**
 * `kombinat why FILE THING`: why does a plant, store, link or market stand where it stands in the plan?
 * In: a park file and a name. Out: what stands of what was allowed, what one more unit would save or cost, what it earns and
 * pays at the marginal prices, what binds. The park is planned for it; nothing is written.
 */
import colours from 'picocolors';
import type { Network } from '../../network/network.ts';
import type { Issue } from '../../park/issue.ts';
import { listed, nearest } from '../../park/name.ts';
import { checkPark, planPark } from '../../run/plan-park.ts';
import type { Run, RunRequest } from '../../run/run.ts';
import { goodNamed, namesIn, namesLike, thingsNamed } from '../../run/thing.ts';
import { why } from '../../run/why.ts';
import { explanationJson } from '../../show/explanation-text.ts';
import { summary } from '../../show/summary.ts';
import { whyJson, whyText } from '../../show/why-text.ts';
import { exitCodeOf } from '../exit-code.ts';
import { faceIssue } from '../face-issue.ts';
import { issueJson } from '../issue-text.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { type ParkOptions, parkRequest, withParkOptions, withSolverOptions } from '../park-request.ts';
import { terminalWidth, visible } from '../terminal.ts';
import { verb } from '../verb.ts';

/** A name that the park does not know is told before anything is planned, which may take minutes. */
async function refusedBeforehand(request: RunRequest, name: string): Promise<Outcome | null> {
  const { network, issues } = await checkPark({
    ...request,
    onStage: undefined,
    onStageStart: undefined,
    onProgress: undefined,
  });
  if (network === null) return refusal(issues);
  if (thingsNamed(network, name).length > 0) return null;
  return refusal([unknownThing(network, name)]);
}

const MOST_NAMED = 8;

/** A good is explained by who gives and takes it; anything else by the names that are near, or by all there are. */
function unknownThing(network: Network, name: string): Issue {
  const names = namesIn(network);
  const path = 'THING';
  if (name.trim() === '') return faceIssue('thing-empty', { path, expected: listed(names) });
  const good = goodNamed(network, name);
  if (good !== null) {
    const [givers, takers] = [listed(good.givers, MOST_NAMED), listed(good.takers, MOST_NAMED)];
    const near = good.takers[0] ?? good.givers[0];
    return faceIssue('thing-is-good', { path, found: good.title, givers, takers, near });
  }
  const like = namesLike(network, name);
  const likely = like.names.length > 0 ? listed(like.names, 4) : undefined;
  // A long name is no slip of a short word.
  const slip = nearest(
    name,
    names.filter((each) => each.length <= 2 * name.length),
  );
  const near = like.whole ? likely : (slip ?? likely);
  return faceIssue('thing-unknown', { path, found: name, near, expected: listed(names) });
}

/** There is no plan to ask. */
function withoutPlan(run: Run): Outcome {
  const { status, message, explanation, issues } = run;
  return {
    exitCode: exitCodeOf(status),
    data: {
      status,
      message,
      explanation: explanation === null ? null : explanationJson(explanation),
      issues: issues.map(issueJson),
    },
    text: visible(summary(run, terminalWidth(process.stdout))),
    issues,
  };
}

async function answer(file: string, name: string, options: ParkOptions): Promise<Outcome> {
  const prepared = parkRequest(file, options);
  if (!prepared.ok) return refusal(prepared.issues, prepared.exitCode);
  const refused = await refusedBeforehand(prepared.request, name);
  if (refused !== null) return refused;
  const run = await planPark(prepared.request);
  if (run.plan === null || run.network === null) return withoutPlan(run);
  const { money, phases } = run.network;
  const whys = why(run, name);
  const width = terminalWidth(process.stdout);
  const head = `Money is ${money.currency} of ${money.year}; prices are marginal prices of the plan (${phases[0].grid.label}).`;
  const text = whys.map((one) => visible(whyText(one, money, phases.length > 1, width)));
  return {
    exitCode: exitCodeOf(run.status),
    data: {
      status: run.status,
      run: run.id,
      money,
      grid: phases[0].grid.label,
      why: whys.map((one) => whyJson(one, money)),
      issues: run.issues.map(issueJson),
    },
    text: ['', ...text, colours.dim(head)].join('\n\n').trimStart(),
    issues: run.issues,
  };
}

export const whyVerb = verb<ParkOptions>(
  'why <file> <thing>',
  'why a plant, store, link or market stands where it stands in the plan',
  (command) => withSolverOptions(withParkOptions(command)),
  ([file, thing], options) => answer(file, thing, options),
);
