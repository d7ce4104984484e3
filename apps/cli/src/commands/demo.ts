import { resolve } from 'node:path'
import { Command } from 'commander'
import { readAuthority } from '../authority/read-authority.ts'
import { issueFile } from '../certificates/issue-file.ts'
import type { IssueTally } from '../certificates/issue-rows.ts'
import { clearDemoFolder } from '../demo/demo-folder.ts'
import { type DemoResult, demoText } from '../demo/demo-text.ts'
import { type PictureTally, readPicturesBack } from '../demo/read-pictures-back.ts'
import { findSampleFiles, type SampleFiles } from '../demo/sample-files.ts'
import { readDoses } from '../doses/read-doses.ts'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { progressLine } from '../progress.ts'
import { readTrustFile } from '../trust/read-trust-list.ts'

/** The sample's moment of issue and of verification: its doses lie before it, and its DSC is valid. */
const SAMPLE_TIME = '2022-06-01T00:00:00Z'
const SAMPLE_ISSUER = 'Ministry of Health (SAMPLE)'

const help = `
Issues certificates for the sample doses with the sample keys, draws their QR codes, reads the pictures back and
verifies them. What an earlier demo wrote into DIR is replaced; issue does not write there. The exit code is 1 when a
picture is not accepted.`

/** `vaxcert demo`, which is `npm start`: the whole way on sample data. */
export function demoCommand(io: Io): Command {
  return new Command('demo')
    .description('Go the whole way once, from sample doses to verified pictures. Needs a clone of the repository.')
    .option('--out <dir>', 'folder to write into', 'out')
    .addHelpText('after', help)
    .action(async ({ out }: { readonly out: string }) => {
      const result = await runDemo(findSampleFiles(io), resolve(io.cwd, out), io)
      io.stdout.write(demoText(result))
      if (result.pictures.notAccepted.size > 0) throw negativeResult()
    })
}

async function runDemo(sample: SampleFiles, out: string, io: Io): Promise<DemoResult> {
  const start = io.now().getTime()
  await clearDemoFolder(out)
  const issued = await issueSample(sample, out, io)
  const pictures = await checkPictures(sample, out, issued, io)
  const seconds = (io.now().getTime() - start) / 1000
  return { sample, out, cwd: io.cwd, at: SAMPLE_TIME, issued, pictures, seconds }
}

async function issueSample({ doses, key, dsc }: SampleFiles, out: string, io: Io): Promise<IssueTally> {
  const authority = await readAuthority({ key, dsc, issuer: SAMPLE_ISSUER }, io)
  const file = await readDoses(doses, 'csv', io)
  return issueFile(file, authority, { out, qr: 'png', issuedAt: new Date(SAMPLE_TIME) }, io)
}

async function checkPictures(
  { trustList }: SampleFiles,
  out: string,
  { files }: IssueTally,
  io: Io,
): Promise<PictureTally> {
  const trust = await readTrustFile(trustList, io)
  const progress = progressLine(io.stderr, 'reading back', files.length)
  const tally = await readPicturesBack(out, files, { trust, at: new Date(SAMPLE_TIME) }, progress)
  progress()
  return tally
}
