import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds a script of this folder with its workers as the app is built, behind an empty page. Returns the folder. */
export async function buildPage(script: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'vaxcert-page-'))
  await build({
    root,
    configFile: false,
    base: './',
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['@vaxcert/source', 'browser', 'module', 'import', 'default'] },
    worker: { format: 'es' },
    build: {
      outDir,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(root, 'e2e', script), output: { entryFileNames: 'page.js' } },
    },
  })
  writeFileSync(join(outDir, 'index.html'), '<!doctype html><script type="module" src="page.js"></script>')
  return outDir
}
