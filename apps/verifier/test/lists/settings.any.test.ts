import { afterEach, expect, it, vi } from 'vitest'
import { readSettings } from '../../src/lists/settings.ts'

const folder = 'https://verifier.example/app/'

afterEach(() => {
  vi.unstubAllGlobals()
})

it.each([
  'no JSON',
  'null',
  '[]',
  '{"lists": "./lists", "root": "pinned.root"}',
  '{"lists": "https://[/", "root": "pinned.root"}',
  '{"lists": "./lists/", "root": 7}',
  '{"lists": "./lists/", "root": "not-there.root"}',
])('A config.json like %s is told as such', async (config) => {
  const answer = async (url: URL) =>
    url.href === `${folder}config.json` ? new Response(config) : new Response('', { status: 404 })
  vi.stubGlobal('fetch', answer)
  await expect(readSettings(folder)).rejects.toMatchObject({ code: 'config.shape' })
})
