import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gzipOf, loadsOf } from '../../bench/loads.ts'
import { buildApp } from '../../e2e/build-app.ts'

/** Bytes of gzip that may come before the first screen works. */
const MOST_FIRST_BYTES = 60_000

/** Names of kinds of markup: no one asks for what lies there. */
const NAMESPACES = ['http://www.w3.org/1998/Math/MathML', 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg']

describe('A build of the verifier', () => {
  let [one, two] = ['', '']
  beforeAll(async () => {
    one = await buildApp()
    two = await buildApp()
  })
  afterAll(() => {
    for (const folder of [one, two]) rmSync(folder, { recursive: true })
  })

  it('gives the same bytes again', () => {
    expect(hashes(one)).toEqual(hashes(two))
  })

  it('lists every file of it in its service worker, with its hash, and shows its name in the page', () => {
    const worker = readFileSync(join(one, 'sw.js'), 'utf8')
    const { 'sw.js': _, ...files } = hashes(one)
    for (const [name, hash] of Object.entries(files)) expect(worker, name).toContain(hash)
    const [, build = 'none'] = /name="vaxcert-build" content="([0-9a-f]{16})"/.exec(read('index.html')) ?? []
    expect(worker).toContain(build)
  })

  it('holds no code or style inside its page, and no address of another host to load from', () => {
    const page = read('index.html')
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    for (const name of Object.keys(hashes(one)).filter((each) => each.endsWith('.css'))) {
      expect(read(name), name).not.toMatch(/url\((?!["']?\.{0,2}\/?[\w./-]+["']?\))/)
    }
  })

  it('names no address of another host in any file', () => {
    const texts = Object.keys(hashes(one)).filter((name) => /\.(?:js|css|html|json|webmanifest)$/.test(name))
    const found = texts.flatMap((name) => read(name).match(/\b(?:https?|wss?):\/\/[\w.-]+[^\s"'`)]*/g) ?? [])
    expect([...new Set(found)].toSorted()).toEqual(NAMESPACES)
  })

  it('is light: little comes before the first screen works, and only one of the languages', () => {
    const { firstScreen, firstCheck, wasm } = loadsOf(one)
    expect(gzipOf(firstScreen)).toBeLessThanOrEqual(MOST_FIRST_BYTES)
    const names = firstScreen.map(({ name }) => name)
    expect(names.filter((name) => /\/(?:vi|en)-/.test(name))).toHaveLength(1)
    expect(names.some((name) => name.endsWith('.css'))).toBe(true)
    expect(firstCheck.map(({ name }) => name).join()).toMatch(/checking-.*decode-worker-/)
    expect(wasm).toHaveLength(1)
  })

  it('names files in assets/ by their content', () => {
    const assets = Object.keys(hashes(one)).filter((name) => name.startsWith('assets/'))
    expect(assets.filter((name) => !/-[\w-]{8}\.\w+$/.test(name))).toEqual([])
  })

  function read(name: string): string {
    return readFileSync(join(one, name), 'utf8')
  }
})

function hashes(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).toSorted()
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}
