import { describe, expect, it } from 'vitest'
import { catalogue } from '../src/catalogue.ts'
import { rowRules } from '../src/cleanse/catalogue.ts'
import type { RuleInfo } from '../src/cleanse/rule.ts'
import { ruleIds } from '../src/cleanse/rule-id.ts'
import { processRules } from '../src/process/index.ts'
import { setRules } from '../src/sets/set-rules.ts'

/** The rules as the project's reference on Viet Nam has them (§6): severity, then who mends it, as it is written there. */
const asWritten = `
ID-01 B P | ID-02 I A | ID-03 R S | ID-04 R A,S | ID-05 B M | ID-06 B P | ID-07 R S | ID-08 B S | ID-09 B P | ID-10 B P
ID-11 W S | ID-12 R M | ID-13 R M | ID-14 R S
PN-01 B M | PN-02 I A | PN-03 I A | PN-04 R A | PN-05 B P | PN-06 W S | PN-07 W M | PN-08 I A | PN-09 B A,M | PN-10 R M
DB-01 B P | DB-02 B S | DB-03 B S | DB-04 W A | DB-05 I - | DB-06 R S | DB-07 R F
SX-01 R S | SX-02 R S | CT-01 I A | CT-02 W M | CT-03 W M | CT-04 W S | AD-01 W S
DS-01 B F | DS-02 B S | DS-03 B F | DS-04 R F | DS-05 R F | DS-06 B S | DS-07 B A | DS-08 R F | DS-09 W F | DS-10 R S
DS-11 R F | DS-12 W A | DS-13 W F | DS-14 R F | DS-15 W F | DS-16 B F | DS-17 B F | DS-18 R M | DS-19 B M | DS-20 B P
DU-01 I A | DU-02 W A | DU-03 R F | DU-04 R F | DU-05 R S,P | DU-06 B P | DU-07 R M | DU-08 R M
PR-01 B P | PR-02 B resign | PR-03 I - | PR-04 I A | PR-05 R M | PR-06 B A | PR-07 B A | PR-08 B A`

/** Where the reference leaves two ways, or names none of ours, the one that we took, and why. */
const taken: Readonly<Record<string, readonly [fix: string, reason: string]>> = {
  'ID-04': [
    'A',
    'put back where sex and year agree; in every other row the finding is not applied, which is a suggestion',
  ],
  'PN-09': ['M', 'what a table can spell is spelt without a word; what is left needs the passport'],
  'DU-05': ['P', 'two numbers are linked, never changed, and whose they are the register says'],
  'PR-02': ['F', 'signed anew by the facility, which then answers for the change'],
}

const written = asWritten
  .split(/[|\n]/)
  .filter((cell) => cell.trim() !== '')
  .map((cell) => cell.trim().split(' ') as [string, string, string])

describe('the catalogue', () => {
  it('holds all 74 rules, each once', () => {
    expect(written).toHaveLength(74)
    expect(catalogue.map(({ id }) => id)).toEqual(ruleIds)
    expect([...ruleIds].sort()).toEqual(written.map(([id]) => id).sort())
  })

  it('has severity and fix as the reference has them', () => {
    const ours = catalogue.map(({ id, severity, fix }) => `${id} ${severity} ${fix}`)
    expect(ours).toEqual(written.map(([id, severity, fix]) => `${id} ${severity} ${taken[id]?.[0] ?? fix}`))
  })

  it('differs only where the reference leaves a choice', () => {
    const open = written.filter(([, , fix]) => fix.length > 1).map(([id]) => id)
    expect(Object.keys(taken)).toEqual(open)
  })

  it('has an example of each, and says who decides', () => {
    for (const { example, decidedBy } of catalogue) {
      expect(example).not.toBe('')
      expect(decidedBy.length).toBeGreaterThan(0)
    }
  })

  it('knows of no rule that its deciders see in two ways', () => {
    const all: readonly RuleInfo[] = [...rowRules, ...setRules, ...processRules]
    for (const rule of all) {
      const { severity, fix } = catalogue.find(({ id }) => id === rule.id) as RuleInfo
      expect([rule.id, rule.severity, rule.fix]).toEqual([rule.id, severity, fix])
    }
  })
})
