export { type AcceptedCertificate, doseOfCertificate } from './dose-of-certificate.ts'
export { type AbroadPolicy, abroadPolicy2022, readAbroadPolicy, signable } from './policy.ts'
