import { readFileSync } from 'node:fs'
import { type Algorithm, parseSign1, requireVerifiable, type Signer } from '@vaxcert/core/cose'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { readText } from '@vaxcert/core/dcc'
import { type Authority, issue, signDcc } from '@vaxcert/core/issue'
import { type DocumentSigner, type TrustList, trustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { inventedRequests } from '../bench/people.ts'

export const SEED_TIME: Date = new Date('2022-06-01T00:00:00Z')

/** A certificate that was really signed, in every layer. */
export interface Seed {
  readonly text: string
  readonly compressed: Uint8Array
  readonly cose: Uint8Array
  readonly algorithm: Algorithm
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** Whose key it was, to sign mutants of the payload too. */
  readonly signer: Signer
}

const keys = new URL('../../../keys-sample/', import.meta.url)

function authority(name: string): Authority {
  const documentSigner = documentSignerFromCertificate(readFileSync(new URL(`${name}.pem`, keys), 'utf8'))
  const pem = readFileSync(new URL(`${name}.key.pem`, keys), 'utf8')
  const pkcs8 = Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64')
  const { kid, algorithm } = documentSigner
  return { signer: memorySigner({ kid, algorithm, pkcs8 }), documentSigner, country: 'VN', issuer: 'SAMPLE issuer' }
}

/** Certificates of all three kinds and both algorithms, and the trust list that accepts them. */
export async function makeSeeds(): Promise<{ seeds: readonly Seed[]; trust: TrustList }> {
  const authorities = [authority('dsc-all'), authority('dsc-rsa')]
  const seeds: Seed[] = []
  for (const issuer of authorities) {
    for (const text of await textsOf(issuer)) seeds.push(seedOf(text, issuer.signer))
  }
  return { seeds, trust: trustList(authorities.map(({ documentSigner }): DocumentSigner => documentSigner)) }
}

async function textsOf(issuer: Authority): Promise<string[]> {
  const validity = { issuedAt: SEED_TIME }
  const vaccinations = inventedRequests()
    .slice(0, 12)
    .map((request) => issue(request, issuer, validity))
  const head = { ver: '1.3.0', nam: { fn: 'Đỗ', fnt: 'DO', gn: 'Ước', gnt: 'UOC' }, dob: '1985-01-01' }
  const common = { tg: '840539006', co: 'VN', is: 'SAMPLE issuer', ci: 'URN:UVCI:01:VN:0123456789ABCDEF#K' }
  const test = { ...common, tt: 'LP6464-4', nm: 'PCR', sc: '2022-05-30T08:00:00Z', tr: '260415000', tc: 'Hà Nội' }
  const recovery = { ...common, fr: '2022-02-01', df: '2022-02-12', du: '2022-07-31' }
  const others = [
    { ...head, t: [test] },
    { ...head, r: [recovery] },
  ].map((dcc) => signDcc(dcc, issuer, validity))
  return (await Promise.all([...vaccinations, ...others])).map(({ text }) => text)
}

function seedOf(text: string, signer: Signer): Seed {
  const { compressed, cose } = readText(text)
  const { algorithm, protectedBytes, payload, signature } = requireVerifiable(parseSign1(cose))
  return { text, compressed, cose, algorithm: algorithm.name, protectedBytes, payload, signature, signer }
}
