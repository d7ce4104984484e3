export { planRenewal, type Renewal, type RenewalOptions } from './plan-renewal.ts'
export type { RenewalDay } from './spread.ts'
