export { type CertLogic, compileCertLogic } from './compile.ts'
export { dataAccesses } from './data-accesses.ts'
export { type Issue, validateCertLogic } from './validate.ts'
export type { Value } from './value.ts'
