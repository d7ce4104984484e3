import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'
import { withoutForeignAddresses } from './foreign-addresses.ts'
import { precache } from './precache.ts'

const sampleRoot = fileURLToPath(new URL('../../keys-sample/lists/roots/1.root', import.meta.url))
const { VAXCERT_LISTS: lists = './lists/', VAXCERT_ROOT: root = sampleRoot } = process.env

/**
 * The verifier is one page that a static host serves from any folder. Nothing is inlined: the CSP forbids it. Parts that
 * come later are fetched by `import()` alone: Vite's own helper, which puts links into the page, is not wanted.
 */
const config: UserConfig = defineConfig({
  base: './',
  resolve: { conditions: ['@vaxcert/source', 'browser', 'module', 'import', 'default'] },
  plugins: [withoutForeignAddresses(), precache({ lists, root })],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: () => [withoutForeignAddresses()] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
})

// Vite asks for a default export.
export default config
