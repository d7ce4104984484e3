import { inject } from 'vitest'
import type { ForeignSource } from '../../../../src/trust/import/foreign-list.ts'
import { readPinnedKey } from '../../../../src/trust/import/pinned-key.ts'

/** Folder of WHO's production list of 22 August 2026 and of the key that signed it, or null where it is absent. */
export const folder: string | null = inject('suites') && `${inject('suites')}/gdhcn`

/** WHO's production list as served. */
export async function realText(): Promise<string> {
  return rawFile('trustlist-did.json')
}

export async function realSource(): Promise<ForeignSource> {
  const [list, key] = [await realText(), await rawFile('signing-key.json')].map((text) =>
    new TextEncoder().encode(text),
  )
  if (list === undefined || key === undefined) throw new TypeError('no list')
  return { files: [list], key: readPinnedKey(key), at: new Date('2026-08-23T00:00:00Z') }
}

/** Vite hands files over alike to Node and to the browser. */
async function rawFile(name: string): Promise<string> {
  const { default: text }: { default: string } = await import(/* @vite-ignore */ `/@fs${folder}/${name}?raw`)
  return text
}
