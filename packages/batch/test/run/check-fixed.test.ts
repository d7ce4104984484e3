import { Fault } from '@vaxcert/core/fault'
import { expect, it } from 'vitest'
import { reviveStuck, runWorker, type Step } from '../../src/run/index.ts'
import { audit, logged, onLedgers } from './ledger-tests.ts'
import { authority, Crash, crashAt, planSample, withSigner, working } from './workshop.ts'

/** Each dose has the bytes, or the identifier, of the other. */
function exchanged(column: string): string {
  return `update vaxcert.intent i set ${column} = other.${column} from vaxcert.intent other where other.dose_no = 3 - i.dose_no`
}

/** Two doses are fixed, and nobody has signed them. */
async function fixTwo(ledger: Parameters<Parameters<typeof onLedgers>[1]>[0]): Promise<void> {
  await planSample(ledger.database, { doses: 2 })
  await expect(runWorker(working(ledger, { step: crashAt('intend', 'after') }))).rejects.toThrow(Crash)
}

const unsigned = { size: 0, certificates: 0 }

onLedgers('what was fixed before', (ledger) => {
  it.each([
    ['bytes of another dose', exchanged('to_be_signed')],
    ['an identifier that the bytes do not have', `update vaxcert.intent set uvci = uvci || 'X' where dose_no = 1`],
    ['bytes that are none', `update vaxcert.intent set to_be_signed = '\\x00' where dose_no = 2`],
    ['another moment of issue', 'update vaxcert.chunk set iat = iat - 1'],
    ['another expiry', 'update vaxcert.chunk set exp = exp + 1'],
  ])('is not signed with %s', async (_, sql) => {
    await fixTwo(ledger)
    await ledger.database.query(sql)
    const asked: Uint8Array[] = []
    const sign = (bytes: Uint8Array) => {
      asked.push(bytes)
      return authority.signer.sign(bytes)
    }
    const worker = working(ledger, { authority: withSigner(authority, { sign }) })
    expect(await runWorker(worker)).toMatchObject({ stuck: 1, issued: 0 })
    expect(asked).toEqual([])
    expect(await ledger.database.query('select state, code from vaxcert.chunk')).toEqual([
      { state: 'stuck', code: 'ledger.broken' },
    ])
  })

  it('is signed once it is right again', async () => {
    await fixTwo(ledger)
    await ledger.database.query(exchanged('to_be_signed'))
    await runWorker(working(ledger))
    await ledger.database.query(exchanged('to_be_signed'))
    expect(await reviveStuck(ledger.database)).toBe(1)
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', issued: 2 })
    expect(await audit(ledger)).toMatchObject({ released: 2, wrong: 0 })
  })

  it('must be of an approved batch, with the approved contents', async () => {
    await fixTwo(ledger)
    const never = () => Promise.reject(new Fault('approve.missing', 'one seal of two'))
    const others = () =>
      Promise.resolve({
        requireContents: () => {
          throw new Fault('approve.contents', 'others')
        },
      })
    for (const [requireApproved, code] of [[never, 'approve.missing'] as const, [others, 'approve.contents'] as const])
      expect(await runWorker(working(ledger, { requireApproved }))).toMatchObject({ end: 'failed', code })
    expect(await logged(ledger)).toMatchObject(unsigned)
  })

  it('stays as it was fixed till it is signed', async () => {
    await planSample(ledger.database, { doses: 2 })
    const step = async ({ name, phase }: Step): Promise<void> => {
      if (name === 'sign' && phase === 'before') await ledger.database.query(exchanged('to_be_signed'))
    }
    expect(await runWorker(working(ledger, { step }))).toMatchObject({ end: 'failed', code: 'ledger.broken' })
    expect(await logged(ledger)).toMatchObject(unsigned)
  })
})
