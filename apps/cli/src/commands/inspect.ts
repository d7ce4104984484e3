import { Command } from 'commander'
import { judgeEach } from '../inputs/given.ts'
import type { Io } from '../io.ts'
import { type Inspection, inspect } from '../layers/layers.ts'
import { inspectionText } from '../layers/layers-text.ts'
import { jsonLine } from '../terminal.ts'

const examples = `
Takes each certificate apart: text, base45, zlib, COSE headers, claims, content, times. No trust list is needed, and
nothing that is shown has been verified. Other health documents in the same container (WHO's DDCC, health links, ICVP)
are shown field by field. The exit code is 0 when every certificate decodes, 1 when one does not,
2 when a file could not be read or holds none.

Examples:
  $ vaxcert inspect pass.png
  $ vaxcert inspect texts.txt --json`

/** `vaxcert inspect`: every layer of a certificate, none of it believed. */
export function inspectCommand(io: Io): Command {
  return new Command('inspect')
    .description('Take certificates apart, layer by layer, without any trust.')
    .argument('[file...]', 'texts or pictures; standard input when there is none')
    .option('--json', 'print one JSON line for each certificate', false)
    .addHelpText('after', examples)
    .action(async (files: readonly string[], { json }: { readonly json: boolean }) => {
      await judgeEach(files, io, async (given) => {
        const inspection = 'text' in given ? inspect(given.text) : unread(given.code)
        io.stdout.write(
          json ? jsonLine({ file: given.file, ...inspection }) : `${inspectionText(given.file, inspection)}\n`,
        )
        return inspection.ok
      })
    })
}

function unread(code: string): Inspection {
  return { ok: false, code, layers: {} }
}
