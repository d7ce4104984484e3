import type { JSX } from 'preact'
import { useSession, useSpeech } from '../app/context.ts'
import { dccOf } from '../app/reading.ts'
import type { Shown } from '../app/state.ts'
import { Button } from '../components/button.tsx'
import { CertificateFacts } from '../components/certificate-facts.tsx'
import { Closing } from '../components/closing.tsx'
import { ComparisonResult } from '../components/comparison.tsx'
import { Documents } from '../components/documents.tsx'
import { FileButton } from '../components/file-button.tsx'
import { Icon } from '../components/icon.tsx'
import { KioskFoot } from '../components/kiosk-foot.tsx'
import { Person } from '../components/person.tsx'
import { Reason } from '../components/reason.tsx'
import { RuleResults } from '../components/rule-results.tsx'
import { answerOf, VerdictBand } from '../components/verdict-band.tsx'
import { Warnings } from '../components/warnings.tsx'
import type { ReasonCode } from '../words/words.ts'

/** The answer about one certificate. It closes by itself. */
export function ResultScreen({ shown }: { readonly shown: Shown }): JSX.Element {
  const { kiosk } = useSession().state.settings.value
  const { verdict } = shown.judgement
  return (
    <div class={`result ${answerOf(shown)}`}>
      <VerdictBand shown={shown} />
      <div class="result-body">
        <Answer shown={shown} />
        {!kiosk && <Details shown={shown} />}
      </div>
      {kiosk ? (
        <div class="actions">
          <Closing />
          <KioskFoot />
        </div>
      ) : (
        <ResultActions canCompare={verdict.kind !== 'refused' && dccOf(verdict) !== undefined} />
      )}
    </div>
  )
}

/** Whose certificate it is; of one that is not accepted, why. */
function Answer({ shown: { judgement, comparison } }: { readonly shown: Shown }): JSX.Element {
  const { verdict } = judgement
  return (
    <div class="answer">
      {comparison && <ComparisonResult comparison={comparison} />}
      {verdict.kind === 'accepted' && <AcceptedPerson verdict={verdict} />}
      {verdict.kind !== 'accepted' && <Reason code={(judgement.code ?? verdict.code) as ReasonCode} />}
      <Warnings judgement={judgement} />
    </div>
  )
}

/** What the certificate states; where it is not accepted, folded away. */
function Details({ shown: { judgement } }: { readonly shown: Shown }): JSX.Element {
  const { verdict } = judgement
  const { rules = [] } = verdict
  return (
    <div class="details">
      {rules.length > 0 && <RuleResults rules={rules} />}
      <CertificateFacts verdict={verdict} />
      {verdict.kind !== 'accepted' && verdict.documents && <Documents claims={verdict.documents} />}
    </div>
  )
}

/** An accepted certificate says nothing about who holds it: that comes first, and large. */
function AcceptedPerson({
  verdict,
}: {
  verdict: Extract<Shown['judgement']['verdict'], { kind: 'accepted' }>
}): JSX.Element {
  const { say } = useSpeech()
  return (
    <section class="card">
      <p class="compare-always">
        <Icon name="card" /> <span>{say('result.compare')}</span>
      </p>
      <Person dcc={verdict.dcc.claims.dcc} />
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
