import { setImmediate } from 'node:timers/promises'
import type { Database } from '@vaxcert/records/database'
import type { StatementKill } from './job.ts'
import { killSelf, type Tell } from './journal.ts'

/** A database whose statements are counted, and which may kill its process at one of them. */
export interface CountedDatabase extends Database {
  statements(): number
}

export function counted(database: Database, tell: Tell, kill?: StatementKill): CountedDatabase {
  let statements = 0

  async function around<T>(statement: () => Promise<T>): Promise<T> {
    statements += 1
    const when = statements === kill?.times ? kill.when : undefined
    const die = (): void => killSelf(tell, `statement ${kill?.during} ${when}`)
    if (when === 'before') die()
    const answer = statement()
    // What was asked for has left by then, and its answer has not come.
    if (when === 'sent') await setImmediate().then(die)
    const answered = await answer
    if (when === 'after') die()
    return answered
  }

  return {
    ...database,
    query: (sql, parameters) => around(() => database.query(sql, parameters)),
    script: (sql) => around(() => database.script(sql)),
    copyIn: (table, columns, rows) => around(() => database.copyIn(table, columns, rows)),
    statements: () => statements,
  }
}
