import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { adviceFor } from '../words/advice.ts'
import type { ReasonCode } from '../words/words.ts'

/** Why not, what to do about it, and what to tell support. */
export function Reason({ code }: { readonly code: ReasonCode }): JSX.Element {
  const { say } = useSpeech()
  return (
    <section class="card reason" aria-labelledby="reason">
      <h2 id="reason">{say('result.why')}</h2>
      <p class="reason-text">{say(`code.${code}`)}</p>
      <p>{say(`advice.${adviceFor[code]}`)}</p>
      <p class="small">{say('result.code', { code })}</p>
    </section>
  )
}
