/**
 * What every verb of the command line shares.
 * In: the parent command. Out: a verb with its `--json`, ending the process with its outcome.
 */
import { Command } from 'commander';
import { finish, type Outcome } from './outcome.ts';

type Work<Options> = (args: readonly string[], options: Options) => Outcome | Promise<Outcome>;

/** `usage` as in commander: `plan <file>`, `calc [name] [values...]`; `shape` adds the verb's own options. */
export function verb<Options extends { json?: boolean }>(
  usage: string,
  about: string,
  shape: (command: Command) => Command,
  work: Work<Options>,
): Command {
  const [name, ...args] = usage.split(' ');
  const command = new Command(name).description(about);
  for (const argument of args) command.argument(argument);
  shape(command).option('--json', 'data as JSON on standard output, talk on standard error');
  return command.action(function (this: Command) {
    const options = this.opts<Options>();
    return finish(options.json === true, () => work(this.processedArgs.flat().filter(isGiven), options));
  });
}

const isGiven = (value: unknown): value is string => value !== undefined;
