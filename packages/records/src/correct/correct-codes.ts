/** Why an event, a history or a correction is not taken. */
export type CorrectCode =
  | 'correct.shape'
  | 'correct.link'
  | 'correct.order'
  | 'correct.time'
  | 'correct.phone'
  | 'correct.evidence'
  | 'correct.empty'
  | 'correct.four-eyes'
  | 'correct.withdrawn'
  | 'correct.stale'
  | 'correct.unknown-dose'
  | 'correct.known-dose'
