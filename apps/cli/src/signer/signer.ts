import { Command } from 'commander'
import type { Io } from '../io.ts'
import { serveCommand } from './serve.ts'

/** `vaxcert signer`: a key that signs for other machines. */
export function signerCommand(io: Io): Command {
  return new Command('signer')
    .description('Keep a key on one machine and sign for others.')
    .addCommand(serveCommand(io))
}
