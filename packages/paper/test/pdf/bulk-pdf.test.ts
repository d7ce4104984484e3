import { describe, expect, it } from 'vitest'
import { bulkPdf, passPdf } from '../../src/pdf/index.ts'
import { textOf } from '../texts.ts'
import { readPdf } from './read-pdf.ts'
import { options, pass } from './sample-pass.ts'

function manyPages(count: number, everyPage = true): Uint8Array {
  const pdf = bulkPdf(options)
  const parts: Uint8Array[] = []
  for (let index = 0; index < count; index += 1) {
    expect(pdf.add({ ...pass, text: `HC1:${textOf(500 + index)}` }).ok).toBe(true)
    if (everyPage) parts.push(pdf.take())
  }
  return Buffer.concat([...parts, pdf.end()])
}

describe('many pages in one document', () => {
  it('are all there, in order, each with its tree, and the fonts once', () => {
    const pdf = readPdf(manyPages(12))
    const dictionaries = Array.from(pdf.objects.values(), ({ dictionary }) => dictionary)
    expect(pdf.contents).toHaveLength(12)
    expect(new Set(pdf.contents).size).toBe(12)
    expect(dictionaries.filter((dictionary) => dictionary.includes('/FontFile2'))).toHaveLength(2)
    expect(dictionaries.filter((dictionary) => /\/S \/Sect\n/.test(dictionary))).toHaveLength(12)
    expect(dictionaries.filter((dictionary) => /\/S \/TR\n/.test(dictionary))).toHaveLength(132)
  })

  it('lead from each marked content back to the element that owns it', () => {
    const { objects } = readPdf(manyPages(3))
    const dictionaries = Array.from(objects.values())
    const tree = dictionaries.find(({ dictionary }) => dictionary.includes('/Nums'))?.dictionary ?? ''
    const lists = Array.from(tree.matchAll(/(\d+) (\d+) 0 R/g), ([, key, list]) => [Number(key), Number(list)] as const)
    expect(lists.map(([key]) => key)).toEqual([0, 1, 2])
    for (const [key, list] of lists) {
      const owners = Array.from(objects.get(list)?.dictionary.matchAll(/(\d+) 0 R/g) ?? [], ([, owner]) =>
        Number(owner),
      )
      for (const [content, owner] of owners.entries()) {
        const dictionary = objects.get(owner)?.dictionary ?? ''
        expect(dictionary).toMatch(new RegExp(`/K ${content}\n`))
        const page = objects.get(Number(/\/Pg (\d+)/.exec(dictionary)?.[1]))
        expect(page?.dictionary).toMatch(new RegExp(`/StructParents ${key}\n`))
      }
    }
  })

  it('have the same bytes, whenever these are taken away', () => {
    expect(manyPages(4, true)).toEqual(manyPages(4, false))
  })

  it('cost a sixth of a document of one page each', () => {
    const alone = passPdf(pass, options)
    const ten = manyPages(10).length
    expect(alone.ok && (manyPages(20).length - ten) / 10 < alone.bytes.length / 6).toBe(true)
  })

  it('stay as they were when a pass is refused', () => {
    const pdf = bulkPdf(options)
    expect(pdf.add(pass).ok).toBe(true)
    expect(pdf.add({ ...pass, issuer: '\u202e' })).toMatchObject({ ok: false })
    expect(pdf.add({ ...pass, maker: 'W'.repeat(320) })).toMatchObject({ ok: false, code: 'pass.too-long' })
    expect(pdf.pages).toBe(1)
    const alone = passPdf(pass, options)
    expect(alone.ok && pdf.end()).toEqual(alone.ok && alone.bytes)
  })

  it('are at least one, and their code is 35 to 60 mm', () => {
    expect(() => bulkPdf(options).end()).toThrow(TypeError)
    for (const qrMillimetres of [34.9, 60.1, Number.NaN])
      expect(() => bulkPdf({ ...options, qrMillimetres })).toThrow(TypeError)
  })
})
