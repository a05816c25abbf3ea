/**
 * How the arithmetic reads its lists: by address and number, and the addresses from a table.
 */

// @ts-ignore: decorator of AssemblyScript
@inline
export function at32(list: usize, index: i32): i32 {
  return load<i32>(list + (<usize>index << 2));
}

// @ts-ignore: decorator of AssemblyScript
@inline
export function at64(list: usize, index: i32): f64 {
  return load<f64>(list + (<usize>index << 3));
}

// @ts-ignore: decorator of AssemblyScript
@inline
export function list(table: usize, slot: i32): usize {
  return <usize>load<u32>(table + ((<usize>slot) << 2));
}
