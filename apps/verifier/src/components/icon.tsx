import type { JSX } from 'preact'

export type IconName =
  | 'accepted'
  | 'refused'
  | 'undecided'
  | 'other'
  | 'card'
  | 'back'
  | 'gear'
  | 'list'
  | 'shield'
  | 'torch'

/** Drawn on a field of 24 by 24 with strokes. */
const paths: Readonly<Record<IconName, string>> = {
  accepted: 'M4 12.5l5.5 5.5L20 7',
  refused: 'M6 6l12 12M18 6L6 18',
  undecided: 'M8.5 8.5a3.6 3.6 0 1 1 5.4 3.1c-1.3.8-1.9 1.5-1.9 3M12 18.6v.2',
  other: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M9 12h6',
  card: 'M3 5.5h18v13H3zM6.5 15.5c.4-2 4.6-2 5 0M9 11.3a1.6 1.6 0 1 0 0-.01M14.5 10H18M14.5 14H18',
  back: 'M15 5l-7 7 7 7',
  gear: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M6 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  list: 'M4 6h.01M8 6h12M4 12h.01M8 12h12M4 18h.01M8 18h12',
  shield: 'M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.500-1.500-7.500-5-7.500-9.500V6z',
  torch: 'M8 3h8v3l-2 4v11h-4V10L8 6zM12 13v2',
}

/** A sign beside words, never instead of them: screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
