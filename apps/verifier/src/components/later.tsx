import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useSpeech } from '../app/context.ts'
import type { Part } from '../parts/part.ts'
import { Button } from './button.tsx'
import { Heading } from './heading.tsx'

interface LaterProps<T> {
  readonly part: Part<T>
  /** Draws what lies in it. */
  readonly children: (part: T) => JSX.Element
}

/** A screen of a part that may still be on its way: until then it says so, and it says when it cannot come. */
export function Later<T>({ part, children }: LaterProps<T>): JSX.Element {
  useEffect(() => ask(part), [part])
  const { value } = part.here
  return value === undefined ? <OnItsWay part={part} /> : children(value)
}

function OnItsWay({ part }: { readonly part: Part<unknown> }): JSX.Element {
  const { say } = useSpeech()
  const isMissing = part.isMissing.value
  return (
    <div class="page">
      <Heading about={isMissing}>{say(isMissing ? 'part.missing' : 'part.opening')}</Heading>
      {isMissing && (
        <div class="action-row">
          <Button look="main" onPress={() => askAgain(part)}>
            {say('scan.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A failure is for the screen to tell. */
function ask(part: Part<unknown>): void {
  part.get().catch(() => undefined)
}

/**
 * Some browsers remember that a script was not there; and a page that was open for long may want one of a build that its
 * host has no more. Where the host answers, the page as it is now has everything.
 */
function askAgain(part: Part<unknown>): void {
  part.get().catch(async () => {
    const answer = await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok) location.reload()
  })
}
