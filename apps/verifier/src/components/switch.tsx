import type { JSX } from 'preact'
import { useId } from 'preact/hooks'

interface SwitchProps {
  readonly label: string
  readonly why?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** On or off. */
export function Switch({ label, why, on, onChange }: SwitchProps): JSX.Element {
  const id = useId()
  return (
    <div class="switch">
      <label class="option">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={why && id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {why && (
        <p class="small" id={id}>
          {why}
        </p>
      )}
    </div>
  )
}
