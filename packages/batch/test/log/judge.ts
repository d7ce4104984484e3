import { expect } from 'vitest'
import { type LogDemands, verifyLog } from '../../src/log/index.ts'
import { type LogContents, logKey, memorySource } from './sample-log.ts'

/** Code of what stopped the verification, or the codes found. */
export async function judge(files: LogContents, demands: LogDemands = { log: logKey }): Promise<readonly string[]> {
  const source = memorySource(files)
  try {
    const { found, findings } = await verifyLog(source, demands)
    expect(found).toBeGreaterThanOrEqual(findings.length)
    return [...new Set(findings.map(({ code }) => code))]
  } catch (error) {
    return [(error as { code: string }).code]
  }
}
