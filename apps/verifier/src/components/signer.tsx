import type { CommonClaims } from '@vaxcert/core/dcc'
import type { DocumentSigner } from '@vaxcert/core/trust'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { countryText, dayText, momentText } from '../words/format.ts'
import { Line } from './facts.tsx'

interface SignerProps {
  readonly signer: DocumentSigner
  readonly claims: CommonClaims | undefined
  readonly at: Date
}

/** Who signed, until when, and when it was checked. */
export function Signer({ signer, claims, at }: SignerProps): JSX.Element {
  const { language, say } = useSpeech()
  const until = claims?.exp
  return (
    <dl class="facts">
      <Line label={say('result.signed-by')}>{countryText(language, signer.country)}</Line>
      {claims && (
        <Line label={say('result.valid-until')}>
          {until === undefined ? say('result.no-end') : dayText(language, until)}
        </Line>
      )}
      <Line label={say('result.key-until')}>{dayText(language, signer.notAfter)}</Line>
      <Line label={say('result.checked-at')}>{momentText(language, at)}</Line>
    </dl>
  )
}
