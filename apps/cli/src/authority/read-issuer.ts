import { InvalidArgumentError } from 'commander'

/**
 * Name of the issuing body; the schema allows 80 characters, in code points. For commander's `argParser`.
 * @throws InvalidArgumentError
 */
export function readIssuer(name: string): string {
  const length = [...name.trim()].length
  if (length === 0 || length > 80) throw new InvalidArgumentError('It must have 1 to 80 characters.')
  return name.trim()
}
