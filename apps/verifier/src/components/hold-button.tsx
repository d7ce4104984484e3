import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** How long it must be held, in milliseconds: nobody who passes a gate does that without a reason. */
export const HOLD = 2000

const keys: readonly string[] = ['Enter', ' ']

interface HoldButtonProps {
  /** Says that it is to be held. */
  readonly label: string
  readonly onHeld: () => void
}

/** A button for those who know it: it works when a finger, a pointer or a key stays on it. */
export function HoldButton({ label, onHeld }: HoldButtonProps): JSX.Element {
  const isHeld = useSignal(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const release = () => {
    clearTimeout(timer.current)
    isHeld.value = false
  }
  const hold = () => {
    release()
    isHeld.value = true
    timer.current = setTimeout(onHeld, HOLD)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <button
      type="button"
      class={isHeld.value ? 'hold held' : 'hold'}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onKeyDown={(event) => keys.includes(event.key) && !event.repeat && hold()}
      onKeyUp={release}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      {label}
    </button>
  )
}
