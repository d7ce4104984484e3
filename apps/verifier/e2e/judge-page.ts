// The browser's half of public-pictures.test.ts: the app's own way from a picture to a verdict, without its screens.
import { pinRoot } from '@vaxcert/core/trust'
import { openDecoder } from '../src/decode/open-decoder.ts'
import { readFile } from '../src/inputs/read-file.ts'
import { judge } from '../src/judge/judge.ts'
import type { Lists } from '../src/lists/lists.ts'
import { openLists } from '../src/lists/open-lists.ts'
import { webSource } from '../src/lists/sources/web-source.ts'
import { memoryStore } from '../src/lists/store/memory-store.ts'
import { trustOwnScriptsAlone } from '../src/sw/trusted-scripts.ts'

/** The app's own way, in two steps. */
export interface JudgePage {
  /** The texts of pictures by their names; null where there is no code, or the picture cannot be read. */
  readTexts(names: readonly string[]): Promise<readonly (string | null)[]>
  /** The verdicts on texts under lists of the host, for a moment: kind, code and checks as JSON. */
  judgeTexts(texts: readonly string[], lists: string, at: string): Promise<readonly string[]>
}

trustOwnScriptsAlone()
const decoder = openDecoder()

async function readTexts(names: readonly string[]): Promise<readonly (string | null)[]> {
  const texts: (string | null)[] = []
  for (const name of names) {
    const picture = await (await fetch(`pictures/${encodeURI(name)}`)).blob()
    const text = await readFile(picture, await decoder).catch(() => undefined)
    texts.push(text ?? null)
  }
  return texts
}

async function judgeTexts(texts: readonly string[], folder: string, time: string): Promise<readonly string[]> {
  const at = new Date(time)
  const lists = await listsOf(new URL(folder, document.baseURI).href, at)
  const verdicts: string[] = []
  for (const text of texts) {
    const { verdict, code = null } = await judge(text, lists, { kind: 'signature' }, at)
    verdicts.push(JSON.stringify([verdict.kind, code, verdict.checks]))
  }
  return verdicts
}

async function listsOf(base: string, at: Date): Promise<Lists> {
  const root = await (await fetch(new URL('roots/1.root', base))).bytes()
  const lists = openLists({
    store: memoryStore(true),
    pinned: () => pinRoot(root),
    source: async () => webSource(base),
    now: () => at,
    often: () => undefined,
  })
  const { kind } = await lists.update()
  if (kind !== 'updated') throw new Error('the lists of the test are not believed')
  return lists
}

Object.assign(window, { readTexts, judgeTexts } satisfies JudgePage)
