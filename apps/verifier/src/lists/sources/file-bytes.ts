import { Fault } from '@vaxcert/core/fault'

/**
 * The bytes of a chosen file.
 * @throws Fault `pack.unreadable` when the stick was pulled out meanwhile, or the file was changed
 */
export async function fileBytes(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    throw new Fault('pack.unreadable', 'a chosen file', { cause: error })
  }
}
