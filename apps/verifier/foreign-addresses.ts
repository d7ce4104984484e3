import type { Plugin } from 'vite'

/** An address that a dependency's code holds, though here nothing ever goes there. */
interface ForeignAddress {
  readonly file: RegExp
  readonly address: RegExp
}

const addresses: readonly ForeignAddress[] = [
  // Where zxing-wasm would look for its wasm if nobody told it a place; decode-worker.ts does.
  {
    file: /\/zxing-wasm\/dist\/es\/share\.js$/,
    address: /https:\/\/fastly\.jsdelivr\.net\/npm\/zxing-wasm@[\d.]+\/dist\//,
  },
  // The home of html5-qrcode, for a link on a page of its own that is not used.
  { file: /\/html5-qrcode\/esm\/core\.js$/, address: /https:\/\/github\.com\/mebjas\/html5-qrcode/ },
]

/**
 * Takes the addresses of other hosts out of the code of dependencies, so that a reader of the built files sees at once
 * that there is nowhere to call. The CSP forbids the calls anyway.
 */
export function withoutForeignAddresses(): Plugin {
  return {
    name: 'vaxcert-without-foreign-addresses',
    apply: 'build',
    transform(code, id) {
      const held = addresses.find(({ file }) => file.test(id))
      if (held === undefined) return null
      if (!held.address.test(code)) this.error('a dependency no longer holds the address that is taken out of it')
      return { code: code.replace(held.address, ''), map: null }
    },
  }
}
