/**
 * What does a pot make, and how much heat must it lose, when its power is not the nominal one?
 * In: power as a share of nominal, and the pot at its working point. Out: current, current efficiency, metal and heat
 * loss as shares of nominal. Constant anode-cathode distance, hence constant resistance: V = E + R·I, with the back
 * EMF E (Haupin 1998); CE falls as a constant back reaction weighs more: CE = 1 − (1 − CE0)/I; enthalpy of making metal
 * 1.65 + 0.48·CE volt (Grjotheim and Kvande 1993). A pot whose power swings far loses some more efficiency (thermal cycling):
 * so much for each share of power beyond a band around nominal. Pure numbers: current 1 is the nominal current.
 */

export interface WorkingPoint {
  /** Average pot voltage with its share of the busbars, V. */
  readonly voltage: number;
  readonly currentEfficiency: number;
  /** Reversible voltage and overvoltages, V. */
  readonly backEmf: number;
  /** Part of `voltage` that falls outside of the pot, V. */
  readonly busbarVoltage: number;
  /** Share of power away from nominal within which cycling costs no efficiency. */
  readonly cyclingBand: number;
  /** Current efficiency lost for each share of power beyond the band (0.1: 0.1 of a point for each per cent). */
  readonly cyclingLoss: number;
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
  const { voltage, backEmf, cyclingBand, cyclingLoss } = pot;
  const resistance = voltage - backEmf;
  const current = (Math.sqrt(backEmf ** 2 + 4 * resistance * power * voltage) - backEmf) / (2 * resistance);
  const beyond = Math.max(0, Math.abs(power - 1) - cyclingBand);
  const currentEfficiency = 1 - (1 - pot.currentEfficiency) / current - cyclingLoss * beyond;
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
 * Points of the curve from the low to the high end of the power window; nominal power is always one of them, and so are
 * the ends of the band where cycling begins to cost. Between two points the plan goes straight: the curve is concave in
 * metal, so the straight line never flatters.
 */
export function curveOver(pot: WorkingPoint, low: number, high: number): CurvePoint[] {
  const kinks = pot.cyclingLoss > 0 ? [1 - pot.cyclingBand, 1 + pot.cyclingBand] : [];
  const inside = [...kinks, 1].filter((power) => power > low && power < high);
  const ends = [...new Set([low, ...inside, 1, high])].sort((a, b) => a - b);
  const powers = [low];
  for (const [k, to] of ends.slice(1).entries()) {
    const from = ends[k];
    const slices = Math.ceil((to - from) / WIDEST_SLICE - 1e-9);
    for (let slice = 1; slice <= slices; slice++) powers.push(from + ((to - from) * slice) / slices);
  }
  return powers.map((power) => atPower(pot, power));
}
