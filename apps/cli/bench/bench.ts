// npm run bench [-- --json] [--rounds N]: how fast we sign, also in a device, verify and draw, as ratios to the bare
// cryptography; and how fast dose records are cleansed, as a ratio to bare parsing.
import { createPrivateKey, createPublicKey, sign, verify as verifySignature } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseSign1, toBeSigned } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { decode } from '@vaxcert/core/dcc'
import { type Authority, issue, issueAll } from '@vaxcert/core/issue'
import { trustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { verify } from '@vaxcert/core/verify'
import { qrPng, qrSvg } from '@vaxcert/paper'
import { hsmCases } from './hsm-cases.ts'
import { listCases, REVOKED, SIGNERS } from './list-cases.ts'
import { type Case, measure, median, medianRatio } from './measure.ts'
import { inventedRequests } from './people.ts'
import { recordCases } from './record-cases.ts'
import { provinceFile } from './records-files.ts'

const TEXT_LENGTH = 610
/** Doses of the invented province of which the records are cleansed. */
const RECORDS = 20_000
const keys = new URL('../../../keys-sample/', import.meta.url)
const issuedAt = new Date('2022-06-01T00:00:00Z')

const documentSigner = documentSignerFromCertificate(readFileSync(new URL('dsc-all.pem', keys), 'utf8'))
const privateKey = createPrivateKey(readFileSync(new URL('dsc-all.key.pem', keys), 'utf8'))
const signer = memorySigner({
  kid: documentSigner.kid,
  algorithm: 'ES256',
  pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }),
})
const authority: Authority = { signer, documentSigner, country: 'VN', issuer: 'Cục Y tế dự phòng' }
const trust = trustList([documentSigner])
const requests = inventedRequests()
const options = { issuedAt }

const texts = await Promise.all(requests.map(async (request) => (await issue(request, authority, options)).text))
const messages = texts.map((text) => {
  const { cose = new Uint8Array() } = decode(text).layers
  const message = parseSign1(cose)
  return { signed: toBeSigned(message.protectedBytes, message.payload), signature: message.signature }
})
const qrText = (texts[0] as string).padEnd(TEXT_LENGTH, 'A').slice(0, TEXT_LENGTH)

/** Does something with each element in turn until it was done `times` times. */
function each<T>(elements: readonly T[], action: (element: T) => unknown): (times: number) => Promise<void> {
  return async (times) => {
    for (let index = 0; index < times; index += 1) await action(elements[index % elements.length] as T)
  }
}

/** The first `times` of the elements, begun again and again. */
function* around<T>(elements: readonly T[], times: number): Generator<T> {
  for (let index = 0; index < times; index += 1) yield elements[index % elements.length] as T
}

async function issueMany(times: number): Promise<void> {
  for await (const { ok } of issueAll(around(requests, times), authority, options)) {
    if (!ok) throw new Error('a dose of the benchmark is not issued')
  }
}

