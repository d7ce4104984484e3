import { listKinds, type Snapshot, type SnapshotFiles } from '@vaxcert/core/trust'
import { hexSha256 } from '../hash.ts'
import type { KeptNewest } from './store.ts'

/** Names a snapshot: its numbers, for people, and a hash over the hashes of all its files. */
export async function stateName({ manifest, files }: Snapshot): Promise<string> {
  const hashes = await Promise.all(filesOf(files).map(hexSha256))
  const all = await hexSha256(new TextEncoder().encode(hashes.join('\n')))
  return `${manifest.epoch}-${manifest.number}-${all}`
}

/** The newest time seen, with its sum. */
export async function newestOf(seconds: number): Promise<KeptNewest> {
  return { seconds, sum: await sumOf(seconds) }
}

/** The seconds, where the sum is right. */
export async function readNewest({ seconds, sum }: KeptNewest): Promise<number | undefined> {
  return Number.isSafeInteger(seconds) && sum === (await sumOf(seconds)) ? seconds : undefined
}

function sumOf(seconds: number): Promise<string> {
  return hexSha256(new TextEncoder().encode(`newest ${seconds}`))
}

/** Roots differ in number, so they stand behind what is always there. */
function filesOf({ roots, manifest, lists }: SnapshotFiles): readonly Uint8Array[] {
  return [manifest, ...listKinds.map((kind) => lists[kind]), ...roots]
}
