import { type ChainCode, checkChain } from '@vaxcert/core/trust/chain'

/**
 * Why a unit's certificate stands under none of these authorities; undefined where it does, at that moment. One that is
 * itself among them counts by that. What health certificates ask of a key (its purpose by hcert §A.4) is not asked here;
 * everything else of RFC 5280 that `checkChain` asks is, at depth one: of a CA's own chain the issuing CA is configured.
 */
export async function chainProblem(
  certificate: Uint8Array,
  authorities: readonly Uint8Array[],
  at: Date,
): Promise<ChainCode | 'chain.none' | undefined> {
  let problem: ChainCode | 'chain.none' = 'chain.none'
  for (const authority of authorities) {
    if (Buffer.compare(authority, certificate) === 0) return undefined
    const { checks } = await checkChain(certificate, authority, { at, issuedAt: at })
    const failed = checks.find(({ name, outcome }) => outcome === 'failed' && name !== 'dsc-purpose')
    if (failed === undefined) return undefined
    problem = failed.code ?? problem
  }
  return problem
}
