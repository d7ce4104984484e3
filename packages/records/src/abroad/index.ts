export { type AbroadCode, abroadProblem } from './abroad-problem.ts'
export { type AcceptedCertificate, doseOfCertificate } from './dose-of-certificate.ts'
export { type AbroadPolicy, abroadPolicy2022, readAbroadPolicy, signable } from './policy.ts'
