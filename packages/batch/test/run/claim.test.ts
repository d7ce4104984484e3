import { expect, it } from 'vitest'
import { claimChunk } from '../../src/run/claim.ts'
import { onLedgers } from './ledger-tests.ts'
import { planSample } from './workshop.ts'

onLedgers(
  'a claim',
  (ledger) => {
    it('that cannot be written down is none: the chunk is anybody’s, though the session lives on', async () => {
      await planSample(ledger.database, { doses: 1 })
      const [other, third] = [await ledger.open(), await ledger.open()]
      await other.script(`set lock_timeout = '100ms'`)
      await ledger.database.script('begin; select from vaxcert.chunk for update')
      await expect(claimChunk(other, 1)).rejects.toMatchObject({ code: 'ledger.busy' })
      await ledger.database.script('rollback')
      expect(await claimChunk(third, 1)).toMatchObject({ chunk: 1 })
      for (const session of [other, third]) await session.close()
    })
  },
  'servers',
)
