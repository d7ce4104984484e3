import type { CommonClaims } from '@vaxcert/core/dcc'
import type { DocumentSigner } from '@vaxcert/core/trust'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { countryText, dayText } from '../words/format.ts'
import { Line } from './facts.tsx'

interface SignerProps {
  readonly signer: DocumentSigner
  readonly claims: CommonClaims | undefined
}

/** Who signed, and until when. */
export function Signer({ signer, claims }: SignerProps): JSX.Element {
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
    </dl>
  )
}
