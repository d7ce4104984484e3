import { pinRoot } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { packFolder } from '../../serve/pack-folder.ts'
import { sampleLists } from '../../serve/sample-authority.ts'
import { openLists } from '../../src/lists/open-lists.ts'
import { filesSource, readPack } from '../../src/lists/sources/pack.ts'
import { memoryStore } from '../../src/lists/store/memory-store.ts'

describe('A pack of the sample lists', () => {
  it('is taken over from a file, without a network', async () => {
    const pack = packFolder(sampleLists)
    const root = readPack(pack).get('roots/1.root') as Uint8Array
    const lists = openLists({
      store: memoryStore(true),
      pinned: () => pinRoot(root),
      source: async () => filesSource(new Map()),
      now: () => new Date('2026-01-01'),
      often: () => {},
    })
    expect(await lists.importFile(new Blob([new Uint8Array([1, 2, 3])]))).toEqual({
      kind: 'failed',
      code: 'pack.shape',
    })
    expect(await lists.importFile(new Blob([pack as Uint8Array<ArrayBuffer>]))).toEqual({ kind: 'updated' })
    expect(lists.held.value?.root.environment).toBe('test')
    expect(await lists.update()).toEqual({ kind: 'failed', code: 'list.shape' })
    expect(lists.held.value).toBeDefined()
  })
})
