// Scans a thousand certificates in the built verifier and prints what is found of the people afterwards, and where.
import { rmSync } from 'node:fs'
import { buildApp } from './build-app.ts'
import type { FolderSearch } from './folder-search.ts'
import { type PrivacyFindings, privacyRun } from './privacy-run.ts'

const app = await buildApp()
const findings = await privacyRun(Number(process.argv[2] ?? 1000), app).finally(() => rmSync(app, { recursive: true }))
for (const line of linesOf(findings)) console.log(line)
process.exitCode = isClean(findings) ? 0 : 1

function linesOf(found: PrivacyFindings): readonly string[] {
  const { scans, seconds, asked, foreign, stores, heaps, running, closed, control } = found
  const hits = heaps.flatMap((heap) => heap.hits)
  const { wrong, cards, ...ways } = scans
  return [
    `${sum(Object.values(ways))} scans in ${Math.round(seconds)} s: ${Object.entries(ways)
      .map(([way, count]) => `${count} ${way}`)
      .join(', ')}; ${cards} identity papers; ${wrong} wrong verdicts`,
    `requests while scanning   ${asked.length} to the host, ${foreign.length} to others`,
    `console, page errors      ${found.console.length}`,
    `clipboard, history        ${found.clipboardSame ? 'as before' : 'CHANGED'}, ${found.historySame ? 'as before' : 'CHANGED'}`,
    `stores of the origin      ${stores.found.length} finds in ${stores.looked} places`,
    `JavaScript heaps after GC ${hits.length} finds in ${sum(heaps.map((heap) => heap.heaps))} heaps`,
    `profile, browser running  ${folderLine(running)}`,
    `profile, browser closed   ${folderLine(closed)}`,
    `control word              found in ${control.length} files of the same profile`,
    ...[...asked, ...foreign, ...found.console, ...stores.found, ...running.found, ...closed.found],
    ...hits.map(({ text, path }) => `${text.slice(0, 60)} by ${path}`),
  ]
}

function folderLine({ found, files, bytes }: FolderSearch): string {
  return `${found.length} finds in ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MiB`
}

function isClean({ scans, asked, foreign, console, ...found }: PrivacyFindings): boolean {
  const finds = [...found.stores.found, ...found.running.found, ...found.closed.found, ...asked, ...foreign, ...console]
  const hits = found.heaps.flatMap((heap) => heap.hits)
  const isSame = found.clipboardSame && found.historySame
  return scans.wrong + finds.length + hits.length === 0 && isSame && found.control.length > 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
