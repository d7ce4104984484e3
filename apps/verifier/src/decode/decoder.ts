import type { Picture } from './grey.ts'

/**
 * How much to spend on one frame. `plain`: one pass. `aztec`: one that knows Aztec codes too. `enhanced`: where a plain
 * pass reads nothing, a sharpened one, and a look for a code that is there but unreadable. `still`: for uploads, QR and
 * Aztec, every pass, several codes in one picture.
 */
export type Effort = 'plain' | 'aztec' | 'enhanced' | 'still'

/** What one frame gave. Only `enhanced` and `still` tell `located` from `nothing`. */
export type Reading =
  | { readonly kind: 'text'; readonly text: string; readonly symbol: 'qr' | 'aztec' }
  | { readonly kind: 'located' }
  | { readonly kind: 'nothing' }

/** Reads codes from pixels. Whatever the pixels, it answers in bounded time and never rejects. */
export interface Decoder {
  /** The frame's pixels may be handed over and gone afterwards. */
  decode(frame: Picture, effort: Effort): Promise<Reading>
  /** Ends what it started; readings still under way answer `nothing`. */
  close(): void
}

/** The reading of a frame without a code. */
export const NOTHING: Reading = { kind: 'nothing' }
