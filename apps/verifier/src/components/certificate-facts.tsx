import type { CommonClaims, Dcc } from '@vaxcert/core/dcc'
import type { Verdict } from '@vaxcert/core/verify'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { dccOf } from '../app/reading.ts'
import { eventFacts } from '../words/facts.ts'
import { Facts } from './facts.tsx'
import { Person } from './person.tsx'
import { Signer } from './signer.tsx'

interface CertificateFactsProps {
  readonly verdict: Verdict
}

/** What the certificate states and who signed it; folded away where it is not accepted. */
export function CertificateFacts({ verdict }: CertificateFactsProps): JSX.Element | null {
  const { language, say } = useSpeech()
  const dcc = dccOf(verdict)
  const { signer } = verdict
  if (dcc === undefined && signer === undefined) return null
  const content = (
    <>
      {dcc && <Facts facts={eventFacts(language, dcc)} />}
      {signer && <Signer signer={signer} claims={claimsOf(verdict)} />}
    </>
  )
  if (verdict.kind !== 'accepted') return <Unaccepted dcc={dcc}>{content}</Unaccepted>
  return (
    <section class="card" aria-labelledby="facts">
      <h2 id="facts">{say('result.facts')}</h2>
      {content}
    </section>
  )
}

function Unaccepted({ dcc, children }: { dcc: Dcc | undefined; children: JSX.Element }): JSX.Element {
  const { say } = useSpeech()
  return (
    <details class="card">
      <summary>{say('result.unaccepted-facts')}</summary>
      {dcc && <Person dcc={dcc} />}
      {children}
    </details>
  )
}

function claimsOf(verdict: Verdict): CommonClaims | undefined {
  return verdict.kind === 'accepted' ? verdict.dcc.claims : (verdict.decoded?.claims ?? verdict.documents)
}
