import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the app into a folder of its own. The name stands in its script, so that two names make two versions. */
export async function buildApp(name?: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'vaxcert-verifier-'))
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir },
    plugins: name ? [named(name)] : [],
  })
  return outDir
}

/** The script says which version it is: `data-script` of the page. */
function named(name: string): Plugin {
  return {
    name: 'vaxcert-named',
    transform(code, id) {
      if (!id.endsWith('/src/main.tsx')) return null
      return `document.documentElement.dataset.script = ${JSON.stringify(name)}\n${code}`
    },
  }
}
