import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PIN, type SoftHsm, softHsmModule, startSoftHsm } from '../../../../packages/hsm/test/pkcs11/soft-hsm.ts'

export const sampleKey = (name: string): string =>
  fileURLToPath(new URL(`../../../../keys-sample/${name}`, import.meta.url))

/** Where the key is: options of the command line, and what takes the device away. */
export interface Device {
  readonly kind: 'SoftHSM' | 'file'
  readonly options: readonly string[]
  remove(): void
}

const [TOKEN, KEY] = ['province', 'dsc-vaccination']

/** A SoftHSM of its own with the sample key in it; a file where there is no SoftHSM, which was said then. */
export function openDevice(folder: string): Device {
  if (softHsmModule === undefined)
    return { kind: 'file', options: ['--key', sampleKey(`${KEY}.key.pem`)], remove: () => {} }
  const hsm: SoftHsm = startSoftHsm()
  hsm.addToken(TOKEN)
  hsm.importKey(TOKEN, KEY, 'd1', sampleKey(`${KEY}.key.pem`))
  const pin = join(folder, 'pin')
  writeFileSync(pin, PIN, { mode: 0o600 })
  const token = ['--pkcs11', hsm.module, '--token', TOKEN, '--pin-file', pin]
  return { kind: 'SoftHSM', options: [...token, '--key-label', KEY, '--key-imported'], remove: () => hsm.remove() }
}
