/**
 * Which values does a model use where the user says nothing?
 * In: a model and the values given. Out: a value for every parameter of its table.
 */
import type { Model, Values } from './model.ts';

/** Every parameter of the table, in its own unit; given values replace the defaults. */
export function withDefaults(model: Pick<Model, 'parameters'>, given: Values = {}): Values {
  const values: Record<string, number> = {};
  for (const parameter of model.parameters) values[parameter.key] = given[parameter.key] ?? parameter.default;
  return values;
}
