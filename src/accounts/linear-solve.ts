/**
 * Small dense systems with several right-hand sides: A X = B.
 * In: rows of A (square) and of B. Out: rows of X. Gaussian elimination with row exchange (Golub and Van Loan, Matrix
 * Computations, 4th ed. 2013, section 3.4); sizes here are the nodes of a park, some hundred. An unknown that nothing
 * determines comes out as zero.
 */
export function solveDense(matrix: readonly Float64Array[], right: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  // Rows are brought to the same size first, so that tonnes and kilogrammes are weighed alike.
  const scale = matrix.map(
    (row) => row.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1,
  );
  const a = matrix.map((row, index) => row.map((value) => value / scale[index]));
  const b = right.map((row, index) => row.map((value) => value / scale[index]));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) pivot = row;
    [a[column], a[pivot]] = [a[pivot], a[column]];
    [b[column], b[pivot]] = [b[pivot], b[column]];
    const lead = a[column][column];
    if (Math.abs(lead) < 1e-12) continue;
    for (let row = column + 1; row < size; row++) {
      const factor = a[row][column] / lead;
      if (factor === 0) continue;
      for (let next = column; next < size; next++) a[row][next] -= factor * a[column][next];
      for (let side = 0; side < b[row].length; side++) b[row][side] -= factor * b[column][side];
    }
  }
  const x = b.map((row) => new Float64Array(row.length));
  for (let row = size - 1; row >= 0; row--) {
    const lead = a[row][row];
    if (Math.abs(lead) < 1e-12) continue;
    for (let side = 0; side < x[row].length; side++) {
      let rest = b[row][side];
      for (let next = row + 1; next < size; next++) rest -= a[row][next] * x[next][side];
      x[row][side] = rest / lead;
    }
  }
  return x;
}
