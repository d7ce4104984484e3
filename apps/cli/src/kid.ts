import { InvalidArgumentError } from 'commander'

/** A key identifier in base64: 8 bytes, which stand for no signer when all of them are 0. Undefined for other texts. */
export function readKid(text: string): Uint8Array | undefined {
  const isKid = /^[A-Za-z0-9+/]{10}[AEIMQUYcgkosw048]=$/.test(text) && text !== 'AAAAAAAAAAA='
  return isKid ? new Uint8Array(Buffer.from(text, 'base64')) : undefined
}

/**
 * One more kid of an option that may be given several times. For commander's `argParser`.
 * @throws InvalidArgumentError
 */
export function collectKid(text: string, before: readonly Uint8Array[]): readonly Uint8Array[] {
  const kid = readKid(text)
  if (kid === undefined) throw new InvalidArgumentError('Not a kid: 8 bytes in base64.')
  return [...before, kid]
}
