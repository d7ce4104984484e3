import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

const folder = '@expo-google-fonts/be-vietnam-pro'

/** Be Vietnam Pro (SIL Open Font License 1.1), whole, as TrueType. */
export function readFont(weight: 'regular' | 'bold'): Uint8Array {
  const file = weight === 'bold' ? '600SemiBold/BeVietnamPro_600SemiBold' : '400Regular/BeVietnamPro_400Regular'
  return readFileSync(resolve(`${folder}/${file}.ttf`))
}
