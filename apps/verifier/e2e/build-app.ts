import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds the app into a folder of its own. The name stands in its script, so that two names make two versions.
 * @param pinned file of the root to trust; the sample root by default
 */
export async function buildApp(name?: string, pinned?: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'vaxcert-verifier-'))
  if (pinned !== undefined) process.env.VAXCERT_ROOT = pinned
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir },
    plugins: name ? [named(name)] : [],
  })
  delete process.env.VAXCERT_ROOT
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
