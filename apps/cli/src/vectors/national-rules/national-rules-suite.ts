import { basename, dirname, join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { readRules } from '@vaxcert/core/trust'
import { dataAccesses, type Value, validateCertLogic } from '@vaxcert/core/verify/rules'
import { evaluated } from '../certlogic/certlogic-suite.ts'
import { type Bag, type CheckResult, isBag, type Suite, type SuiteFile } from '../check-result.ts'
import { readJsonFile } from '../json-file.ts'

/**
 * Rules of countries, each in a folder of its own: `rule.json`, and its tests in the folder `tests` beside it
 * (eu-digital-green-certificates/dgc-business-rules-testdata).
 */
export const nationalRulesSuite: Suite = {
  recognises: (json) => isRule(json) || isRuleTest(json),
  run: async (file) => (isRule(file.json) ? checkRule(file) : [runTest(file)]),
}

const RULE_FILE = 'rule.json'

function isRule({ Identifier, Logic, Engine }: Bag): boolean {
  return Identifier !== undefined && Logic !== undefined && Engine !== undefined
}

/** A test without a payload is about what a rule makes of none. */
function isRuleTest({ external, expected }: Bag): boolean {
  return isBag(external) && expected !== undefined
}

/** What the suite's own tools check of a rule: its shape, its logic, and the fields it says it looks at. */
function checkRule({ path, json }: SuiteFile): readonly CheckResult[] {
  const results = [
    wordFor('RULE', shapeOf(json)),
    wordFor('LOGIC', validateCertLogic(json.Logic).length === 0),
    wordFor('FIELDS', sameFields(json)),
  ]
  return basename(path) === RULE_FILE ? results : results.map(outsideLayout)
}

function wordFor(check: string, actual: boolean): CheckResult {
  return { check, result: actual ? 'passed' : 'failed', expected: true, actual }
}

/** The suite's tools never look at such a file, so nobody ever said that it is right. */
function outsideLayout(result: CheckResult): CheckResult {
  if (result.result !== 'failed') return result
  return {
    ...result,
    result: 'known',
    reason: `a rule in a file of another name than ${RULE_FILE} is checked by nobody`,
  }
}

function shapeOf(rule: Bag): boolean {
  try {
    readRules({ format: 'vaxcert-rules', version: 1, rules: [{ purposes: ['entry'], rule }] })
    return true
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}

const PAYLOAD = 'payload.'

function sameFields({ AffectedFields: stated, Logic }: Bag): boolean {
  const paths = dataAccesses(Logic).filter((path) => path.startsWith(PAYLOAD))
  const fields = new Set(paths.map((path) => path.slice(PAYLOAD.length)))
  return Array.isArray(stated) && stated.length === fields.size && stated.every((field) => fields.has(field))
}

function runTest({ path, json }: SuiteFile): CheckResult {
  const check = 'RULE-TEST'
  const rule = readRuleBeside(join(dirname(dirname(path)), RULE_FILE))
  if (rule === undefined)
    return { check, result: 'failed', expected: 'run', actual: 'not run', reason: `no ${RULE_FILE}` }
  const { payload = null, external, expected } = json
  const data = { payload, external } as Value
  return { ...evaluated({ expression: rule.Logic, data, expected, name: 'test', skipped: false }), check }
}

function readRuleBeside(path: string): Bag | undefined {
  const file = readJsonFile(path)
  return file === undefined || 'check' in file ? undefined : file.json
}
