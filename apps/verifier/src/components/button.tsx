import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from './icon.tsx'

interface ButtonProps {
  readonly children: ComponentChildren
  readonly onPress: () => void
  readonly icon?: IconName
  /** `main`: the one thing to do next. */
  readonly look?: 'main' | 'plain' | 'quiet'
  readonly disabled?: boolean
  /** For a button that is on or off. */
  readonly pressed?: boolean
}

export function Button({
  children,
  onPress,
  icon,
  look = 'plain',
  disabled = false,
  pressed,
}: ButtonProps): JSX.Element {
  return (
    <button type="button" class={`button ${look}`} onClick={onPress} disabled={disabled} aria-pressed={pressed}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}
