import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface HeadingProps {
  readonly children: ComponentChildren
  readonly class?: string
  /** When this changes, the focus comes back here, and the page to its top. */
  readonly about?: unknown
  /** Elements that a screen reader reads with it, by their ids; those that are not there are left out. */
  readonly describedBy?: string
}

/** The heading of a screen. The focus moves to it, so that a screen reader begins to read there. */
export function Heading({ children, about, class: className, describedBy }: HeadingProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [about])
  return (
    <h1 ref={heading} tabIndex={-1} class={className} aria-describedby={describedBy}>
      {children}
    </h1>
  )
}
