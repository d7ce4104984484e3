import { Fault } from '@vaxcert/core/fault'
import type { PKCS11 } from 'pkcs11js'
import type { Cryptoki, Handle, Mechanism } from './cryptoki.ts'

/** States of a session in which the user is logged in (PKCS#11 v2.40 §3.2). */
const CKS = { roUserFunctions: 1, rwUserFunctions: 3 } as const

type Pkcs11js = typeof import('pkcs11js')

/**
 * The calls of a module of PKCS#11, by pkcs11js, which is loaded only now. What is returned must never be collected
 * while a call is under way: that would unload the module.
 * @throws Fault `signer.module`
 */
export async function nativeCryptoki(modulePath: string): Promise<Cryptoki> {
  const native = await load()
  const module = new native.PKCS11()
  try {
    module.load(modulePath)
  } catch {
    throw new Fault('signer.module', 'the module cannot be loaded')
  }
  return { ...management(module, native), ...signing(module, native) }
}

async function load(): Promise<Pkcs11js> {
  try {
    const { default: native } = (await import('pkcs11js')) as unknown as { default: Pkcs11js }
    return native
  } catch {
    throw new Fault('signer.module', 'the optional package pkcs11js is not installed')
  }
}

type Management = Omit<Cryptoki, 'signInit' | 'sign' | 'signLater'>

function management(module: PKCS11, native: Pkcs11js): Management {
  return {
    initialize: () => module.C_Initialize({ flags: native.CKF_OS_LOCKING_OK }),
    finalize: () => module.C_Finalize(),
    slots: () => module.C_GetSlotList(true),
    tokenName(slot) {
      const { label, serialNumber } = module.C_GetTokenInfo(slot)
      return { label: label.trimEnd(), serial: serialNumber.trimEnd() }
    },
    openSession: (slot) => module.C_OpenSession(slot, native.CKF_SERIAL_SESSION),
    closeSession: (session) => module.C_CloseSession(session),
    loggedIn(session) {
      const { state } = module.C_GetSessionInfo(session)
      return state === CKS.roUserFunctions || state === CKS.rwUserFunctions
    },
    login: (session, pin) => module.C_Login(session, native.CKU_USER, pin),
    findObjects: (session, template) => find(module, session, template),
    attribute(session, object, type) {
      const [attribute] = module.C_GetAttributeValue(session, object, [{ type }])
      return attribute?.value ?? Buffer.alloc(0)
    },
  }
}

function find(module: PKCS11, session: Handle, template: Parameters<Cryptoki['findObjects']>[1]): readonly Handle[] {
  const attributes = template.map(({ type, value }) => ({
    type,
    value: typeof value === 'number' ? value : Buffer.from(value),
  }))
  module.C_FindObjectsInit(session, attributes)
  try {
    return module.C_FindObjects(session, 2)
  } catch (error) {
    throw coded(error)
  } finally {
    module.C_FindObjectsFinal(session)
  }
}

/** C_FindObjects is the one call of pkcs11js whose errors carry their number in the message only. */
function coded(error: unknown): unknown {
  const code = /^CKR_\w+:(\d+)$/.exec(error instanceof Error ? error.message : '')?.[1]
  return code === undefined ? error : Object.assign(new Error('C_FindObjects'), { code: Number(code) })
}

function signing(module: PKCS11, native: Pkcs11js): Pick<Cryptoki, 'signInit' | 'sign' | 'signLater'> {
  const parameter = {
    type: native.CK_PARAMS_RSA_PSS,
    hashAlg: native.CKM_SHA256,
    mgf: native.CKG_MGF1_SHA256,
    saltLen: 32,
  }
  const mechanisms: Readonly<Record<Mechanism, Parameters<PKCS11['C_SignInit']>[1]>> = {
    ECDSA: { mechanism: native.CKM_ECDSA },
    'RSA-PSS': { mechanism: native.CKM_RSA_PKCS_PSS, parameter },
  }
  return {
    signInit: (session, mechanism, key) => module.C_SignInit(session, mechanisms[mechanism], key),
    sign: (session, digest, signature) => module.C_Sign(session, digest, signature),
    signLater: (session, digest, signature) => module.C_SignAsync(session, digest, signature),
  }
}
