import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import type { Database } from '@vaxcert/records/database'

/** Where nothing can be mounted: a server that may write no file beyond some kilobytes, as if there were no room for more. */
export interface ShortFiles {
  fill(): Promise<void>
  /** There is room again. */
  free(): void
}

/** Bytes: less than a piece of the write-ahead log. */
const LONGEST = 256 * 1024

/** Every session that the server opens from then on inherits its limit; so does what it starts when it recovers. */
export function shortFiles(open: () => Promise<Database>): ShortFiles {
  let limited = ''
  return {
    async fill() {
      limited = await postmaster(open)
      if (!limit(limited, `${LONGEST}`)) throw new Error('prlimit does not limit the files of a server.')
    },
    // One that has ended meanwhile takes its limit with it.
    free: () => void limit(limited, 'unlimited'),
  }
}

async function postmaster(open: () => Promise<Database>): Promise<string> {
  const database = await open()
  const pid = `select split_part(pg_read_file('postmaster.pid'), chr(10), 1) as pid`
  const [row] = await database.query<{ pid: string }>(pid).finally(() => database.close())
  return row?.pid ?? ''
}

/** In the name of the server's own user: not even root may do it for others everywhere. */
function limit(pid: string, size: string): boolean {
  const owner = statSync(`/proc/${pid}`, { throwIfNoEntry: false })
  if (owner === undefined) return false
  const how = { uid: owner.uid, gid: owner.gid, stdio: 'ignore', cwd: '/' } as const
  return spawnSync('prlimit', ['--pid', pid, `--fsize=${size}:unlimited`], how).status === 0
}
