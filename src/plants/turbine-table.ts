/**
 * What does a turbine give at each wind speed?
 * In: nothing. Out: power curves of real and of reference turbines at 1.225 kg/m3, as published.
 *
 * Source: National Renewable Energy Laboratory, turbine-models (https://github.com/NREL/turbine-models): `VestasV82_1.65MW_82`,
 * `DOE_GE_1.5MW_77`, `IEA_Reference_3.4MW_130`, `2020ATB_NREL_Reference_4MW_150`, `2020ATB_NREL_Reference_5.5MW_175`,
 * `2023NREL_Bespoke_6MW_170`. Copyright (c) 2020, Alliance for Sustainable Energy, LLC. The figures are used under the BSD
 * 3-Clause License; its text stands in `docs/licences/`. Hub heights and the GE's cut-out are the makers' usual ones.
 */

export interface Turbine {
  readonly title: string;
  /** kW */
  readonly rated: number;
  /** m, a usual hub height for it. */
  readonly hub: number;
  /** m/s; above it the turbine stands still, or ramps down. */
  readonly cutOut: number;
  /** m/s, rising. */
  readonly speeds: readonly number[];
  /** kW, one for each speed. */
  readonly power: readonly number[];
}

/** Speeds from the first on, m/s. */
const every = (step: number, from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => from + at * step);
const held = (rated: number, count: number): number[] => Array.from({ length: count }, () => rated);

export const TURBINES = {
  'nrel-6mw-170': {
    title: 'NREL 2023 bespoke turbine, 6 MW, 170 m (264 W/m2)',
    rated: 6000,
    hub: 115,
    cutOut: 25,
    speeds: every(0.25, 3, 89),
    // biome-ignore format: a table is read by rows
    power: [
      0, 181, 229, 294, 377, 473, 581, 698, 822, 952, 1090, 1241, 1410, 1598, 1805, 2027, 2262, 2509, 2769,
      3050, 3356, 3687, 4027, 4355, 4650, 4897, 5101, 5275, 5429, 5571, 5699, 5806, 5886, 5934, 5957, 5966,
      5970, 5976, 5984, 5992, 5999, ...held(6000, 48),
    ],
  },
  'nrel-5.5mw-175': {
    title: 'NREL ATB 2020 reference turbine, 5.5 MW, 175 m (229 W/m2)',
    rated: 5500,
    hub: 150,
    cutOut: 25,
    speeds: every(0.25, 3, 89),
    // biome-ignore format: a table is read by rows
    power: [
      0, 127, 178, 237, 305, 381, 468, 564, 671, 789, 919, 1061, 1216, 1385, 1567, 1765, 1977, 2205, 2450,
      2711, 2990, 3287, 3602, 3937, 4291, 4665, 5060, 5477, ...held(5500, 61),
    ],
  },
  'nrel-4mw-150': {
    title: 'NREL ATB 2020 reference turbine, 4 MW, 150 m (226 W/m2)',
    rated: 4000,
    hub: 110,
    cutOut: 25,
    speeds: every(0.25, 3, 89),
    // biome-ignore format: a table is read by rows
    power: [
      0, 94, 132, 175, 225, 281, 344, 415, 494, 581, 676, 781, 895, 1019, 1153, 1298, 1455, 1623, 1802, 1995,
      2200, 2418, 2650, 2896, 3156, 3431, 3722, ...held(4000, 62),
    ],
  },
  'iea-3.4mw-130': {
    title: 'IEA Wind Task 37 reference turbine, 3.37 MW, 130 m (254 W/m2)',
    rated: 3370,
    hub: 110,
    cutOut: 25,
    // biome-ignore format: a table is read by rows
    speeds: [
      3, 3.5392, 4.0485, 4.5267, 4.973, 5.3862, 5.7654, 6.1098, 6.4186, 6.6912, 6.9269, 7.1252, 7.408, 7.6468,
      7.9041, 8.0899, 8.3132, 8.5735, 8.8703, 9.203, 9.5707, 9.8127, 25,
    ],
    // biome-ignore format: a table is read by rows
    power: [
      51.6, 123.4, 213.2, 318.8, 436, 560.9, 688.9, 819.1, 949.7, 1075.9, 1193.7, 1299.2, 1460.1, 1605.9,
      1773.5, 1901.5, 2063.3, 2263.3, 2506.6, 2799.3, 3148.5, 3370, 3370,
    ],
  },
  'vestas-v82-1.65mw': {
    title: 'Vestas V82, 1.65 MW, 82 m (312 W/m2)',
    rated: 1650,
    hub: 78,
    cutOut: 20,
    speeds: every(1, 3, 18),
    // biome-ignore format: a table is read by rows
    power: [0, 28, 144, 309, 511, 758, 1017, 1285, 1504, 1637, ...held(1650, 8)],
  },
  'ge-1.5mw-77': {
    title: 'General Electric 1.5 MW, 77 m (322 W/m2), as measured for the Department of Energy',
    rated: 1500,
    hub: 80,
    cutOut: 25,
    // biome-ignore format: a table is read by rows
    speeds: [
      2.97, 3.51, 3.97, 4.52, 5.01, 5.52, 5.99, 6.52, 7.04, 7.51, 8, 8.49, 9.01, 9.52, 10.03, 10.48, 10.99,
      11.49, 11.98, 12.52, 12.97, 13.51, 13.97, 14.43, 15.01, 25,
    ],
    // biome-ignore format: a table is read by rows
    power: [
      0.59, 18.91, 58.88, 100.82, 162.89, 235.1, 303.63, 399.01, 513.9, 608.8, 742.33, 853.63, 975.43, 1096.64,
      1200, 1260, 1318, 1390, 1400, 1453, 1452, 1478, 1482, 1496, 1498, 1498,
    ],
  },
} as const satisfies Readonly<Record<string, Turbine>>;

/** Names as a choice, the one of the library's wind farm first. */
export const TURBINE_NAMES = Object.keys(TURBINES) as readonly (keyof typeof TURBINES)[];
