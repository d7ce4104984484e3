import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { step } from '../../bench/province/step.ts'
import { keysSample } from '../sample-certificates.ts'
import { cleanDose } from './clean-doses.ts'
import { type Approvable, approveOf, approverKeys, confirm, ministry, planner, planOf } from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = mkdtempSync(join(tmpdir(), 'vaxcert-workers-'))
afterAll(() => rmSync(root, { recursive: true }))
const ledger = testLedger()

const key = ['--key', `${keysSample}/dsc-vaccination.key.pem`, ...planner.slice(0, 4)]

it('vaxcert batch run lets several processes issue what is on a server; in a folder there is one', async () => {
  const office = ministry(root, ledger)
  await office.done(['log', 'keys', '--out', 'log', '--name', 'sample.example/log'])
  const how = ['--approvers', office.path('approvers.json'), '--log-key', office.path('log')]
  const run = ['batch', 'run', ...key, ...how, '--workers', '2', '--json']
  const folder = await office.run([...run, '--ledger', 'folder'])
  if (process.env.DATABASE_URL === undefined) {
    const stderr = 'vaxcert: Several workers need a PostgreSQL server: --database URL.\n'
    expect(folder).toMatchObject({ code: 2, stderr })
  }
  if (!ledger().includes('--database')) return
  for (const name of ['first', 'second']) {
    await confirm(
      office,
      name,
      Array.from({ length: 30 }, (_, at) => cleanDose(`${name}-${at}`)),
    )
    const batch = await office.done<Approvable>(planOf(office, name))
    for (const approver of approverKeys.slice(0, 2)) await office.done(approveOf(office, batch, approver))
  }
  const { code, said } = await step([...run, ...ledger()], process.env)
  expect({ code, said }).toMatchObject({ code: 0, said: { end: 'drained', issued: 60, left: 0, restarts: 0 } })
})
