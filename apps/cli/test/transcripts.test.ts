import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaxcert } from './captured-io.ts'
import { emptyFolder } from './empty-folder.ts'
import { keysSample } from './sample-certificates.ts'
import { patternOf, readStory, type Step } from './story.ts'

const transcripts = new URL('transcripts/', import.meta.url)

/** What a step prints, stderr behind `! `, and its exit code. `cat` and `ls` look at what was written. */
async function perform(
  { words: [name, ...args], stdin }: Step,
  cwd: string,
): Promise<{ output: string; code: number }> {
  const [path = ''] = args
  if (name === 'cat') return { output: readFileSync(join(cwd, path), 'utf8'), code: 0 }
  if (name === 'ls') return { output: `${readdirSync(join(cwd, path)).join('\n')}\n`, code: 0 }
  const input = stdin === undefined ? '' : readFileSync(join(cwd, stdin))
  const { code, stdout, stderr } = await vaxcert(args, { cwd, stdin: input })
  return { output: stdout + stderr.replace(/^(?=.)/gm, '! '), code }
}

describe.each(readdirSync(transcripts))('the story of %s', (name) => {
  const { steps, files } = readStory(readFileSync(new URL(name, transcripts), 'utf8'))
  const folder = emptyFolder()
  cpSync(keysSample, join(folder, 'keys-sample'), { recursive: true })
  for (const [path, text] of files) writeFileSync(join(folder, path), text)

  it.each(steps.map((step) => [step.words.join(' '), step] as const))('$ %s', async (_, step) => {
    const { output, code } = await perform(step, folder)
    if (!patternOf(step.expected).test(`${output.trimEnd()}\n`)) expect(output).toBe(`${step.expected.join('\n')}\n`)
    expect(code).toBe(step.code)
  })
})
