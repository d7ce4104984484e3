#!/usr/bin/env node
import { processIo } from './io.ts'
import { run } from './run.ts'

// A reader that has seen enough, like `head`, closes the pipe: no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), processIo())
