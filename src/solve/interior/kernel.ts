/**
 * The compiled arithmetic (`kernel/`) and its memory. In: parts, each with lists to lay into the memory and the sizes of those
 * that it works on. Out: for each part the address of its table, views of the latter lists, and the calls.
 */
import { KERNEL } from './kernel-code.ts';

/** Lists in the order of the part's `Slot` in `kernel/`: given ones first, then those worked on, in bytes. */
export interface Part {
  readonly given: readonly (Int32Array | Float64Array | Uint8Array)[];
  readonly room: Readonly<Record<string, number>>;
}

/** A part in the memory. */
export interface Laid<Name extends string = string> {
  readonly table: number;
  address(name: Name): number;
  numbers(name: Name): Float64Array;
  bytes(name: Name): Int8Array;
}

/** What `kernel/` exports; a table is a part's, other addresses are named. */
export interface Arithmetic {
  factorise(table: number, count: number, leastPivot: number): number;
  solve(table: number, count: number, size: number, side: number): void;
  look(table: number): void;
  center(table: number, diagonal: number, entries: number, rho: number, delta: number): number;
  hold(table: number, sizes: number, prices: number, keep: number, firm: number): void;
  matrix(table: number, diagonal: number, entries: number, rho: number, delta: number): void;
  right(table: number, residuals: boolean): void;
  spread(table: number, side: number, missing: boolean): void;
  collect(table: number, side: number, more: boolean, refined: boolean): void;
  missing(table: number, more: boolean): void;
  finish(table: number, more: boolean): void;
  blend(table: number, sizes: number, prices: number): void;
  after(table: number, sizes: number, prices: number): number;
  second(table: number, target: number): void;
  central(table: number, sizes: number, prices: number, low: number, high: number): void;
  take(table: number, sizes: number, prices: number, least: number, rounding: number): void;
}

const PAGE = 65_536;
/** Lists begin on lines of 16 bytes, the width of the vector instructions. */
const LINE = 16;

/** The three constructors that are needed, as Node and browsers have them. */
const { Module, Memory, Instance } = (
  globalThis as unknown as {
    WebAssembly: {
      Module: new (code: Uint8Array) => object;
      Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
      Instance: new (module: object, imports: object) => { readonly exports: Arithmetic };
    };
  }
).WebAssembly;

let compiled: object | null = null;

function compile(): object {
  compiled ??= new Module(Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0)));
  return compiled;
}

const line = (bytes: number): number => Math.ceil(bytes / LINE) * LINE;

export function startKernel(parts: readonly Part[]): { arithmetic: Arithmetic; laid: readonly Laid[] } {
  let end = LINE;
  const take = (bytes: number): number => {
    const address = end;
    end += line(bytes) + LINE;
    return address;
  };
  const placed = parts.map(({ given, room }) => ({
    table: take(4 * (given.length + Object.keys(room).length)),
    addresses: [...given.map((list) => list.byteLength), ...Object.values(room)].map(take),
  }));
  const memory = new Memory({ initial: Math.ceil(end / PAGE) });
  const { buffer } = memory;
  const laid = parts.map(({ given, room }, number): Laid => {
    const { table, addresses } = placed[number];
    new Uint32Array(buffer, table, addresses.length).set(addresses);
    for (const [at, list] of given.entries()) {
      const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
      new Uint8Array(buffer, addresses[at], list.byteLength).set(bytes);
    }
    const names = Object.keys(room);
    const address = (name: string): number => addresses[given.length + names.indexOf(name)];
    return {
      table,
      address,
      numbers: (name) => new Float64Array(buffer, address(name), room[name] / 8),
      bytes: (name) => new Int8Array(buffer, address(name), room[name]),
    };
  });
  return { arithmetic: new Instance(compile(), { env: { memory } }).exports, laid };
}
