/** HiGHS's WebAssembly, as the build lays it into the solver's thread: gzip, in base64 (`scripts/build.js`). */
declare module 'highs/runtime' {
  const packed: string;
  export default packed;
}
