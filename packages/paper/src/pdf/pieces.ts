/** A page as a tree of what it says (ISO 32000-1 §14.8.4), each leaf with the operators that draw it. */
export type Piece = Leaf | Branch

export interface Leaf {
  readonly type: 'H1' | 'H2' | 'P' | 'TH' | 'TD' | 'Figure'
  readonly content: string
  /** What a figure shows, for people who do not see it. */
  readonly alt?: string
  /** A figure's rectangle: left, bottom, right, top, in points from the lower left corner. */
  readonly box?: readonly [left: number, bottom: number, right: number, top: number]
}

export interface Branch {
  readonly type: 'Sect' | 'Table' | 'TR'
  readonly pieces: readonly Piece[]
}
