import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded, openServer } from '@vaxcert/records/database'
import {
  type PrivateServer,
  type ServerPlan,
  serverPrograms,
  startServer,
} from '../../../../packages/records/test/database/private-server.ts'
import type { Ground } from './story.ts'
import type { World } from './world.ts'

/** An embedded database in a folder of its own. */
export function embeddedGround({ scratch }: World, within: string = scratch): Ground {
  const folder = join(mkdtempSync(join(within, 'lite-')), 'database')
  return { address: { folder }, open: () => openEmbedded(folder), isEmbedded: true }
}

let made = 0

/** A database of its own in a server. */
export async function serverGround(server: PrivateServer): Promise<Ground & { readonly address: { url: string } }> {
  made += 1
  const name = `story${made}`
  const database = await openServer(server.url)
  await database.query(`create database ${name}`)
  await database.close()
  const url = urlOf(server, name)
  return { address: { url }, open: () => openServer(url), isEmbedded: false }
}

function urlOf({ url }: PrivateServer, database: string): string {
  return url.replace('/postgres?', `/${database}?`)
}

/** A server for as long as `act` takes: it is gone even if we are told to end. */
export async function withServer<T>(
  bin: string,
  plan: ServerPlan,
  act: (server: PrivateServer) => Promise<T>,
): Promise<T> {
  const server = startServer(bin, plan)
  const stop = (): void => server.stop()
  process.once('exit', stop)
  try {
    return await act(server)
  } finally {
    process.off('exit', stop)
    stop()
  }
}

/** Programs of PostgreSQL; where there are none, one line says so, and in CI it is an error. */
export function postgresPrograms({ tally, say }: World): string | undefined {
  const bin = serverPrograms()
  if (bin !== undefined) return bin
  if (process.env.CI === 'true') throw new Error('No PostgreSQL found: CI must crash it.')
  tally.skipped.push('PostgreSQL')
  say('No PostgreSQL: only the embedded database is crashed.')
  return undefined
}
