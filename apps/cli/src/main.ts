#!/usr/bin/env node
import { EXIT } from './exit.ts'
import { processIo } from './io.ts'
import { run } from './run.ts'

for (const stream of [process.stdout, process.stderr]) stream.on('error', leave)

process.exitCode = await run(process.argv.slice(2), processIo())

/**
 * What is said reaches nobody: the reader has gone, like `head` once it has seen enough, or the disk is full. What
 * was not said may be a refusal, so no exit code may call it good.
 */
function leave({ code }: NodeJS.ErrnoException): never {
  if (code !== 'EPIPE') process.stderr.write(`vaxcert: The results could not be written (${code}).\n`)
  process.exit(EXIT.usage)
}
