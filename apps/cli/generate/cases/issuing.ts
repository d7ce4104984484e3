import type { IssueCase } from '../issue-case.ts'
import type { NameCase } from '../record-case.ts'
import { issueCases } from './issue.ts'
import { issueProductCases } from './issue-products.ts'
import { issueRecordCases } from './issue-records.ts'
import { issueRefusedCases } from './issue-refused.ts'
import { foreignNameCases } from './names-foreign.ts'
import { refusedNameCases } from './names-refused.ts'
import { vietnameseNameCases } from './names-vietnamese.ts'

/** Every case that asks for a certificate. */
export const issuingCases: readonly IssueCase[] = [
  ...issueProductCases,
  ...issueCases,
  ...issueRecordCases,
  ...issueRefusedCases,
]

export const nameCases: readonly NameCase[] = [...vietnameseNameCases, ...foreignNameCases, ...refusedNameCases]
