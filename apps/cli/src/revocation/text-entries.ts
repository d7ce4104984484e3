import { Fault } from '@vaxcert/core'
import { requireVerifiable } from '@vaxcert/core/cose'
import { type DecodedDcc, decode } from '@vaxcert/core/dcc'
import { type HashType, type RevocationSubject, revocationHashes, type TrustList } from '@vaxcert/core/trust'
import type { RevocationEntry } from '@vaxcert/core/trust/publish'
import { verify } from '@vaxcert/core/verify'

/** What of a text is taken, and how much of it is believed. */
export interface TextOptions {
  readonly types: readonly HashType[]
  /** Whose signature a text must carry; without it any text is taken at its word. */
  readonly trust?: TrustList
  readonly at: Date
}

const DAY_SECONDS = 86_400

/**
 * What revokes the certificate of a text. Its expiry is believed only where its signature was checked: a forged text
 * could else have a true certificate dropped from the list early.
 * @throws Fault with the code of why the text cannot be used
 */
export async function entriesOfText(text: string, options: TextOptions): Promise<readonly RevocationEntry[]> {
  const { trust, types, at } = options
  if (trust !== undefined) await requireSignature(text, trust, at)
  const decoded = decode(text)
  if (!decoded.ok) throw new Fault(decoded.code)
  const { claims, message } = decoded.layers
  if (!('dcc' in claims)) throw new Fault('dcc.schema', 'not a certificate of the EU')
  const subject = subjectOf({ ...decoded.layers, claims })
  const lastDay = trust && claims.exp !== undefined ? { lastDay: Math.floor(claims.exp / DAY_SECONDS) } : {}
  return types.flatMap((type) =>
    revocationHashes(type, subject).map((hash) => ({
      type,
      hash,
      ...(message.kid && { kid: message.kid }),
      ...lastDay,
    })),
  )
}

/** Whether it has expired, or its signer may not sign it, matters not here. */
async function requireSignature(text: string, trust: TrustList, at: Date): Promise<void> {
  const verdict = await verify(text, { trust, at })
  const isSigned = verdict.checks.some(({ name, outcome }) => name === 'signature' && outcome === 'passed')
  if (!isSigned && verdict.kind !== 'accepted') throw new Fault(verdict.code)
}

function subjectOf({ message, claims: { iss, dcc } }: DecodedDcc): RevocationSubject {
  const { algorithm, signature, kid = new Uint8Array() } = requireVerifiable(message)
  const event = dcc.v?.[0] ?? dcc.t?.[0] ?? dcc.r?.[0]
  if (event === undefined) throw new Fault('dcc.schema', 'no event')
  const issuer = iss === undefined ? {} : { issuer: iss }
  return { kid, algorithm: algorithm.name, signature, ci: event.ci, country: event.co, ...issuer }
}
