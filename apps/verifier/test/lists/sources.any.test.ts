import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isListName } from '../../src/lists/layout.ts'
import { folderSource } from '../../src/lists/sources/folder-source.ts'
import { packSource, readPack } from '../../src/lists/sources/pack.ts'
import { webSource } from '../../src/lists/sources/web-source.ts'

const KNOWN = ['manifest.list', 'value-sets.list', 'roots/1.root', `chunks/${'a'.repeat(64)}`] as const

describe('A pack', () => {
  it('gives the files that it carries, and no others', async () => {
    const source = await packSource(
      new Blob([
        packed([
          ['manifest.list', [1, 2]],
          ['roots/12.root', []],
        ]),
      ]),
    )
    expect(await source.file('manifest.list', 2)).toEqual(Uint8Array.of(1, 2))
    expect(await source.file('roots/12.root', 2)).toEqual(new Uint8Array())
    expect(await source.file('trust.list', 2)).toBeUndefined()
    await expect(source.file('manifest.list', 1)).rejects.toMatchObject({ code: 'list.too-large' })
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['another file', Uint8Array.from('HC1:NCFOXN', (letter) => letter.charCodeAt(0))],
    [
      'one file twice',
      packed([
        ['deny.list', [1]],
        ['deny.list', [1]],
      ]),
    ],
    ['a path', packed([['../deny.list', [1]]])],
    ['more behind its end', Uint8Array.of(...packed([['deny.list', [1]]]), 0)],
    ['less than it says', packed([['deny.list', [1, 2, 3]]]).slice(0, -1)],
  ])('that holds %s is refused', (_, bytes) => {
    expect(() => readPack(bytes)).toThrow(expect.objectContaining({ code: 'pack.shape' }))
  })

  it('of any bytes is read or refused with its code', () => {
    const head = [...packed([])]
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(codeOf(() => readPack(Uint8Array.of(...head, ...bytes)))).toMatch(/^(?:fine|pack\.shape)$/)
      }),
    )
  })
})

describe('A file that goes away while it is read', () => {
  const gone = () => {
    const made = file('deny.list')
    made.arrayBuffer = () => Promise.reject(new DOMException('the stick is out', 'NotReadableError'))
    return made
  }

  it('is told as such, a pack or a chosen file', async () => {
    await expect(packSource(gone())).rejects.toMatchObject({ code: 'pack.unreadable' })
    await expect(folderSource([gone()]).file('deny.list', 10)).rejects.toMatchObject({ code: 'pack.unreadable' })
  })
})

describe('Chosen files', () => {
  it('are found in whichever folder they lie, and by their names alone', async () => {
    const source = folderSource([file('stick/lists/roots/1.root'), file('stick/lists/deny.list'), file('b'.repeat(64))])
    for (const name of ['roots/1.root', 'deny.list', `chunks/${'b'.repeat(64)}`]) {
      expect(await source.file(name, 10), name).toEqual(Uint8Array.of(7))
    }
    expect(await source.file('trust.list', 10)).toBeUndefined()
    await expect(source.file('deny.list', 0)).rejects.toMatchObject({ code: 'list.too-large' })
  })
})

describe('An address', () => {
  const at = (answer: () => Promise<Response>) => webSource('https://lists.example/vn/', answer as typeof fetch)

  it('gives a file of at most so many bytes', async () => {
    const source = at(async () => new Response(Uint8Array.of(1, 2, 3)))
    expect(await source.file('deny.list', 3)).toEqual(Uint8Array.of(1, 2, 3))
    await expect(source.file('deny.list', 2)).rejects.toMatchObject({ code: 'list.too-large' })
  })

  it('that answers without end is left', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new Uint8Array(1024)) })
    const source = at(async () => new Response(endless))
    await expect(source.file('deny.list', 100_000)).rejects.toMatchObject({ code: 'list.too-large' })
  })

  it.each<[string, () => Promise<Response>, string | undefined]>([
    ['404', async () => new Response('', { status: 404 }), undefined],
    ['a page', async () => new Response('<p>', { headers: { 'content-type': 'text/html' } }), undefined],
    ['500', async () => new Response('', { status: 500 }), 'source.unreachable'],
    ['nothing', () => Promise.reject(new TypeError('network')), 'source.unreachable'],
  ])('that answers with %s has no file, or is not reached', async (_, answer, code) => {
    const outcome = await at(answer)
      .file('deny.list', 10)
      .catch((error: { code: string }) => error.code)
    expect(outcome).toBe(code)
  })
})

describe('A name of a published folder', () => {
  it.each(KNOWN)('can be %s', (name) => expect(isListName(name)).toBe(true))
  it.each(['', 'manifest', 'roots/0.root', 'roots/01.root', '/deny.list', 'deny.list\n', 'chunks/A', 'evil.list'])(
    'cannot be %j',
    (name) => expect(isListName(name)).toBe(false),
  )
})

function packed(files: readonly (readonly [string, readonly number[]])[]): Uint8Array<ArrayBuffer> {
  const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
  const parts = files.flatMap(([name, bytes]) => [name.length, ...letters(name), 0, 0, 0, bytes.length, ...bytes])
  return Uint8Array.of(...letters('VAXLIST1'), ...parts)
}

function file(path: string): File {
  const made = new File([Uint8Array.of(7)], path.split('/').at(-1) ?? '')
  Object.defineProperty(made, 'webkitRelativePath', { value: path.includes('/') ? path : '' })
  return made
}

function codeOf(run: () => unknown): unknown {
  try {
    run()
    return 'fine'
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}
