import { Fault } from '@vaxcert/core/fault'
import { pinRoot, type Root } from '@vaxcert/core/trust'
import { maxBytes } from './layout.ts'
import { webSource } from './sources/web-source.ts'

/** What a deployment decides; part of its build, and hashed with it. */
export interface Settings {
  /** Where the lists are published, ending in a slash. */
  readonly address: string
  /** The root to trust, whose word the app ships. */
  readonly pinned: Root
}

const MAX_CONFIG_BYTES = 4096

/**
 * Reads `config.json` and the root that it names, from the app's own folder.
 * @throws Fault `config.shape`, `source.unreachable`, and why the root cannot be believed
 */
export async function readSettings(folder: string): Promise<Settings> {
  const own = webSource(folder)
  const config = readConfig(await own.file('config.json', MAX_CONFIG_BYTES), folder)
  const root = await own.file(config.root, maxBytes.root)
  if (root === undefined) throw new Fault('config.shape', 'no root')
  return { address: config.address, pinned: await pinRoot(root) }
}

/** `{"lists": "./lists/", "root": "pinned.root"}`: addresses from the app's folder on. */
function readConfig(bytes: Uint8Array | undefined, folder: string): { address: string; root: string } {
  try {
    const { lists, root } = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof lists === 'string' && lists.endsWith('/') && typeof root === 'string')
      return { address: new URL(lists, folder).href, root }
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error
  }
  throw new Fault('config.shape', 'config.json')
}
