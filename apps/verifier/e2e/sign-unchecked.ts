import { type Authority, prepare, type Validity } from '@vaxcert/core'
import type { Dcc } from '@vaxcert/core/dcc'
import { toBeSigned } from '../../../packages/core/src/cose/sign1.ts'
import { writePayload } from '../../../packages/core/src/dcc/payload-writer.ts'
import { finish } from '../../../packages/core/src/issue/sign.ts'

/** Rightly signs what no honest issuer would: the content goes under the signature as it is. Gives the text. */
export async function signUnchecked(dcc: Dcc, honest: Dcc, authority: Authority, validity: Validity): Promise<string> {
  const { claims, protectedBytes } = prepare(honest, authority, validity)
  const payload = writePayload({ ...claims, dcc })
  const signed = toBeSigned(protectedBytes, payload)
  const signature = await authority.signer.sign(signed)
  return finish({ claims, protectedBytes, payload, toBeSigned: signed }, signature, authority).text
}
