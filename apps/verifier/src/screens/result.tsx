import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { dccOf } from '../app/reading.ts'
import type { Shown } from '../app/state.ts'
import { Button } from '../components/button.tsx'
import { CertificateFacts } from '../components/certificate-facts.tsx'
import { Closing } from '../components/closing.tsx'
import { ComparisonResult, overallOf } from '../components/comparison.tsx'
import { Documents } from '../components/documents.tsx'
import { FileButton } from '../components/file-button.tsx'
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
  const isOther = shown.comparison !== undefined && overallOf(shown.comparison.matches) === 'different'
  return (
    <div class={`result ${verdict.kind}${isOther ? ' mismatch' : ''}`}>
      <VerdictBand shown={shown} isOther={isOther} />
      <div class="result-body">
        <Answer shown={shown} />
      </div>
      <ResultActions canCompare={verdict.kind !== 'refused' && dccOf(verdict) !== undefined} />
    </div>
  )
}

/** A certificate that is not accepted says first why; what it states comes after that, folded away. */
function Answer({ shown: { judgement, passedBefore, comparison } }: { readonly shown: Shown }): JSX.Element {
  const { verdict, at } = judgement
  const { rules = [] } = verdict
  return (
    <>
      {comparison && <ComparisonResult comparison={comparison} />}
      {verdict.kind === 'accepted' && <AcceptedPerson verdict={verdict} />}
      <Warnings verdict={verdict} passedBefore={passedBefore} />
      {verdict.kind !== 'accepted' && <Reason code={(judgement.code ?? verdict.code) as ReasonCode} />}
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
  const { state, next, openIdentity, readFile } = useSession()
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
        {!state.camera.value && (
          <FileButton label={say('result.other-file')} accept="image/*,application/pdf" onFile={readFile} />
        )}
        <Button look="main" onPress={next}>
          {say(state.camera.value ? 'result.next' : 'result.done')}
        </Button>
      </div>
    </div>
  )
}
