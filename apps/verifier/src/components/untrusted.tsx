import type { JSX } from 'preact'

/** A text that somebody else wrote: a text node, whose direction stays its own. */
export function Untrusted({ text }: { readonly text: string }): JSX.Element {
  return (
    <bdi dir="auto" class="untrusted">
      {text}
    </bdi>
  )
}
