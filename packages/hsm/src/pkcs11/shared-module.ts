import { answerOf, CKR } from './answers.ts'
import type { Cryptoki } from './cryptoki.ts'
import { nativeCryptoki } from './native-cryptoki.ts'

/**
 * One module of PKCS#11 in this process. C_Initialize and C_Login count for the whole process, so all signers over
 * one module share this.
 */
export interface SharedModule {
  readonly calls: Cryptoki
  /** C_Initialize where that was not done. Gives the number of this initialisation. */
  begin(): number
  /** Whether it is still initialised as it was then. If not, handles of then mean nothing, or something else. */
  isStill(number: number): boolean
  /**
   * C_Finalize and C_Initialize, where the module is still at that number. Not while a call is under way on another
   * thread, and not where somebody else initialised it and still uses it: then false.
   */
  restart(number: number): boolean
  /** Tells of a call that is under way on another thread. */
  during<T>(call: Promise<T>): Promise<T>
  /** Gives it up: the last one finalises what we initialised. */
  release(): void
}

/** Each stays loaded as long as the process lives. */
const modules = new Map<string, Promise<() => SharedModule>>()

/**
 * The module at a path, one more user counted.
 * @throws Fault `signer.module`
 */
export async function sharedModule(modulePath: string): Promise<SharedModule> {
  const known = modules.get(modulePath) ?? nativeCryptoki(modulePath).then(shareModule)
  modules.set(modulePath, known)
  try {
    return (await known)()
  } catch (error) {
    modules.delete(modulePath)
    throw error
  }
}

/** Shares a module: each call of what it gives counts one more user. */
export function shareModule(calls: Cryptoki): () => SharedModule {
  let users = 0
  let underWay = 0
  let initialised: 'no' | 'by us' | 'by others' = 'no'
  let number = 0

  function begin(): number {
    if (initialised === 'no') {
      const by = initialise(calls)
      // What we initialised once is ours: if it still is initialised, our finalising failed.
      initialised = number > 0 ? 'by us' : by
      number += 1
    }
    return number
  }

  function finalise(): boolean {
    if (initialised !== 'by us' || underWay > 0) return false
    initialised = 'no'
    number += 1
    quietly(() => calls.finalize())
    return true
  }

  /** Whether those who initialised it have finalised it. */
  function disowned(): boolean {
    if (initialise(calls) === 'by others') return false
    initialised = 'by us'
    number += 1
    return true
  }

  const module: SharedModule = {
    calls,
    begin,
    isStill: (old) => old === number && initialised !== 'no',
    restart(old) {
      if (old === number && !(initialised === 'by others' ? disowned() : finalise())) return false
      begin()
      return true
    },
    async during(call) {
      underWay += 1
      try {
        return await call
      } finally {
        underWay -= 1
      }
    },
    release() {
      users -= 1
      if (users === 0) finalise()
    },
  }
  return () => {
    users += 1
    return module
  }
}

function initialise(calls: Cryptoki): 'by us' | 'by others' {
  try {
    calls.initialize()
    return 'by us'
  } catch (error) {
    if (answerOf(error) === CKR.cryptokiAlreadyInitialized) return 'by others'
    throw error
  }
}

/** Does what may fail where nothing depends on it: what is ended may have ended itself. */
export function quietly(action: () => void): void {
  try {
    action()
  } catch (error) {
    if (answerOf(error) === undefined) throw error
  }
}
