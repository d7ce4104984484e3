import type { JSX } from 'preact'
import { useId } from 'preact/hooks'

interface ChoiceProps {
  readonly label: string
  /** Value and words of each. */
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly chosen: string
  readonly onChoose: (value: string) => void
}

/** One of several. */
export function Choice({ label, options, chosen, onChoose }: ChoiceProps): JSX.Element {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
