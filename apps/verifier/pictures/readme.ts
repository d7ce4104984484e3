// Takes the pictures of the README again, into apps/verifier/docs; all people on them are invented.
//   npm run -s ts -- apps/verifier/pictures/readme.ts
import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inStudio } from './studio.ts'
import type { View } from './views.ts'

const phone = { width: 360, height: 700 }
const vi = { language: 'vi', display: 'light' } as const
const en = { language: 'en', display: 'light' } as const

/** File name, scene, and how it is seen: the large ones and the photograph as JPEG. */
const pictures: readonly (readonly [file: string, scene: string, view: View])[] = [
  ['start.png', 'start-rules', { ...phone, settings: vi }],
  ['scan.jpg', 'scan', { ...phone, settings: vi }],
  ['accepted.png', 'accepted-scanned', { ...phone, settings: vi }],
  ['refused.png', 'refused-rules', { ...phone, settings: en }],
  ['undecided.png', 'undecided', { ...phone, settings: vi }],
  ['compared.png', 'compared-same', { ...phone, settings: { ...en, display: 'dark' } }],
  ['gate.jpg', 'gate-accepted', { width: 600, height: 800, settings: vi }],
  ['desktop.jpg', 'accepted-rules', { width: 1024, height: 600, settings: en }],
  ['desktop-dark.jpg', 'compared', { width: 1024, height: 600, settings: { ...vi, display: 'dark' } }],
]

/** Bytes of a picture at most: a README is read on slow lines too. */
const LARGEST = 64_000

const folder = fileURLToPath(new URL('../docs', import.meta.url))
mkdirSync(folder, { recursive: true })
await inStudio(async ({ take }) => {
  for (const [file, scene, view] of pictures) {
    const path = `${folder}/${file}`
    await take(scene, view, path)
    const { size } = statSync(path)
    console.log(`${file} ${size}`)
    if (size > LARGEST) throw new RangeError(`${file} has ${size} bytes, more than ${LARGEST}`)
  }
})
