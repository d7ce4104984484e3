import type { LogCode } from '@vaxcert/batch/log'

/** What each code of the log means, as the end of a sentence for people. Fixed words only. */
export const logWords: Readonly<Record<LogCode, string>> = {
  'log.note': 'the checkpoint, or the proof, is damaged: it is not a signed note',
  'log.checkpoint': 'a checkpoint is not one of this log, or not signed by it',
  'log.origin': 'it is a checkpoint of another log',
  'log.signature': 'a signature is missing or wrong: the checkpoint was changed, or somebody else signed it',
  'log.witnesses': 'too few of the witnesses have cosigned the checkpoint',
  'log.key': 'the key is not one of a log or a witness, or it is damaged',
  'log.missing': 'there is no checkpoint',
  'log.exists': 'the folder is not empty: choose another one',
  'log.entry': 'an entry is missing, was changed, or stands in the wrong place',
  'log.tile': 'a tile of hashes is missing, or was changed',
  'log.root': 'the log does not lead to the root that was signed',
  'log.surplus': 'something is there that does not belong to the log',
  'log.uncovered': 'certificates were released that no checkpoint covers',
  'log.rollback': 'the log is shorter than it was: entries were taken away',
  'log.fork': 'the log was written anew: it does not continue what was seen of it',
  'log.stale': 'the proof does not begin at the tree that was seen last',
  'log.consistency': 'the log was written anew: it cannot show that it continues what was seen of it',
  'log.absent': 'the certificate is not in the log, or this is not its salt',
  'log.proof': 'this is not a proof',
  'log.inclusion': 'the proof does not hold for this certificate',
}

/** The words of a code, if it is one of the log. */
export function logWordsOf(code: string): string | undefined {
  return Object.hasOwn(logWords, code) ? logWords[code as LogCode] : undefined
}
