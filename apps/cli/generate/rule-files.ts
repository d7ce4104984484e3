import { oddRules } from './rules-odd.ts'
import type { NationalRule } from './rules-vn/national-rule.ts'
import { nationalRules, sampleRules, sampleValueSets } from './sample-rules.ts'

type File = readonly [path: string, content: unknown]

/** Rules and value sets by paths in test-vectors: bodies of lists, and the national layout with its tests. */
export function ruleFiles(): readonly File[] {
  return [
    ['bodies/rules-vn.json', sampleRules()],
    ['bodies/rules-odd.json', oddRules()],
    ['bodies/value-sets.json', sampleValueSets()],
    ...nationalRules.flatMap(nationalFiles),
  ]
}

function nationalFiles({ rule, tests }: NationalRule): readonly File[] {
  const folder = `rules-vn/${rule.Country}/${rule.Identifier}`
  return [
    [`${folder}/rule.json`, rule],
    ...tests.map((test, index): File => [`${folder}/tests/test${String(index + 1).padStart(3, '0')}.json`, test]),
  ]
}