const signingKey = { key: privateKey, dsaEncoding: 'ieee-p1363' as const }
const verifyingKey = { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' as const }

const device = await hsmCases()
const records = await recordCases(provinceFile(RECORDS, 'real'))

const cases: readonly Case[] = [
  { name: 'bare sign', run: each(messages, ({ signed }) => sign('sha256', signed, signingKey)) },
  { name: 'sign one', run: each(requests, (request) => issue(request, authority, options)) },
  { name: 'sign many', run: issueMany },
  { name: 'bare verify', run: each(messages, (m) => verifySignature('sha256', m.signed, verifyingKey, m.signature)) },
  { name: 'verify', run: each(texts, (text) => verify(text, { trust, at: issuedAt })) },
  { name: 'qr svg', run: each([qrText], (text) => qrSvg(text)) },
  { name: 'qr png', run: each([qrText], (text) => qrPng(text)) },
  ...(await listCases(texts)),
  ...records.cases,
  ...(device?.cases ?? []),
]

async function checkBeforeMeasuring(): Promise<void> {
  for (const text of texts) {
    const { kind } = await verify(text, { trust, at: issuedAt })
    if (kind !== 'accepted') throw new Error('a certificate of the benchmark is not accepted')
  }
}

const roundsFlag = process.argv.indexOf('--rounds')
const rounds = roundsFlag < 0 ? 11 : Number(process.argv[roundsFlag + 1])
await checkBeforeMeasuring()
const rates = await measure(cases, rounds)
await device?.end()
const rate = (name: string): readonly number[] => rates.get(name) ?? []
const perSecond = (name: string): number => Math.round(median(rate(name)))
const ratio = (left: string, right: string): number => Number(medianRatio(rate(left), rate(right)).toPrecision(3))

const figures = {
  sign: {
    ratio: ratio('sign many', 'bare sign'),
    singleRatio: ratio('sign one', 'bare sign'),
    perSecond: perSecond('sign many'),
    singlePerSecond: perSecond('sign one'),
    barePerSecond: perSecond('bare sign'),
  },
  verify: {
    ratio: ratio('verify', 'bare verify'),
    perSecond: perSecond('verify'),
    barePerSecond: perSecond('bare verify'),
  },
  qr: { perSecond: perSecond('qr svg'), pngPerSecond: perSecond('qr png'), textLength: TEXT_LENGTH },
  lists: {
    signers: SIGNERS,
    advancePerSecond: perSecond('advance'),
    restorePerSecond: perSecond('restore'),
    revoked: REVOKED,
    // Time of one look-up as a share of the time of one verification.
    lookUpOfVerify: {
      nothingRevoked: ratio('verify', 'look-up, nothing revoked'),
      manyRevoked: ratio('verify', 'look-up, many revoked'),
    },
    ruleOfVerify: ratio('verify', 'rule'),
  },
  records: records.figures(rates),
  ...(device && { hsm: device.figures(rates) }),
  rounds,
  node: process.version,
}

if (!process.argv.includes('--json')) {
  const { sign, verify: read, qr, lists, records: cleansed, hsm } = figures
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`
  console.log(`sign    ${sign.ratio} of bare P-256 signing, by issueAll (${sign.perSecond} a CPU-second; goal 0.60)`)
  console.log(`        ${sign.singleRatio} one at a time, by issue          (${sign.singlePerSecond})`)
  console.log(`verify  ${read.ratio} of bare P-256 verification     (${read.perSecond} a CPU-second; goal 0.85)`)
  if (hsm !== undefined) {
    console.log(
      `hsm     ${hsm.ofBareSign} of bare C_Sign in SoftHSM              (${hsm.perSecond} a CPU-second; goal 0.85)`,
    )
    console.log(
      `        ${hsm.ofBareSignAndVerify} of bare C_Sign and verification, verified (${hsm.verifiedPerSecond})`,
    )
  }
  const { nothingRevoked, manyRevoked } = lists.lookUpOfVerify
  console.log(
    `lists   ${lists.advancePerSecond} advances and ${lists.restorePerSecond} restores of ${SIGNERS} signers a CPU-second`,
  )
  console.log(
    `        a look-up takes ${percent(nothingRevoked)} of a verification where the signer revoked nothing (goal 1 %),`,
  )
  console.log(
    `        ${percent(manyRevoked)} where it revoked ${REVOKED}: one hash; a rule takes ${percent(lists.ruleOfVerify)}`,
  )
  console.log(`qr      ${qr.perSecond} SVG and ${qr.pngPerSecond} PNG a CPU-second            (goal 2000 SVG)`)
  const { rowsPerCpuSecond: rows, ofBareParse } = cleansed
  console.log(
    `records ${rows.rules} dirty rows a CPU-second through all row rules (goal 50000), ${rows.readAndCleanse} with`,
  )
  console.log(
    `        their reading: ${ofBareParse.rules} and ${ofBareParse.readAndCleanse} of bare parsing (${rows.bare})`,
  )
}
console.log(JSON.stringify(figures))
