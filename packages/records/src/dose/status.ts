import { memo } from '../names/memo.ts'
import { headingKey } from '../read/heading-key.ts'

/** `status` of a dose that an office withdrew: it was not given, or is another one once more. Its row stays. */
export const WITHDRAWN = 'withdrawn'

/** `status` of a dose that an office found to be given, though its status denied it. */
export const GIVEN = 'completed'

/** At the head of a status, as platforms, screening forms and FHIR R4 write it. A deferral is no completion: hoãn, hoàn thành. */
const notGiven = new RegExp(
  [
    '^(?:(?:da|bi|tam|xin|tri|denghi|phai)?hoan(?!thanh|tat|tiem?xong)',
    'chuatiem|khongtiem|chuadu|khongdu|khongdat|chongchidinh|cochongchidinh|tuchoi|khongdongy|dahuy|huy',
    'tiepdon$|khamsangloc$|chotiem|chokham|dangky|moidangky|chuaden|khongden|vangmat',
    'bove$|chuyenvien|chuyentuyen',
    'withdrawn|notdone|notgiven|notvaccinated|deferred|postponed|cancell?ed|refused|enteredinerror|scheduled|registered$|screening$)',
    'hoan(?:tiem)?$',
  ].join('|'),
)

/** Whether the status of a session says that nothing was injected: screened out, deferred, or not yet come so far. */
export const saysNotGiven: (status: string) => boolean = memo((status) => notGiven.test(headingKey(status)))
