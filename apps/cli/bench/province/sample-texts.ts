import { randomInt } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Draws texts by chance from what `vaxcert batch export` wrote, each as likely as any, into a file. Answers how many. */
export async function sampleTexts(folder: string, size: number, file: string): Promise<number> {
  const drawn: string[] = []
  let seen = 0
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.ndjson'))) {
    for await (const line of createInterface({ input: createReadStream(join(folder, name)) })) {
      seen += 1
      const place = drawn.length < size ? drawn.length : randomInt(seen)
      if (place < size) drawn[place] = (JSON.parse(line) as { text: string }).text
    }
  }
  writeFileSync(file, drawn.map((text) => `${text}\n`).join(''), { mode: 0o600 })
  return drawn.length
}
