import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'
import { precache } from './precache.ts'

const sampleRoot = fileURLToPath(new URL('../../keys-sample/lists/roots/1.root', import.meta.url))
const { VAXCERT_LISTS: lists = './lists/', VAXCERT_ROOT: root = sampleRoot } = process.env

/** The verifier is one page that a static host serves from any folder. Nothing is inlined: the CSP forbids it. */
const config: UserConfig = defineConfig({
  base: './',
  resolve: { conditions: ['@vaxcert/source', 'browser', 'module', 'import', 'default'] },
  plugins: [precache({ lists, root })],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
})

// Vite asks for a default export.
export default config
