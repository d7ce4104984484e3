import type { ComponentChildren, JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import type { Fact } from '../words/facts.ts'
import { Untrusted } from './untrusted.tsx'

/** Names and values, one below the other. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  const { say } = useSpeech()
  return (
    <dl class="facts">
      {facts.map(({ field, text }, index) => (
        <Line key={`${index} ${field}`} label={say(`field.${field}`)}>
          <Untrusted text={text} />
        </Line>
      ))}
    </dl>
  )
}

/** One line of a list of names and values. */
export function Line({
  label,
  children,
}: {
  readonly label: ComponentChildren
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
