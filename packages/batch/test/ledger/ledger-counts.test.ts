import { expect, it } from 'vitest'
import { ledgerCounts } from '../../src/ledger/ledger-counts.ts'
import { onLedgers } from '../run/ledger-tests.ts'
import { planSample } from '../run/workshop.ts'

onLedgers('the counts of a ledger', (ledger) => {
  it('add up what was held, and are there whatever somebody did to a manifest', async () => {
    const manifests = [
      '{"batch":1,"held":{"dose.duplicate":3,"gate.register":40},"rows":50}',
      '{"batch":2,"held":{"gate.register":2},"issuer":"\\"held\\":{\\"x\\":1}"}',
      '{"held":{}}',
      ...[
        'nonsense',
        '',
        '{"held":[1]}',
        '{"held":{"a":"x"}}',
        '{"held":{"a\\n":1,"b\\"}":2}}',
        '{"held":{"c":1e400}}',
      ],
    ]
    for (const manifest of manifests) {
      const batch = await planSample(ledger.database, { doses: 1 })
      await ledger.database.query('update vaxcert.batch set manifest = $2 where batch_id = $1', [batch, manifest])
    }
    const { held, waiting } = await ledgerCounts(ledger.database)
    expect({ held, waiting }).toEqual({ held: { 'dose.duplicate': 3, 'gate.register': 42 }, waiting: manifests.length })
  })
})
