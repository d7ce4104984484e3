import { Fault } from '@vaxcert/core/fault'
import { finishSigned } from '@vaxcert/core/issue'
import { type DocumentSigner, trustList } from '@vaxcert/core/trust'
import { verify } from '@vaxcert/core/verify'
import { numberIn, saidOf } from './invented.ts'
import { leafOf } from './merkle.ts'
import type { SeenCertificate } from './sight.ts'

/** What a certificate turns out to be, whatever the ledger says of it. */
export interface Judged {
  /** The text that its holder gets. */
  readonly text: string
  /** Of whom it is, by what it says; undefined where the verifier refuses it, or it says anything else than its dose. */
  readonly number: number | undefined
  /** In hex. */
  readonly leaf: string
}

/** Answers undefined where there is no certificate to be made of it at all. */
export type CertificateJudge = (seen: SeenCertificate) => Promise<Judged | undefined>

/** Reads certificates as a checker at a border would, who has nothing but the document signer. */
export function certificateJudge(documentSigner: DocumentSigner): CertificateJudge {
  const trust = trustList([documentSigner])
  return async ({ bytes, signature, salt, kid }) => {
    const made = finished(bytes, signature, documentSigner)
    if (made === undefined || kid === null) return undefined
    const { text, cose } = made
    const verdict = await verify(text, { trust, at: new Date(), profile: 'strict' })
    const number = verdict.kind === 'accepted' ? numberSaid(verdict.dcc.claims.dcc) : undefined
    return { text, number, leaf: leafOf(kid, salt, Buffer.from(cose).toString('hex')) }
  }
}

function finished(bytes: string | null, signature: string, { algorithm }: DocumentSigner) {
  if (bytes === null) return undefined
  try {
    return finishSigned(Buffer.from(bytes, 'hex'), Buffer.from(signature, 'hex'), algorithm)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

type SaidDcc = Extract<Awaited<ReturnType<typeof verify>>, { kind: 'accepted' }>['dcc']['claims']['dcc']

/** Its number, if all it says is what the dose of that number was planned with. */
function numberSaid({ nam, dob, v = [] }: SaidDcc): number | undefined {
  const number = numberIn(nam.gnt)
  const [event, ...more] = v
  if (number === undefined || event === undefined || more.length > 0) return undefined
  const said = saidOf(number)
  const isSame =
    nam.fn === said.surname &&
    nam.gn === said.given &&
    dob === said.birthDate &&
    event.dt === said.date &&
    event.mp === 'EU/1/20/1528' &&
    event.dn === 1 &&
    event.sd === 2
  return isSame ? number : undefined
}
