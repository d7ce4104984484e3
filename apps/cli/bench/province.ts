// npm run batch:province [-- --doses 2756537] [--workers 2] [--sample 1000] [--within DIR]: a province of invented people from a
// file of gated doses to verified certificates, by the commands that an office gives: confirmed, planned, approved by two people,
// issued by workers over a private PostgreSQL and a SoftHSM, stopped twice and killed once on the way, its log published and
// verified, everything exported, ledger, log and output held against each other, and a sample of texts verified by chance.
// One JSON line tells what each step took and counted. Exits with 1 when a count is not what it must be. All files are removed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverPrograms, startServer } from '../../../packages/records/test/database/private-server.ts'
import { openDevice } from './province/device.ts'
import { issueProvince } from './province/issue-province.ts'

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

const withinFlag = process.argv.indexOf('--within')
const within = withinFlag < 0 ? tmpdir() : (process.argv[withinFlag + 1] ?? tmpdir())
const programs = serverPrograms()
if (programs === undefined) throw new Error('No PostgreSQL: neither Debian’s nor that of npm is here.')

const folder = mkdtempSync(join(within, 'vaxcert-province-'))
const server = startServer(programs, { within })
const device = openDevice(folder)
function remove(): void {
  device.remove()
  server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.once('SIGINT', () => {
  remove()
  process.exit(1)
})

try {
  const report = await issueProvince({
    ...{ folder, url: server.url, device },
    doses: option('doses', 2_756_537),
    workers: option('workers', 2),
    sample: option('sample', 1000),
    say: (line) => console.error(line),
  })
  console.log(JSON.stringify({ ...report, serverCpuSeconds: server.seconds() }))
  process.exitCode = report.wrong.length === 0 ? 0 : 1
} finally {
  remove()
}
