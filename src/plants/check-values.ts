/**
 * Do these values lie where the model has meaning, and where plants have been seen to run?
 * In: a model and values in its units. Out: one fault per value outside of its physical or usual range; the sentence is
 * made elsewhere.
 */
import { withDefaults } from './defaults.ts';
import type { Conflict, Model, Values } from './model.ts';

export interface ValueFault {
  readonly key: string;
  readonly title: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** `physical`: an error, the model has no meaning there. `usual`: a warning, no published plant runs there. */
  readonly kind: 'physical' | 'usual';
  readonly why: string;
  readonly source: string;
}

/** A value that is not a number is outside of every range. Values that are not given are not checked. */
export function checkValues(model: Pick<Model, 'parameters'>, values: Values): ValueFault[] {
  const faults: ValueFault[] = [];
  for (const parameter of model.parameters) {
    const value = values[parameter.key];
    if (value === undefined || (parameter.unsaid !== undefined && Number.isNaN(value))) continue;
    const outside = ([low, high]: readonly [number, number]) => !(value >= low && value <= high);
    const wrongChoice = parameter.choices !== undefined && !Number.isInteger(value);
    const kind =
      wrongChoice || outside(parameter.physical) ? 'physical' : outside(parameter.usual) ? 'usual' : null;
    if (!kind) continue;
    const [low, high] = parameter[kind];
    faults.push({
      key: parameter.key,
      title: parameter.title,
      value,
      low,
      high,
      unit: parameter.unit,
      kind,
      why: parameter.why ?? '',
      source: parameter.source,
    });
  }
  return faults;
}

/** Values that cannot hold together; what is not given counts with its default. */
export function checkTogether(model: Model, values: Values): readonly Conflict[] {
  return model.conflicts?.(withDefaults(model, values)) ?? [];
}
