// What making a database costs is paid once in a run: all others start with a copy of the first one, before anything was done with it.
// A test that is about the making itself takes this back: `vi.unmock('@electric-sql/pglite')`.
import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite, PGliteOptions } from '@electric-sql/pglite'
import { inject, vi } from 'vitest'

type Lite = typeof import('@electric-sql/pglite')

vi.mock('@electric-sql/pglite', async (load: () => Promise<Lite>) => {
  const lite = await load()
  const create = async (options: PGliteOptions = {}): Promise<PGlite> =>
    lite.PGlite.create(isMade(options.dataDir) ? options : { ...options, loadDataDir: await freshData(lite) })
  return { ...lite, PGlite: { create } }
})

/** Whether the folder holds a database already. */
function isMade(folder: string | undefined): boolean {
  return folder !== undefined && existsSync(join(folder, 'PG_VERSION'))
}

/** Files that start at one time may each make it: they are alike. */
async function freshData({ PGlite }: Lite): Promise<Blob> {
  const path = join(inject('runFolder'), 'embedded.tar')
  if (!existsSync(path)) {
    const first = await PGlite.create()
    const part = `${path}.${process.pid}`
    await writeFile(part, new Uint8Array(await (await first.dumpDataDir('none')).arrayBuffer()))
    await first.close()
    await rename(part, path)
  }
  return new Blob([await readFile(path)])
}
