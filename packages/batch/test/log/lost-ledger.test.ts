import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { expect, it } from 'vitest'
import { exportLog, verifyLedgerLog } from '../../src/log/index.ts'
import { runWorker } from '../../src/run/index.ts'
import { onLedgers } from '../run/ledger-tests.ts'
import { logVerifier, planSample, working } from '../run/workshop.ts'

/** A session that answers so many statements, and is lost then; it counts those that were asked. */
function losing(database: Database, answers: number): { readonly session: Database; asked(): number } {
  let asked = 0
  const mayAnswer = (): void => {
    asked += 1
    if (asked > answers) throw new Fault('database.lost', 'the session has ended')
  }
  const query: Database['query'] = async (sql, parameters) => {
    mayAnswer()
    return database.query(sql, parameters)
  }
  const rows: Database['rows'] = async function* (sql, parameters) {
    mayAnswer()
    yield* database.rows(sql, parameters)
  }
  return { session: { ...database, query, rows }, asked: () => asked }
}

onLedgers('a ledger that is lost', (ledger) => {
  async function exported(database: Database): Promise<number> {
    let files = 0
    for await (const _ of exportLog(database)) files += 1
    return files
  }

  it.each([
    ['while its log is proved', (database: Database) => verifyLedgerLog(database, logVerifier)],
    ['while its log is exported', exported],
  ])('%s is told as such, at whatever statement', async (_, act) => {
    await planSample(ledger.database, { doses: 3, chunk: 1 })
    await runWorker(working(ledger))
    const whole = losing(ledger.database, Number.POSITIVE_INFINITY)
    await act(whole.session)
    for (let answers = 0; answers < whole.asked(); answers += 1)
      await expect(act(losing(ledger.database, answers).session), `${answers}`).rejects.toMatchObject({
        code: 'ledger.lost',
      })
    expect(whole.asked()).toBeGreaterThan(1)
  })
})
