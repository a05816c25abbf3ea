/**
 * What does a pot make, and how much heat must it lose, when its power is not the nominal one?
 * In: power as a share of nominal, and the pot at its working point. Out: current, current efficiency, metal and heat
 * loss as shares of nominal. Constant anode-cathode distance, hence constant resistance: V = E + R·I, with the back
 * EMF E (Haupin 1998); CE falls as a constant back reaction weighs more: CE = 1 − (1 − CE0)/I; enthalpy of making metal
 * 1.65 + 0.48·CE volt (Grjotheim and Kvande 1993). Pure numbers: current 1 is the nominal current.
 */

export interface WorkingPoint {
  /** Average pot voltage with its share of the busbars, V. */
  readonly voltage: number;
  readonly currentEfficiency: number;
  /** Reversible voltage and overvoltages, V. */
  readonly backEmf: number;
  /** Part of `voltage` that falls outside of the pot, V. */
  readonly busbarVoltage: number;
}

export interface CurvePoint {
  /** DC power, share of nominal. */
  readonly power: number;
  readonly current: number;
  readonly currentEfficiency: number;
  /** Metal, share of nominal. */
  readonly metal: number;
  /** Heat that the pot must lose to stay at its temperature, share of nominal DC power. */
  readonly heatLoss: number;
}

/** Enthalpy of making metal from alumina and carbon at pot temperature, as volts of the cell. */
export const metalVoltage = (currentEfficiency: number): number => 1.65 + 0.48 * currentEfficiency;

/** The pot at a share of its nominal DC power (share > 0). */
export function atPower(pot: WorkingPoint, power: number): CurvePoint {
  const { voltage, backEmf } = pot;
  const resistance = voltage - backEmf;
  const current = (Math.sqrt(backEmf ** 2 + 4 * resistance * power * voltage) - backEmf) / (2 * resistance);
  const currentEfficiency = 1 - (1 - pot.currentEfficiency) / current;
  const heatVoltage =
    backEmf + resistance * current - pot.busbarVoltage * current - metalVoltage(currentEfficiency);
  return {
    power,
    current,
    currentEfficiency,
    metal: (current * currentEfficiency) / pot.currentEfficiency,
    heatLoss: (current * heatVoltage) / voltage,
  };
}

/** Widest slice of the power window that one straight line stands for. */
const WIDEST_SLICE = 0.125;

/**
 * Points of the curve from the low to the high end of the power window; nominal power is always one of them.
 * Between two points the plan goes straight: the curve is concave in metal, so the straight line never flatters.
 */
export function curveOver(pot: WorkingPoint, low: number, high: number): CurvePoint[] {
  const powers = [low];
  for (const [from, to] of [[low, 1] as const, [1, high] as const]) {
    const slices = Math.ceil((to - from) / WIDEST_SLICE - 1e-9);
    for (let k = 1; k <= slices; k++) powers.push(from + ((to - from) * k) / slices);
  }
  return powers.map((power) => atPower(pot, power));
}
