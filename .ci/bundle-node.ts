import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

/** Packages that bring files which they look for beside their own: they stay where they are. */
const outside = { '@electric-sql/pglite': 'packages/records', pkcs11js: 'packages/hsm' } as const

/** One file that Node starts in no time, made of a program in TypeScript: for tests that start it again and again. */
export async function bundleForNode(program: URL, outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(program)],
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@vaxcert/source'],
    // Packages of the old kind ask for it.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    plugins: [staysOutside],
    logLevel: 'error',
  })
}

const staysOutside: Plugin = {
  name: 'stays-outside',
  setup({ onResolve }) {
    for (const [name, room] of Object.entries(outside)) {
      const { resolve } = createRequire(new URL(`../${room}/package.json`, import.meta.url))
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: resolve(name), external: true }))
    }
  },
}
