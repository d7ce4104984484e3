export {
  type ChainCheck,
  type ChainCheckName,
  type ChainCode,
  type ChainOptions,
  type ChainVerdict,
  chainCheckNames,
} from './chain-verdict.ts'
export { checkChain } from './check-chain.ts'
export { verifyX509Signature, type X509Signature } from './x509-signature.ts'
