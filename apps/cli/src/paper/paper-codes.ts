import type { PassRefusal } from '@vaxcert/paper/pdf'

/** Why a certificate has no page, beside what keeps it from being read. */
export type PaperCode = PassRefusal['code'] | 'pass.kind'
