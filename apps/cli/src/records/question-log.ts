import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { Database } from '@vaxcert/records/database'
import { type LoggedQuestion, type QuestionLog, questionKey, type RegisterAnswer } from '@vaxcert/records/match'
import { csvRow, fileSource, tableRows } from '@vaxcert/records/read'
import { isCut } from './cut-line.ts'

/** A log in a file: it grows by every run in its folder, and nothing in it is ever changed. */
export interface QuestionFile extends QuestionLog {
  close(): void
}

const columns = ['person', 'turn', 'hypothesis', 'answer', 'at']
/** A line that begins a run: in place of the answer, the digest of what goes into it. */
const RUN = 'run'

/**
 * Opens the log of a folder. What the runs before asked of the same rows and the same register is known, and not asked again;
 * what was not answered then is.
 */
export async function openQuestionLog(
  path: string,
  digest: string,
  database: Database,
  now: () => Date,
): Promise<QuestionFile> {
  const isNew = !existsSync(path)
  await database.query('create temporary table answered (person int not null, turn int not null, answer text not null)')
  if (!isNew)
    await database.copyIn('answered', ['person', 'turn', 'answer'], answersSince(path, await firstLine(path, digest)))
  await database.query('create index on answered (person)')
  await database.query('analyze answered')
  const file = openSync(path, 'a+', 0o600)
  const append = (rows: readonly (readonly string[])[]): void => {
    writeSync(file, rows.map(csvRow).join(''))
    fsyncSync(file)
  }
  if (isCut(file)) writeSync(file, '\r\n')
  append([...(isNew ? [columns] : []), ['0', '0', RUN, digest, now().toISOString()]])
  return {
    write: (lines) => append(lines.map((line) => cellsOf(line, now()))),
    async known(first, last) {
      const rows = await database.query<{ person: number; turn: number; answer: RegisterAnswer }>(
        'select person, turn, answer from answered where person between $1 and $2',
        [first, last],
      )
      return new Map(rows.map((row) => [questionKey(row), row.answer]))
    },
    close: () => closeSync(file),
  }
}

function cellsOf({ person, turn, kind, answer }: LoggedQuestion, at: Date): readonly string[] {
  return [`${person}`, `${turn}`, kind, answer ?? '', at.toISOString()]
}

/** The first line of the last runs with this digest; undefined where the last run had another one. */
async function firstLine(path: string, digest: string): Promise<number | undefined> {
  let first: number | undefined
  for await (const { line, cells } of lines(path)) {
    if (cells[2] !== RUN) continue
    if (cells[3] !== digest) first = undefined
    else first ??= line
  }
  return first
}

async function* answersSince(path: string, first: number | undefined): AsyncGenerator<readonly string[]> {
  if (first === undefined) return
  for await (const { line, cells } of lines(path)) {
    const [person = '', turn = '', , answer = ''] = cells
    if (line > first && person !== '0' && (answer === 'right' || answer === 'wrong')) yield [person, turn, answer]
  }
}

/** Whole lines: what a cut run wrote last may be a part of one. */
async function* lines(path: string): AsyncGenerator<{ readonly line: number; readonly cells: readonly string[] }> {
  for await (const batch of tableRows(fileSource(path), 'person')) {
    for (const { line, cells } of batch) {
      if (cells?.length === columns.length && isPlace(cells[0]) && isPlace(cells[1])) yield { line, cells }
    }
  }
}

function isPlace(text = ''): boolean {
  return /^\d{1,9}$/.test(text)
}
