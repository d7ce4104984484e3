import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface HeadingProps {
  readonly children: ComponentChildren
  readonly class?: string
  /** When this changes, the focus comes back here. */
  readonly about?: unknown
}

/** The heading of a screen. The focus moves to it, so that a screen reader begins to read there. */
export function Heading({ children, about, class: className }: HeadingProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: false }), [about])
  return (
    <h1 ref={heading} tabIndex={-1} class={className}>
      {children}
    </h1>
  )
}
