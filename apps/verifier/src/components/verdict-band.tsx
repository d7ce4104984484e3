import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useSpeech } from '../app/context.ts'
import type { Shown } from '../app/state.ts'
import { momentText } from '../words/format.ts'
import type { WordKey } from '../words/words.ts'
import { overallOf } from './comparison.tsx'
import { Heading } from './heading.tsx'
import { Icon, type IconName } from './icon.tsx'
import { PERSON } from './person.tsx'

/** What the screen answers: the verdict, unless the paper is somebody else's or the code came through just before. */
export type Answer = Shown['judgement']['verdict']['kind'] | 'mismatch' | 'repeated'

export function answerOf({ judgement, comparison, passedBefore }: Shown): Answer {
  if (comparison && overallOf(comparison.matches) === 'different') return 'mismatch'
  if (passedBefore && judgement.verdict.kind === 'accepted') return 'repeated'
  return judgement.verdict.kind
}

/** Sign, word, meaning, and what somebody who does not see the screen hears of its look. */
const faces: Readonly<Record<Answer, readonly [IconName, WordKey, WordKey, WordKey]>> = {
  accepted: ['accepted', 'verdict.accepted', 'verdict.accepted.means', 'look.accepted'],
  refused: ['refused', 'verdict.refused', 'verdict.refused.means', 'look.refused'],
  undecided: ['undecided', 'verdict.undecided', 'verdict.undecided.means', 'look.undecided'],
  mismatch: ['refused', 'identity.not-same', 'identity.not-same.means', 'look.refused'],
  repeated: ['undecided', 'result.repeated', 'result.repeated.means', 'look.undecided'],
}

/** The answer: colour, sign and word together. With the focus on the word a screen reader says it all, once. */
export function VerdictBand({ shown }: { readonly shown: Shown }): JSX.Element {
  const { language, say } = useSpeech()
  const id = useId()
  const [icon, word, means, look] = faces[answerOf(shown)]
  const { at, verdict } = shown.judgement
  const person = verdict.kind === 'accepted' ? `${PERSON} ` : ''
  return (
    <div class="verdict-band">
      <span class="verdict-sign" role="img" aria-label={say(look)} id={`${id}-look`}>
        <Icon name={icon} />
      </span>
      <Heading about={shown} class="verdict-word" describedBy={`${person}${id}-means ${id}-look`}>
        {say(word)}
      </Heading>
      <div class="verdict-means">
        <p id={`${id}-means`}>{say(means)}</p>
        <p class="verdict-at">{say('result.checked', { at: momentText(language, at) })}</p>
      </div>
    </div>
  )
}
