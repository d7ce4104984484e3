// The names that examples of issuing at scale take for granted: an embedded ledger, three doses, two who approve, two machines.
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memorySigner } from '@vaxcert/core/cose/signers'
import type { Authority } from '@vaxcert/core/issue'
import { noteSigner } from '../../batch/src/log/index.ts'
import { type PlannedDose, type PlanOptions, planLimits, readApprovers } from '../../batch/src/plan/index.ts'
import { type MachinePlan, machine, machineCa, tlsOf } from '../../hsm/test/remote/tls-world.ts'
import { pass } from '../../paper/test/pdf/sample-pass.ts'
import { type Database, openEmbedded } from '../../records/src/database/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-readme-'))
process.once('exit', () => rmSync(folder, { recursive: true }))

const ca = await machineCa('SAMPLE machines')
const machineFor = (purpose: MachinePlan['purpose']) => machine(ca, { purpose })
const [server, client] = [await machineFor('server'), await machineFor('client')]

/** What a signing server and its client hold. */
export function machines({ documentSigner }: Authority): object {
  const kids = [Buffer.from(documentSigner.kid).toString('hex')]
  const { fingerprint } = client
  const clients = [{ fingerprint, kids, usages: ['vaccination'], perMinute: 600 }]
  return { serverTls: tlsOf(ca, server), clientTls: tlsOf(ca, client), clients }
}

/** One embedded session for all who open one: it ends when the last of them closes it. */
let users = 0
let opened: Promise<Database> | undefined
async function open(): Promise<Database> {
  users += 1
  opened ??= openEmbedded()
  const database = await opened
  const close = async (): Promise<void> => {
    users -= 1
    if (users === 0) await database.close()
  }
  return { ...database, close }
}

function person(file: string) {
  const pem = (name: string) => readFileSync(`keys-sample/${name}.pem`, 'latin1')
  const pkcs8 = Buffer.from(pem(`${file}.key`).replace(/-----[^-]+-----|\s/g, ''), 'base64')
  const signer = memorySigner({ kid: new Uint8Array(8), algorithm: 'ES256', pkcs8 })
  return { signer, certificate: new Uint8Array(new X509Certificate(pem(file)).raw) }
}

const [first, second] = [person('root-1'), person('root-2')]
const print = ({ certificate }: typeof first) => new X509Certificate(certificate).fingerprint256.replaceAll(':', '')
const approvers = readApprovers({
  approvers: [
    { name: 'Lê Thị Mẫu', certificate: print(first).toLowerCase() },
    { name: 'Đỗ Văn Mẫu', certificate: print(second).toLowerCase() },
  ],
})

const CONFIRMATION = 'c'.repeat(64)

async function* doses(): AsyncGenerator<PlannedDose> {
  for (const doseId of ['D1', 'D2', 'D3'])
    yield {
      ...{ source: 'sample', doseId, personId: doseId, facility: '24001', entered: '2022-04-14', number: 1 },
      person: { name: { fullName: 'Lò Thị Mẫu' }, birthDate: '1985-05-13' },
      dose: { product: 'EU/1/20/1528', date: '2021-08-02', country: 'VN' },
      ...{ identity: 'verified', confirmation: CONFIRMATION },
    }
}

function planning({ documentSigner, issuer }: Authority): PlanOptions {
  const confirmations = new Set([CONFIRMATION])
  const who = { documentSigner, issuer, plannedBy: 'Phạm Văn Mẫu', at: new Date() }
  return { kind: 'issue', ...who, confirmations, inputs: {}, limits: planLimits }
}

const logKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const file = { append: (bytes: Uint8Array) => appendFileSync(join(folder, 'passes.pdf'), bytes) }

export const issuingNames = (authority: Authority): object => ({
  ...{ open, doses: doses(), planning: planning(authority), first, second, approvers, folder: join(folder, 'log') },
  ...{ logSigner: noteSigner('log', 'sample.example/log', logKey), ...machines(authority) },
  ...{ fields: pass, passes: [pass, pass], file, now: new Date() },
})
