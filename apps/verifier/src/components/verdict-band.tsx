import type { Verdict } from '@vaxcert/core/verify'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'

/** The answer: colour, sign and word together. */
export function VerdictBand({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  const { say } = useSpeech()
  const { kind } = verdict
  return (
    <div class="verdict-band">
      <span class="verdict-sign">
        <Icon name={kind} />
      </span>
      <Heading about={verdict} class="verdict-word">
        {say(`verdict.${kind}`)}
      </Heading>
      <p class="verdict-means">{say(`verdict.${kind}.means`)}</p>
    </div>
  )
}
