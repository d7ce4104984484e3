import { checkProof } from '@vaxcert/batch/log'
import { Command } from 'commander'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { base64, jsonLine } from '../terminal.ts'
import { answering } from './answer.ts'
import { certificateOption, readCose } from './certificate.ts'
import { readTrust, type TrustOptions, trustOptions } from './options.ts'

interface CheckProofOptions extends TrustOptions {
  readonly certificate: string
}

const MAX_PROOF_BYTES = 131_072

/** `vaxcert log check-proof`: whether a proof holds for a certificate. It needs no log. */
export function checkProofCommand(io: Io): Command {
  const command = new Command('check-proof')
    .description('check a proof that a certificate is in the log')
    .argument('<file>', 'the proof; - for standard input')
    .addOption(certificateOption())
  for (const option of trustOptions()) command.addOption(option)
  return command.action((file: string, options: CheckProofOptions) =>
    answering(io, options.json, async () => {
      const trust = await readTrust(options, io)
      const cose = await readCose(options.certificate, io)
      const { index, checkpoint } = checkProof(await readWhole(file, io, MAX_PROOF_BYTES), cose, trust)
      const { origin, size, root } = checkpoint
      const facts = { kind: 'logged', origin, index, size, root: base64(root) }
      io.stdout.write(options.json ? jsonLine(facts) : `LOGGED: entry ${index} of ${size} in ${origin}\n`)
    }),
  )
}
