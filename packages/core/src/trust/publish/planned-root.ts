import { type Root, readRootBody } from '../root.ts'
import { readDraft } from './list-draft.ts'

/**
 * The root that a draft, or a signed file, is going to be: for those who are about to sign it or what goes under
 * it. Nobody has vouched for it yet.
 * @throws Fault `list.shape` and those of `readDraft`
 */
export function plannedRoot(file: Uint8Array): Root {
  const { statement, body } = readDraft(file)
  return { ...statement, ...readRootBody(body, statement.epoch), file }
}
