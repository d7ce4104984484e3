// npm run -s records:truth -- [--rows 1000000] [--part 100000] [--seeds 9001,9002] [--dirt real,harsh,strange] [--json]
// The decision on cleansing: samples of seeds that nobody looked at are made, cleansed and held against their truth.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heldAgainstTruth } from './truth/cleanse-part.ts'
import { option, partsOf } from './truth/parts.ts'
import { addPart, emptyTotal, failuresOf, totalTable } from './truth/total.ts'

const parts = partsOf({
  rows: Number(option('--rows', '1000000')),
  part: Number(option('--part', '100000')),
  seeds: option('--seeds', '9001,9002').split(',').map(Number),
  dirt: option('--dirt', 'real,harsh,strange').split(','),
})
const totals = new Map(parts.map(({ dirt }) => [dirt, emptyTotal()]))
for (const part of parts) {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-truth-'))
  try {
    const summary = heldAgainstTruth(part, folder)
    const total = totals.get(part.dirt)
    if (total !== undefined) addPart(total, summary)
    if (process.argv.includes('--parts')) console.error(JSON.stringify({ ...part, ...summary }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
console.log(totalTable(totals))
const failures = [...totals].flatMap(([dirt, total]) => failuresOf(total).map((failure) => `${dirt}: ${failure}`))
console.log(JSON.stringify({ ...Object.fromEntries(totals), failures }))
process.exitCode = failures.length === 0 ? 0 : 1
