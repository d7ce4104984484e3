// The names that examples in READMEs take for granted, put where every example finds them.
import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { memorySigner } from '@vaxcert/core/cose/signers'
import { type Authority, type Dose, issue, type Person } from '@vaxcert/core/issue'
import { trustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { issuingNames } from './readme-issuing.ts'

const documentSigner = documentSignerFromCertificate(readFileSync('keys-sample/dsc-vaccination.pem', 'utf8'))
const key = createPrivateKey(readFileSync('keys-sample/dsc-vaccination.key.pem'))
const signer = memorySigner({ ...documentSigner, pkcs8: key.export({ type: 'pkcs8', format: 'der' }) })

const authority: Authority = { signer, documentSigner, country: 'VN', issuer: 'Bộ Y tế (SAMPLE)' }
const person: Person = { name: { fullName: 'Đặng Thị Ngọc Ánh' }, birthDate: '1990-03-12' }
const dose: Dose = { id: 'a', product: 'EU/1/20/1528', date: '2021-07-01', country: 'VN' }
const timeline = [dose]
const signed = await issue({ person, dose, timeline }, authority, { issuedAt: new Date() })

Object.assign(globalThis, {
  ...{ authority, person, dose, timeline, signed },
  ...{ text: signed.text, trust: trustList([documentSigner]), signer, documentSigner },
  ...issuingNames(authority),
})
