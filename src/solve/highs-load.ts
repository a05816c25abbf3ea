/**
 * Where does HiGHS come from? In: its WebAssembly, or nothing when that lies beside its loader (as in the package). Out: HiGHS.
 */
import type { Highs } from 'highs';
import highs from 'highs';

interface Wasm {
  readonly Module: new (code: ArrayBuffer) => object;
  readonly Instance: new (module: object, imports: object) => object;
}

interface LoaderOptions {
  /** Emscripten's own; the package lists `wasmBinary` and `wasmModule` instead, which its loader does not read (1.15.3). */
  readonly instantiateWasm?: (imports: object, done: (instance: object) => void) => void;
}

/** The package's types describe its CommonJS form, where the loader is a property; as a module it is the default itself. */
const load = highs as unknown as (options: LoaderOptions) => Promise<Highs>;

export async function loadHighs(code?: () => Promise<ArrayBuffer>): Promise<Highs> {
  if (code === undefined) return load({});
  const bytes = await code();
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  // Without waiting, which a worker may: what is thrown here reaches whoever loads, a promise that fails would not.
  return load({ instantiateWasm: (imports, done) => done(new Instance(new Module(bytes), imports)) });
}
