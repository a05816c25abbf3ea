/**
 * The command line: `kombinat VERB …`. One file a verb under `verbs/`; this one only joins them and tells mistakes of use.
 * In: the arguments. Out: data on standard output, talk on standard error, the exit code (`exit-code.ts`).
 */
import { Command, CommanderError } from 'commander';
import { faceIssue } from './face-issue.ts';
import { watchInterrupts } from './interrupt.ts';
import { finish, forgiveClosedPipes, refusal } from './outcome.ts';
import { packageVersion } from './package-root.ts';
import { terminalWidth } from './terminal.ts';
import { VERBS } from './verbs.ts';

const json = process.argv.includes('--json');

/** Commander's words for a mistake of use, as an issue with its near miss. */
function misuse(error: CommanderError) {
  const verbName = process.argv[2]?.startsWith('-') === false ? process.argv[2] : '';
  const near = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1];
  const quoted = /'(.+?)'/.exec(error.message)?.[1] ?? '';
  const sentence = error.message.split('\n')[0]!.replace(/^error: /, '');
  const reason = `${sentence[0]!.toUpperCase()}${sentence.slice(1).replace(/\.$/, '')}.`;
  const codes: Record<string, string> = {
    'commander.unknownCommand': 'unknown-verb',
    'commander.unknownOption': 'unknown-option',
  };
  const code = codes[error.code] ?? 'wrong-use';
  return faceIssue(code, { found: quoted, reason, verb: verbName, near });
}

async function main(): Promise<void> {
  forgiveClosedPipes();
  watchInterrupts(json);
  const program = new Command('kombinat')
    .description('Plans a vertically integrated metal park from one park file.')
    .version(packageVersion())
    .addHelpText(
      'after',
      '\nEnds with 0 proven plan · 1 input wrong · 2 infeasible or unbounded · 3 limit reached or unserved demand · ' +
        '4 internal fault · 5 the machine (disk, permission) · 130 stopped by Ctrl-C.',
    );
  for (const command of VERBS) program.addCommand(command);
  for (const command of [program, ...VERBS]) {
    command.exitOverride().configureOutput({
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => terminalWidth(process.stdout),
    });
  }
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    if (error.code === 'commander.help') process.stdout.write(program.helpInformation());
    else await finish(json, () => refusal([misuse(error)]));
  }
}

await main();
