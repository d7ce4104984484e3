import type { CodeKind } from '../recognise/recognise.ts'

type OtherAdvice = 'show-hc1' | 'other-system' | 'certificate-first' | 'link' | 'scanner'

/** What to ask for when a code is no certificate. */
export const otherAdviceFor: Readonly<Record<Exclude<CodeKind, 'hc1'>, OtherAdvice>> = {
  'damaged-hc1': 'scanner',
  'smart-health-card': 'other-system',
  'health-link': 'other-system',
  national: 'other-system',
  divoc: 'other-system',
  'vds-nc': 'other-system',
  cccd: 'certificate-first',
  'can-cuoc': 'certificate-first',
  'mic-personal': 'certificate-first',
  'icao-mrz': 'certificate-first',
  bhyt: 'show-hc1',
  link: 'link',
  wifi: 'show-hc1',
  contact: 'show-hc1',
  payment: 'show-hc1',
  other: 'show-hc1',
}
