// Prints what a browser fetches of the built app, and when: npm run verifier:size
import { fileURLToPath } from 'node:url'
import { gzipOf, loadsOf, type SizedFile } from './loads.ts'

const [folder = fileURLToPath(new URL('../dist', import.meta.url))] = process.argv.slice(2)
const { firstScreen, firstCheck, later, wasm } = loadsOf(folder)

print('Before the first screen', firstScreen)
print('For a first check, beside that', firstCheck)
print('Later', later)
print('Engine', wasm)
console.log(`First screen ${gzipOf(firstScreen)}, first check ${gzipOf([...firstScreen, ...firstCheck])} bytes of gzip`)

function print(title: string, files: readonly SizedFile[]): void {
  console.log(`${title.padEnd(44)}${'bytes'.padStart(10)}${'gzip -9'.padStart(10)}`)
  for (const { name, raw, gzip } of files) console.log(row(`  ${name}`, raw, gzip))
  console.log(
    row(
      '',
      files.reduce((sum, { raw }) => sum + raw, 0),
      gzipOf(files),
    ),
  )
}

function row(title: string, raw: number, gzip: number): string {
  return `${title.padEnd(44)}${String(raw).padStart(10)}${String(gzip).padStart(10)}`
}
