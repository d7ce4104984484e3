import { Fault } from '@vaxcert/core/fault'

/**
 * What `load` imports.
 * @throws Fault `signer.module` when it is not installed: the libraries of the clouds are optional peers of this package
 */
export async function loadSdk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch {
    throw new Fault('signer.module', 'library of the key service is not installed')
  }
}
