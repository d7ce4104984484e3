import type { Signer } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { KeyIdentity } from '../hsm-signer.ts'
import type { SigningClient } from './clients.ts'
import { allowance } from './clients.ts'
import { type RefusalCode, refusalCode } from './codes.ts'
import { inTurn, type SignInTurn } from './in-turn.ts'
import type { Answer, SignRequest } from './messages.ts'
import { type KeyCertificate, type SigningPolicy, type SigningRule, signingRule } from './policy.ts'

/** A key that the server signs with, and the certificate that says what for. */
export interface ServedKey {
  readonly signer: Signer
  readonly certificate: KeyCertificate
}

/** What one request came to: counts and codes, nothing of what was to be signed. */
export interface SigningEvent {
  /** Fingerprint of the client's certificate. */
  readonly client: string
  /** In hex. */
  readonly kid: string
  readonly signed: number
  readonly refused: Readonly<Partial<Record<RefusalCode, number>>>
}

export interface DeskOptions {
  readonly keys: readonly ServedKey[]
  readonly clients: readonly SigningClient[]
  readonly policy?: SigningPolicy
  /** Signatures that may wait for a key, beyond those under way. */
  readonly maxWaiting: number
  now(): Date
  log(event: SigningEvent): void
}

/** Where clients that are known already are served. */
export interface Desk {
  /** The keys that a client may use. */
  keysFor(client: SigningClient): readonly KeyIdentity[]
  /**
   * Judges each item, and signs those that may be signed. An item that is refused keeps no other from being signed.
   * @throws Fault `signer.unknown` when the client may not use this key
   */
  sign(request: SignRequest, client: SigningClient): Promise<readonly Answer[]>
}

interface OpenKey {
  readonly certificate: KeyCertificate
  readonly rule: SigningRule
  readonly sign: SignInTurn
}

/** @throws TypeError when a signer has another kid or algorithm than its certificate */
export function openDesk({ keys, clients, policy, maxWaiting, now, log }: DeskOptions): Desk {
  const open = new Map(keys.map((key) => [kidOf(key), openKey(key, policy, maxWaiting)]))
  const allowances = new Map(clients.map(({ fingerprint, perMinute }) => [fingerprint, allowance(perMinute)]))

  async function answer(item: Uint8Array, key: OpenKey, client: SigningClient): Promise<Answer> {
    const time = now().getTime()
    try {
      if (allowances.get(client.fingerprint)?.(time) !== true) return 'client.rate'
      key.rule(item, client.usages, Math.floor(time / 1000))
      return await key.sign(item)
    } catch (error) {
      return error instanceof Fault ? refusalCode(error.code) : 'signer.refused'
    }
  }

  return {
    keysFor: ({ kids }) => kids.flatMap((kid) => open.get(kid)?.certificate ?? []),
    async sign({ kid, items }, client) {
      const name = hex(kid)
      const key = client.kids.includes(name) ? open.get(name) : undefined
      if (key === undefined) throw new Fault('signer.unknown', 'not a key of this client')
      const answers = await Promise.all(items.map((item) => answer(item, key, client)))
      log({ client: client.fingerprint, kid: name, ...tallyOf(answers) })
      return answers
    },
  }
}

function openKey({ signer, certificate }: ServedKey, policy: SigningPolicy | undefined, maxWaiting: number): OpenKey {
  if (hex(signer.kid) !== hex(certificate.kid) || signer.algorithm !== certificate.algorithm) {
    throw new TypeError('signer and certificate do not belong together')
  }
  return { certificate, rule: signingRule(certificate, policy), sign: inTurn(signer, maxWaiting) }
}

function tallyOf(answers: readonly Answer[]): Pick<SigningEvent, 'signed' | 'refused'> {
  const refused: Partial<Record<RefusalCode, number>> = {}
  let signed = 0
  for (const answer of answers) {
    if (typeof answer === 'string') refused[answer] = (refused[answer] ?? 0) + 1
    else signed += 1
  }
  return { signed, refused }
}

function kidOf({ certificate }: ServedKey): string {
  return hex(certificate.kid)
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
