export { type Certificate, readCertificate } from './certificate.ts'
export {
  type ChainCheck,
  type ChainCheckName,
  type ChainCode,
  type ChainOptions,
  type ChainVerdict,
  chainCheckNames,
} from './chain-verdict.ts'
export { checkChain } from './check-chain.ts'
export { type IssuerKey, readIssuerKey } from './issuer-key.ts'
export { readStatements, type Statements } from './statements.ts'
export { verifyX509Signature, type X509Signature } from './x509-signature.ts'
