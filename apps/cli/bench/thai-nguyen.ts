// npm run report:thai-nguyen [-- --scale 100] [--seed 1] [--out DIR]: makes an invented province of as many doses as Thái
// Nguyên gave until 31 May 2022, cleanses and reports, and holds every figure of the province's report against ours.
// Exits with 1 when one differs. In full it takes about ten minutes and 2.5 GB; without --out all of it is gone after.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { processIo } from '../src/io.ts'
import { reproduce } from './thai-nguyen/reproduce.ts'

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

const [scale, seed, out] = [Number(option('scale') ?? 1), Number(option('seed') ?? 1), option('out')]
const io = processIo()
const folder = out === undefined ? mkdtempSync(join(tmpdir(), 'vaxcert-thai-nguyen-')) : resolve(io.cwd, out)
mkdirSync(folder, { recursive: true })
try {
  const figures = await reproduce({ scale, seed, folder }, { ...io, stdout: io.stderr })
  for (const { name, expected, computed } of figures) {
    console.log(
      `${name.padEnd(30)} ${expected.padStart(36)} ${computed.padStart(36)}  ${expected === computed ? '' : 'DIFFERS'}`,
    )
  }
  const wrong = figures.filter(({ expected, computed }) => expected !== computed).length
  console.log(`
First the source's figure${scale === 1 ? '' : `, divided by ${scale}`}, then ours. By construction the sample holds exactly as many doses given, entered and
signed, people and reports as the source: what this shows is that cleansing and report lose and double none of them, and
compute what follows from them. Places, people, errors, reasons and delays are invented, and resemble the province in nothing.`)
  console.log(JSON.stringify({ figures: figures.length, wrong }))
  process.exitCode = wrong === 0 ? 0 : 1
} finally {
  if (out === undefined) rmSync(folder, { recursive: true, force: true })
}
