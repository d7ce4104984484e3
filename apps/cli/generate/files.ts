import { chainCases } from './cases/chain.ts'
import { importCases } from './cases/import.ts'
import { issuingCases, nameCases } from './cases/issuing.ts'
import { listCases } from './cases/list.ts'
import { pictureCases } from './cases/pictures.ts'
import { revocationCases } from './cases/revocation-certificates.ts'
import { hashCases } from './cases/revocation-hashes.ts'
import { sliceCases } from './cases/revocation-slices.ts'
import { oddRuleCases } from './cases/rules-odd.ts'
import { vietnameseRuleCases } from './cases/rules-vn.ts'
import { seriesCases } from './cases/series.ts'
import { uvciCases } from './cases/uvci.ts'
import { verifyCases } from './cases/verify.ts'
import { chainVector } from './chain-case.ts'
import { importVector } from './import-case.ts'
import { indexOf } from './index-file.ts'
import { issueVector } from './issue-case.ts'
import { listVector } from './list-case.ts'
import { nameVector, seriesVector, uvciVector } from './record-case.ts'
import { hashVector, sliceVector } from './revocation-case.ts'
import { ruleFiles } from './rule-files.ts'
import { keyFiles } from './sample-keys.ts'
import { trustFiles } from './trust-lists.ts'
import type { Vector } from './vector.ts'
import { inOrder, jsonText } from './vector-text.ts'
import { verifyVector } from './verify-case.ts'

/** Every vector, in river order. */
export async function makeVectors(): Promise<readonly Vector[]> {
  return [
    ...(await Promise.all(verifyCases.map(verifyVector))),
    ...(await Promise.all(issuingCases.map(issueVector))),
    ...nameCases.map(nameVector),
    ...seriesCases.map(seriesVector),
    ...uvciCases.map(uvciVector),
    ...(await Promise.all(pictureCases.map(verifyVector))),
    ...chainCases.map(chainVector),
    ...(await Promise.all(listCases.map(listVector))),
    ...(await Promise.all(importCases.map(importVector))),
    ...(await Promise.all(revocationCases.map(verifyVector))),
    ...hashCases.map(hashVector),
    ...sliceCases.map(sliceVector),
    ...(await Promise.all([...vietnameseRuleCases, ...oddRuleCases].map(verifyVector))),
  ]
}

/** Every generated file of test-vectors by its path: the vectors, what they name, and their index. */
export async function makeFiles(): Promise<ReadonlyMap<string, string>> {
  const vectors = await makeVectors()
  const files = new Map(vectors.map((vector): [string, unknown] => [`${vector.id}.json`, inOrder(vector)]))
  if (files.size < vectors.length) throw new TypeError('two vectors of one id')
  for (const [path, content] of [...trustFiles(), ...keyFiles(), ...ruleFiles()]) files.set(path, content)
  files.set('index.json', indexOf(vectors))
  return new Map(Array.from(files, ([path, content]) => [path, jsonText(content)]))
}
