/** The engine's wasm as a file of our own build, named by its hash. */
declare module 'zxing-wasm/reader/zxing_reader.wasm?url' {
  const address: string
  export default address
}
