import { join, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { readAuthority } from '../authority/read-authority.ts'
import { issueFile } from '../certificates/issue-file.ts'
import type { IssueTally } from '../certificates/issue-rows.ts'
import { clearDemoFolder } from '../demo/demo-folder.ts'
import { CONFIRMED, confirmSteps, recordSteps, reportStep } from '../demo/demo-steps.ts'
import { type DemoResult, issuedText, placesText } from '../demo/demo-text.ts'
import { type PictureTally, readPicturesBack } from '../demo/read-pictures-back.ts'
import { type Run, runStep } from '../demo/run-step.ts'
import { findSampleFiles, type SampleFiles } from '../demo/sample-files.ts'
import { writeSigningUnits } from '../demo/signing-unit.ts'
import { readDoses } from '../doses/read-doses.ts'
import { negativeResult } from '../exit.ts'
import type { Io } from '../io.ts'
import { progressLine } from '../progress.ts'
import { readTrustFile } from '../trust/read-trust-list.ts'

/** The sample's moment of issue and of verification: its doses lie before it, and its DSC is valid. */
const SAMPLE_TIME = '2022-06-01T00:00:00Z'
const SAMPLE_ISSUER = 'Ministry of Health (SAMPLE)'

const help = `
Invents dose records with errors in them, cleanses them, matches them against a register, lists what offices must mend, confirms
the rest with a facility's key, issues certificates with the sample keys, draws their QR codes, reads the pictures back and
verifies them, and reports how far the province is. What an earlier demo wrote into DIR is replaced; other commands do not write there.
The exit code is 1 when a step fails or a picture is not accepted.`

/** `vaxcert demo`, which is `npm start`: the whole way on sample data. */
export function demoCommand(io: Io, run: Run): Command {
  return new Command('demo')
    .description('Go the whole way once, from dirty records to verified pictures. Needs a clone of the repository.')
    .option('--out <dir>', 'folder to write into', 'out')
    .addHelpText('after', help)
    .action(async ({ out }: { readonly out: string }) => {
      const result = await runDemo(findSampleFiles(io), resolve(io.cwd, out), run, io)
      io.stdout.write(placesText(result))
      if (result.pictures.notAccepted.size > 0) throw negativeResult()
    })
}

async function runDemo(sample: SampleFiles, out: string, run: Run, io: Io): Promise<DemoResult> {
  const folder = relative(io.cwd, out) || '.'
  await clearDemoFolder(out)
  for (const step of recordSteps(folder)) await runStep(step, run, io)
  writeSigningUnits(out, resolve(io.cwd, sample.facility))
  for (const step of confirmSteps(folder, sample)) await runStep(step, run, io)
  io.stdout.write('Issued: signed by the ministry, drawn, and read back from the pictures\n')
  const issued = await issueConfirmed(sample, out, io)
  const pictures = await checkPictures(sample, out, issued, io)
  io.stdout.write(issuedText({ issued, pictures }))
  await runStep(reportStep(folder), run, io)
  return { sample, out, cwd: io.cwd, at: SAMPLE_TIME, issued, pictures }
}

async function issueConfirmed({ key, dsc }: SampleFiles, out: string, io: Io): Promise<IssueTally> {
  const authority = await readAuthority({ key, dsc, issuer: SAMPLE_ISSUER }, io)
  const file = await readDoses(join(out, CONFIRMED), 'csv', io)
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
