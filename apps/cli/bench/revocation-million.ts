// npm run revocation:million [-- --json] [--members N]: a list of a million members, asked for each of them and for as
// many others. Exits with 1 when one is missed or invented.
import { exactRevocation, type RevocationSubject, readRevocationIndex, uciHash } from '@vaxcert/core/trust'
import { type RevocationEntry, revocationFiles } from '@vaxcert/core/trust/publish'
import { measure, median } from './measure.ts'

const membersFlag = process.argv.indexOf('--members')
const members = membersFlag < 0 ? 1_000_000 : Number(process.argv[membersFlag + 1])
const at = new Date('2022-06-01T00:00:00Z')
const kid = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)

function certificate(index: number): Required<RevocationSubject> {
  const ci = `URN:UVCI:01:VN:SAMPLE${index}`
  return { kid, algorithm: 'ES256', signature: new Uint8Array(64), ci, country: 'VN', issuer: 'VN' }
}

function* entries(count: number): Generator<RevocationEntry> {
  for (let index = 0; index < count; index += 1) yield { type: 'UCI', kid, hash: uciHash(certificate(index).ci) }
}

const published = revocationFiles(entries(members), { at })
const file = (name: string): Uint8Array | undefined => published.files.get(name)
const revocation = exactRevocation(readRevocationIndex(published.body), { chunk: file })

let missed = 0
let invented = 0
for (let index = 0; index < members; index += 1) {
  if (revocation.isRevoked(certificate(index)) !== true) missed += 1
  if (revocation.isRevoked(certificate(members + index)) !== false) invented += 1
}

const next = revocationFiles(entries(members + 1), { at, previous: { body: published.body, file } })
const delta = readRevocationIndex(next.body).deltas.at(-1)?.sha256 ?? ''

const sample = Array.from({ length: 4096 }, (_, index) => certificate(members - 2048 + index))
const strangers = sample.map((subject) => ({ ...subject, kid: kid.toReversed() }))
const lookUp = (subjects: readonly RevocationSubject[]) => (times: number) => {
  for (let index = 0; index < times; index += 1) revocation.isRevoked(subjects[index & 4095] as RevocationSubject)
}
const rates = await measure(
  [
    { name: 'a signer without revocations', run: lookUp(strangers) },
    { name: 'a signer with a list of identifiers', run: lookUp(sample) },
    {
      name: 'its hash alone',
      run: (times) => {
        for (let index = 0; index < times; index += 1) uciHash((sample[index & 4095] as Required<RevocationSubject>).ci)
      },
    },
  ],
  5,
)
const nanoseconds = Object.fromEntries([...rates].map(([name, rate]) => [name, Math.round(1e9 / median(rate))]))

const sizes = [...published.files.values()].map(({ length }) => length)
const figures = {
  members,
  missed,
  invented,
  indexBytes: published.body.length,
  chunks: sizes.length,
  largestChunkBytes: Math.max(...sizes),
  deltaBytesForOneMore: next.files.get(delta)?.length,
  nanoseconds,
}

if (!process.argv.includes('--json')) {
  console.log(`members  ${members}: ${missed} missed, ${invented} of ${members} others invented (goal: 0 and 0)`)
  console.log(`index    ${figures.indexBytes} bytes (goal: 65536 at most)`)
  console.log(`chunks   ${sizes.length}, the largest of ${figures.largestChunkBytes} bytes (goal: 65536 at most)`)
  console.log(`delta    ${figures.deltaBytesForOneMore} bytes for one more member`)
  for (const [name, time] of Object.entries(nanoseconds)) console.log(`${String(time).padStart(7)}  ns: ${name}`)
}
console.log(JSON.stringify(figures))
process.exitCode = missed + invented === 0 ? 0 : 1
