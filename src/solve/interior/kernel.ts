/**
 * The compiled arithmetic and its memory. In: lists to lay into the memory, sizes of those that it works on. Out: views of
 * the latter, and the two calls of `kernel/fronts.ts`.
 */
import { KERNEL } from './kernel-code.ts';

/** What the arithmetic works on, in bytes; the order is that of `Slot` in `kernel/fronts.ts`, after the given lists. */
export interface Room {
  readonly diagonal: number;
  readonly signs: number;
  readonly l: number;
  readonly d: number;
  readonly stack: number;
  readonly scratch: number;
  readonly side: number;
}

export interface Kernel {
  numbers(name: keyof Room): Float64Array;
  bytes(name: keyof Room): Int8Array;
  factorise(count: number, leastPivot: number): number;
  solve(count: number, size: number): void;
}

const PAGE = 65_536;
/** Lists begin on lines of 16 bytes, the width of the vector instructions. */
const LINE = 16;

interface Exports {
  factorise(table: number, count: number, leastPivot: number): number;
  solve(table: number, count: number, size: number, x: number): void;
}

/** The three constructors that are needed, as Node and browsers have them. */
const { Module, Memory, Instance } = (
  globalThis as unknown as {
    WebAssembly: {
      Module: new (code: Uint8Array) => object;
      Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
      Instance: new (module: object, imports: object) => { readonly exports: Exports };
    };
  }
).WebAssembly;

let compiled: object | null = null;

function compile(): object {
  compiled ??= new Module(Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0)));
  return compiled;
}

export function startKernel(lists: readonly (Int32Array | Float64Array)[], room: Room): Kernel {
  const line = (bytes: number): number => Math.ceil(bytes / LINE) * LINE;
  const names = Object.keys(room) as (keyof Room)[];
  const table = LINE;
  let end = table + line(4 * (lists.length + names.length));
  const addresses: number[] = [];
  for (const bytes of [...lists.map((list) => list.byteLength), ...names.map((name) => room[name])]) {
    addresses.push(end);
    end += line(bytes) + LINE;
  }
  const memory = new Memory({ initial: Math.ceil(end / PAGE) });
  const { buffer } = memory;
  new Uint32Array(buffer, table, addresses.length).set(addresses);
  for (const [at, list] of lists.entries()) {
    const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
    new Uint8Array(buffer, addresses[at], list.byteLength).set(bytes);
  }
  const { factorise, solve } = new Instance(compile(), { env: { memory } }).exports;
  const addressOf = (name: keyof Room): number => addresses[lists.length + names.indexOf(name)];
  return {
    numbers: (name) => new Float64Array(buffer, addressOf(name), room[name] / 8),
    bytes: (name) => new Int8Array(buffer, addressOf(name), room[name]),
    factorise: (count, leastPivot) => factorise(table, count, leastPivot),
    solve: (count, size) => solve(table, count, size, addressOf('side')),
  };
}
