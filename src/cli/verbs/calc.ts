/**
 * `kombinat calc [NAME key=value …]`: the plant models as calculators; without a name, all of them with their parameters.
 * In: a model's name and values. Out: its results with units.
 */
import colours from 'picocolors';
import { nearest, slug } from '../../park/name.ts';
import type { Model } from '../../plants/model.ts';
import { MODELS } from '../../plants/models.ts';
import { showQuantity } from '../../units/unit.ts';
import { type Amount, calculate, calculationJson, parameterTable, showParameter } from '../calculator.ts';
import { EXIT } from '../exit-code.ts';
import { faceIssue } from '../face-issue.ts';
import { type Outcome, refusal } from '../outcome.ts';
import { textTable } from '../text-table.ts';
import { verb } from '../verb.ts';

const models: readonly Model[] = Object.values(MODELS);

const HOW = colours.dim(
  'A bare number takes the unit of the default; a share is 0.945 or 94.5%; a list is 4.0,4.1,4.2 or [4.0,4.1,4.2].',
);

function listed(model: Model) {
  const { name, title, about, parameters, outputs } = model;
  return { name, title, about, parameters, outputs };
}

function modelText(model: Model): string {
  const outputs = model.outputs.map((output) => [`  ${output.key}`, output.unit, output.title]);
  return [
    `${colours.bold(model.name)}  ${model.title}`,
    model.about,
    parameterTable(model),
    textTable(['  result', 'unit', ''], outputs),
  ].join('\n');
}

function catalogue(): Outcome {
  const text = [...models.map(modelText), HOW].join('\n\n');
  return { exitCode: EXIT.proven, data: { models: models.map(listed) }, text };
}

function amountText({ value }: Amount, show: (one: number) => string, none = 'no value'): string {
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => (typeof one === 'number' ? show(one) : (one ?? none))).join(', ');
}

function calc(name: string, words: readonly string[]): Outcome {
  const wanted = slug(name);
  const model = models.find((one) => one.name === wanted);
  if (model === undefined) {
    const near = nearest(
      wanted,
      models.map((one) => one.name),
    );
    return refusal([faceIssue('model-unknown', { found: name, near })]);
  }
  const calculated = calculate(model, words);
  if (!calculated.ok) return refusal(calculated.issues);
  const { inputs, outputs, warnings } = calculated.value;
  const given = model.parameters.map((parameter) => [
    `  ${parameter.key}`,
    amountText(inputs[parameter.key], (one) => showParameter(parameter, one), parameter.unsaid),
    parameter.title,
  ]);
  const results = model.outputs.map(({ key, unit, title }) => [
    `  ${key}`,
    amountText(outputs[key], (one) => showQuantity(one, unit)),
    title,
  ]);
  const title = `${colours.bold(model.name)}  ${model.title}`;
  const resultTable = textTable(['result', '', ''], results, [1], [2]);
  const data = calculationJson(calculated.value);
  if (words.length === 0) {
    // Nothing given: what can be, in which unit and range, and the results of the defaults.
    const text = [`${title}\n${model.about}`, parameterTable(model), resultTable, HOW].join('\n\n');
    return { exitCode: EXIT.proven, data: { ...data, parameters: model.parameters }, text, issues: warnings };
  }
  const text = [title, textTable(['given', '', ''], given, [1], [2]), resultTable].join('\n\n');
  return { exitCode: EXIT.proven, data, text, issues: warnings };
}

export const calcVerb = verb(
  'calc [name] [values...]',
  'calculate one plant model (without a name: list them all)',
  (command) =>
    command.addHelpText(
      'after',
      '\nExample: kombinat calc potline cell-voltage=4.1 current-efficiency=94.5%',
    ),
  ([name, ...words]) => (name === undefined ? catalogue() : calc(name, words)),
);
