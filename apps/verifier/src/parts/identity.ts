export { comparePaper } from '../identity/compare.ts'
export { readPaper, wrongCheckDigits } from '../identity/identity-card.ts'
export { IdentityScreen } from '../screens/identity.tsx'
