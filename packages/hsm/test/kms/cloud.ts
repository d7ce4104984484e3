import type { KmsOptions, KmsSigner } from '../../src/kms/index.ts'
import type { Desk } from './desk.ts'
import type { HeldKey } from './held-key.ts'

/** A key service on this machine, and its own client over it. */
export interface Cloud {
  readonly desk: Desk
  /** Where its HTTP listens, for those without TLS. */
  readonly address?: string
  open(options: KmsOptions): Promise<KmsSigner>
  stop(): Promise<void>
}

export type StartCloud = (key: HeldKey) => Promise<Cloud>
