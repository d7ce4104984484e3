const none = /^(?:không|khong|chưa|chua|mất|mat|none|null|no|n\/a|0|-)(?:\s|$)/

/** Whether a record names something that shows the dose: a digest, a file, a paper. */
export function isEvidence(text: string): boolean {
  const shown = text.trim().normalize('NFC').toLowerCase()
  return shown !== '' && !none.test(shown)
}
