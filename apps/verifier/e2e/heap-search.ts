import type { CDPSession } from 'playwright'
import type { Page } from './chromium.ts'

/** A text of the JavaScript heap in which something was found, and the shortest way to it from the roots. */
export interface HeapHit {
  readonly text: string
  readonly path: string
}

interface RawSnapshot {
  readonly snapshot: { readonly meta: RawMeta }
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
  readonly strings: readonly string[]
}

interface RawMeta {
  readonly node_fields: readonly string[]
  readonly edge_fields: readonly string[]
  readonly node_types: readonly [readonly string[]]
  readonly edge_types: readonly [readonly string[]]
}

/** Collects garbage, then looks through all strings of the page's heap, and of its workers', for these words. */
export async function searchHeaps(page: Page, words: readonly string[]): Promise<HeapSearch> {
  const session = await page.context().newCDPSession(page)
  const talks = [talkTo(session), ...(await workersOf(session))]
  const hits: HeapHit[] = []
  for (const talk of talks) hits.push(...searchSnapshot(await takeSnapshot(talk), words))
  await session.detach()
  return { heaps: talks.length, hits }
}

/** How many heaps were looked through, and what was found. */
export interface HeapSearch {
  readonly heaps: number
  readonly hits: readonly HeapHit[]
}

/** A protocol session with a page or a worker. */
interface Talk {
  send(method: string): Promise<unknown>
  onChunk(take: (chunk: string) => void): void
}

function talkTo(session: CDPSession): Talk {
  return {
    send: (method) => session.send(method as 'HeapProfiler.enable'),
    onChunk: (take) => session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => take(chunk)),
  }
}

/** Workers answer in envelopes of the page's session. */
async function workersOf(session: CDPSession): Promise<readonly Talk[]> {
  const talks: Talk[] = []
  session.on('Target.attachedToTarget', ({ sessionId }) => talks.push(talkThrough(session, sessionId)))
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  return talks
}

function talkThrough(session: CDPSession, sessionId: string): Talk {
  const [waiting, takers] = [new Map<number, (answer: unknown) => void>(), [] as ((chunk: string) => void)[]]
  let number = 0
  session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    const { id, method, params, result } = JSON.parse(message)
    if (from !== sessionId) return
    if (method === 'HeapProfiler.addHeapSnapshotChunk') for (const take of takers) take(params.chunk)
    waiting.get(id)?.(result)
  })
  return {
    send: (method) =>
      new Promise((resolve) => {
        number += 1
        waiting.set(number, resolve)
        void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: number, method }) })
      }),
    onChunk: (take) => takers.push(take),
  }
}

async function takeSnapshot({ send, onChunk }: Talk): Promise<RawSnapshot> {
  const chunks: string[] = []
  onChunk((chunk) => chunks.push(chunk))
  await send('HeapProfiler.enable')
  for (let times = 0; times < 3; times++) await send('HeapProfiler.collectGarbage')
  await send('HeapProfiler.takeHeapSnapshot')
  return JSON.parse(chunks.join(''))
}

function searchSnapshot(snapshot: RawSnapshot, words: readonly string[]): readonly HeapHit[] {
  const { node_fields: fields, edge_fields: edgeFields, node_types, edge_types } = snapshot.snapshot.meta
  const { nodes, edges, strings } = snapshot
  const [nodeSize, edgeSize] = [fields.length, edgeFields.length]
  const [typeAt, nameAt, countAt] = ['type', 'name', 'edge_count'].map((name) => fields.indexOf(name)) as Triple
  const [kindAt, labelAt, toAt] = ['type', 'name_or_index', 'to_node'].map((name) => edgeFields.indexOf(name)) as Triple
  const texts = ['string', 'concatenated string', 'sliced string'].map((type) => node_types[0].indexOf(type))
  const weak = edge_types[0].indexOf('weak')

  const hits = new Set<number>()
  for (let at = 0; at < nodes.length; at += nodeSize) {
    const name = strings[nodes[at + nameAt] as number] as string
    if (texts.includes(nodes[at + typeAt] as number) && words.some((word) => name.includes(word))) hits.add(at)
  }
  if (hits.size === 0) return []

  const firstEdge = new Map<number, number>()
  for (let at = 0, edge = 0; at < nodes.length; at += nodeSize) {
    firstEdge.set(at, edge)
    edge += (nodes[at + countAt] as number) * edgeSize
  }
  const cameBy = new Map<number, { readonly from: number; readonly label: string }>()
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const from = queue[head] as number
    const start = firstEdge.get(from) as number
    for (let edge = start; edge < start + (nodes[from + countAt] as number) * edgeSize; edge += edgeSize) {
      const to = edges[edge + toAt] as number
      if (edges[edge + kindAt] === weak || to === 0 || cameBy.has(to)) continue
      const label = edges[edge + labelAt] as number
      const isNamed = !['element', 'hidden'].includes(edge_types[0][edges[edge + kindAt] as number] as string)
      cameBy.set(to, { from, label: isNamed ? (strings[label] as string) : `[${label}]` })
      queue.push(to)
    }
  }
  return [...hits].map((hit) => ({ text: strings[nodes[hit + nameAt] as number] as string, path: pathTo(hit) }))

  function pathTo(node: number): string {
    const steps: string[] = []
    for (let at = node, step = cameBy.get(at); step !== undefined; at = step.from, step = cameBy.get(at)) {
      steps.push(`${step.label} of ${(strings[nodes[step.from + nameAt] as number] as string).slice(0, 60)}`)
    }
    return steps.length === 0 ? 'by weak references alone' : steps.join(' < ')
  }
}

type Triple = [number, number, number]
