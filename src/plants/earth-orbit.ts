/**
 * Where does the Earth stand on its way around the sun?
 * In: time. Out: heliocentric longitude in radians, good to 0.0005 degree for the years of a park.
 *
 * Source: largest terms of VSOP87 (Bretagnon and Francou 1988) as tabled in Reda and Andreas, Solar Position Algorithm for Solar
 * Radiation Applications, NREL/TP-560-34302 (2003), table A4.2.
 */

type Term = readonly [amplitude: number, phase: number, rate: number];

/** One list for each power of time; amplitudes in 1e-8 rad, phases in rad, rates in rad per thousand years. */
// biome-ignore format: a table is read by rows
const LONGITUDE: readonly (readonly Term[])[] = [
  [
    [175347046, 0, 0], [3341656, 4.6692568, 6283.07585], [34894, 4.6261, 12566.1517], [3497, 2.7441, 5753.3849],
    [3418, 2.8289, 3.5231], [3136, 3.6277, 77713.7715], [2676, 4.4181, 7860.4194], [2343, 6.1352, 3930.2097],
    [1324, 0.7425, 11506.7698], [1273, 2.0371, 529.691], [1199, 1.1096, 1577.3435], [990, 5.233, 5884.927],
    [902, 2.045, 26.298], [857, 3.508, 398.149], [780, 1.179, 5223.694], [753, 2.533, 5507.553],
    [505, 4.583, 18849.228], [492, 4.205, 775.523], [357, 2.92, 0.067], [317, 5.849, 11790.629],
    [284, 1.899, 796.298], [271, 0.315, 10977.079], [243, 0.345, 5486.778], [206, 4.806, 2544.314],
    [205, 1.869, 5573.143], [202, 2.458, 6069.777],
  ],
  [
    [628331966747, 0, 0], [206059, 2.678235, 6283.07585], [4303, 2.6351, 12566.1517], [425, 1.59, 3.523],
    [119, 5.796, 26.298], [109, 2.966, 1577.344],
  ],
  [[52919, 0, 0], [8720, 1.0721, 6283.0758], [309, 0.867, 12566.152]],
];

/** @param century Julian centuries of uniform time since noon of 1 January 2000. */
export function earthLongitude(century: number): number {
  const millennium = century / 10;
  return (
    LONGITUDE.reduce(
      (sum, terms, power) =>
        sum +
        millennium ** power *
          terms.reduce((part, [size, phase, rate]) => part + size * Math.cos(phase + rate * millennium), 0),
      0,
    ) / 1e8
  );
}
