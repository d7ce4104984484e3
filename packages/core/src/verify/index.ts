export type { Check, CheckName, RefusalCode, UndecidedCode, Verdict, VerifiedDcc } from './verdict.ts'
export { type VerifyOptions, verify } from './verify.ts'
