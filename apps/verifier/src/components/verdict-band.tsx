import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import type { Shown } from '../app/state.ts'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'

interface VerdictBandProps {
  readonly shown: Shown
  /** The certificate may be right, but the identity paper is somebody else's. */
  readonly isOther: boolean
}

/** The answer: colour, sign and word together. */
export function VerdictBand({ shown, isOther }: VerdictBandProps): JSX.Element {
  const { say } = useSpeech()
  const { kind } = shown.judgement.verdict
  return (
    <div class="verdict-band">
      <span class="verdict-sign">
        <Icon name={isOther ? 'refused' : kind} />
      </span>
      <Heading about={shown} class="verdict-word">
        {say(isOther ? 'identity.not-same' : `verdict.${kind}`)}
      </Heading>
      <p class="verdict-means">{say(isOther ? 'identity.not-same.means' : `verdict.${kind}.means`)}</p>
    </div>
  )
}
