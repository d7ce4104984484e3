import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Authority, signDcc } from '@vaxcert/core'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import type { Dcc } from '@vaxcert/core/dcc'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'

/** Moment of every test run: within the sample keys' validity. */
export const NOW: Date = new Date('2022-06-01T12:00:00Z')

export const keysSample: string = fileURLToPath(new URL('../../../keys-sample', import.meta.url))

const event = { tg: '840539006', co: 'VN', is: 'SAMPLE Ministry' }
const person = {
  ver: '1.3.0',
  nam: { fn: 'Trần', gn: 'Thị Ánh', fnt: 'TRAN', gnt: 'THI<ANH' },
  dob: '1990-03-12',
}

/** One invented certificate of each kind, before it is signed. */
export const vaccination: Dcc = {
  ...person,
  v: [
    {
      ...event,
      vp: '1119349007',
      mp: 'EU/1/20/1528',
      ma: 'ORG-100030215',
      dn: 2,
      sd: 2,
      dt: '2021-08-14',
      ci: 'URN:UVCI:01:VN:SAMPLEVACCINATION#H',
    },
  ],
}

export const test: Dcc = {
  ...person,
  t: [
    {
      ...event,
      tt: 'LP6464-4',
      nm: 'PCR',
      sc: '2022-05-31T08:00:00Z',
      tr: '260415000',
      tc: 'SAMPLE Laboratory',
      ci: 'URN:UVCI:01:VN:SAMPLETEST',
    },
  ],
}

export const recovery: Dcc = {
  ...person,
  r: [{ ...event, fr: '2022-01-10', df: '2022-01-21', du: '2022-07-09', ci: 'URN:UVCI:01:VN:SAMPLERECOVERY' }],
}

/** The authority of a key of keys-sample, with a signer that signs the same way each time. */
export function authorityOf(name: string): Authority {
  const pem = (ending: string) => readFileSync(`${keysSample}/${name}${ending}.pem`, 'utf8')
  const documentSigner = documentSignerFromCertificate(pem(''))
  const pkcs8 = Buffer.from(pem('.key').replace(/-----[^-]+-----/g, ''), 'base64')
  const signer = deterministicSigner({ kid: documentSigner.kid, pkcs8 })
  return { signer, documentSigner, country: 'VN', issuer: 'SAMPLE Ministry' }
}

/** Signs a certificate with the sample key that may sign everything: its text. */
export async function sampleText(dcc: Dcc, keyName = 'dsc-all'): Promise<string> {
  return (await signDcc(dcc, authorityOf(keyName), { issuedAt: NOW })).text
}
