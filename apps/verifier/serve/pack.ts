// Packs a published folder into one file: npm run -s ts -- apps/verifier/serve/pack.ts FOLDER OUT.vaxlists
import { writeFileSync } from 'node:fs'
import { packFolder } from './pack-folder.ts'

const [folder, out] = process.argv.slice(2)
if (folder === undefined || out === undefined) {
  console.error('usage: pack.ts FOLDER OUT.vaxlists')
  process.exitCode = 2
} else {
  const bytes = packFolder(folder)
  writeFileSync(out, bytes)
  console.log(`${out}: ${bytes.length} bytes`)
}
