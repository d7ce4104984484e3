import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { dccOf } from '../app/reading.ts'
import type { Shown } from '../app/state.ts'
import { Button } from '../components/button.tsx'
import { CertificateFacts } from '../components/certificate-facts.tsx'
import { Closing } from '../components/closing.tsx'
import { ComparisonResult } from '../components/comparison.tsx'
import { Documents } from '../components/documents.tsx'
import { Icon } from '../components/icon.tsx'
import { Person } from '../components/person.tsx'
import { Reason } from '../components/reason.tsx'
import { RuleResults } from '../components/rule-results.tsx'
import { VerdictBand } from '../components/verdict-band.tsx'
import { Warnings } from '../components/warnings.tsx'
import type { ReasonCode } from '../words/words.ts'

/** The answer about one certificate. It closes by itself. */
export function ResultScreen({ shown }: { readonly shown: Shown }): JSX.Element {
  const { verdict } = shown.judgement
  return (
    <div class={`result ${verdict.kind}`}>
      <VerdictBand verdict={verdict} />
      <div class="result-body">
        <Answer shown={shown} />
      </div>
      <ResultActions canCompare={dccOf(verdict) !== undefined} />
    </div>
  )
}

/** A certificate that is not accepted says first why; what it states comes after that, folded away. */
function Answer({ shown: { judgement, passedBefore, comparison } }: { readonly shown: Shown }): JSX.Element {
  const { verdict, at } = judgement
  const { rules = [] } = verdict
  return (
    <>
      {verdict.kind === 'accepted' && <AcceptedPerson verdict={verdict} />}
      <Warnings verdict={verdict} passedBefore={passedBefore} />
      {verdict.kind !== 'accepted' && <Reason code={(judgement.code ?? verdict.code) as ReasonCode} />}
      {comparison && <ComparisonResult comparison={comparison} />}
      {rules.length > 0 && <RuleResults rules={rules} />}
      <CertificateFacts verdict={verdict} at={at} />
      {verdict.kind !== 'accepted' && verdict.documents && <Documents claims={verdict.documents} />}
    </>
  )
}

function AcceptedPerson({
  verdict,
}: {
  verdict: Extract<Shown['judgement']['verdict'], { kind: 'accepted' }>
}): JSX.Element {
  const { say } = useSpeech()
  return (
    <section class="card">
      <Person dcc={verdict.dcc.claims.dcc} />
      <p class="compare-always">
        <Icon name="card" /> {say('result.compare')}
      </p>
    </section>
  )
}

function ResultActions({ canCompare }: { readonly canCompare: boolean }): JSX.Element {
  const { state, next, openIdentity } = useSession()
  const { say } = useSpeech()
  return (
    <div class="actions">
      <Closing />
      <div class="action-row">
        {canCompare && (
          <Button icon="card" onPress={openIdentity}>
            {say('result.compare-button')}
          </Button>
        )}
        <Button look="main" onPress={next}>
          {say(state.camera.value ? 'result.next' : 'result.done')}
        </Button>
      </div>
    </div>
  )
}
