import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What a browser gets of some doors of ours, minified in one file. */
export interface Bundle {
  /** Source files of which at least one byte is in it, from the root of the repository. */
  readonly files: readonly string[]
  readonly gzipBytes: number
}

/** Bundles doors (`@vaxcert/core/verify`) as the verifier's build would: for browsers, from sources, unused code left out. */
export async function bundle(doors: readonly string[]): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: {
      contents: doors.map((door) => `export * from ${JSON.stringify(door)}`).join('\n'),
      resolveDir: fileURLToPath(new URL('../apps/cli', import.meta.url)),
    },
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@vaxcert/source'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  )
  return { files, gzipBytes: gzipSync(outputFiles[0]?.contents ?? '').length }
}
