/**
 * The arithmetic of the interior point method, in WebAssembly (AssemblyScript, compiled by `npm run kernel` into
 * `src/solve/interior/kernel-code.ts`).
 */
export { factorise, solve } from './fronts';
export * from './residuals';
export * from './steps';
export * from './system';
