/**
 * What does a turbine give at each wind speed?
 * In: nothing. Out: power curves of reference turbines at 1.225 kg/m3, as published.
 *
 * Source: National Renewable Energy Laboratory, turbine-models, `2023NREL_Bespoke_6MW_170` and
 * `2020ATB_NREL_Reference_5.5MW_175` (https://github.com/NREL/turbine-models). Copyright (c) 2020, Alliance for
 * Sustainable Energy, LLC. The figures are used under the BSD 3-Clause License; its text stands in `docs/licences/`.
 */

export interface Turbine {
  readonly title: string;
  /** kW */
  readonly rated: number;
  /** m */
  readonly rotor: number;
  /** m, a usual hub height for it. */
  readonly hub: number;
  /** m/s; above it the turbine stands still. */
  readonly cutOut: number;
  /** kW from 3 to 25 m/s in steps of 0.25 m/s. */
  readonly power: readonly number[];
}

/** First speed and step of all `power` lists, m/s. */
export const TABLE_START = 3;
export const TABLE_STEP = 0.25;

export const TURBINES: Readonly<Record<string, Turbine>> = {
  '6MW-170': {
    title: 'NREL 2023 bespoke turbine, 6 MW, 170 m (264 W/m2)',
    rated: 6000,
    rotor: 170,
    hub: 115,
    cutOut: 25,
    // biome-ignore format: a table is read by rows
    power: [
      0, 181, 229, 294, 377, 473, 581, 698, 822, 952, 1090, 1241, 1410, 1598, 1805, 2027, 2262, 2509, 2769,
      3050, 3356, 3687, 4027, 4355, 4650, 4897, 5101, 5275, 5429, 5571, 5699, 5806, 5886, 5934, 5957, 5966,
      5970, 5976, 5984, 5992, 5999, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000,
      6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000,
      6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000, 6000,
      6000, 6000,
    ],
  },
  '5.5MW-175': {
    title: 'NREL ATB 2020 reference turbine, 5.5 MW, 175 m (229 W/m2)',
    rated: 5500,
    rotor: 175,
    hub: 150,
    cutOut: 25,
    // biome-ignore format: a table is read by rows
    power: [
      0, 127, 178, 237, 305, 381, 468, 564, 671, 789, 919, 1061, 1216, 1385, 1567, 1765, 1977, 2205, 2450,
      2711, 2990, 3287, 3602, 3937, 4291, 4665, 5060, 5477, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500,
      5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500,
      5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500,
      5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500,
      5500, 5500,
    ],
  },
};
