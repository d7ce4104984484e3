import type { SampleFiles } from './sample-files.ts'

/** One command line of the demo. */
export interface DemoStep {
  /** What it is for, in one line. */
  readonly title: string
  /** What follows `vaxcert`. */
  readonly argv: readonly string[]
  /** Lines of its answer that are shown; the rest stands in its files. */
  readonly lines: number
}

/** What the records of the sample are as of, and whoever confirms them. */
const TODAY = '2022-05-31'
export const SIGNING_UNIT = 'doh-sample'

/** Where the doses that may be signed stand, in the demo's folder. */
export const CONFIRMED = 'confirmed/confirmed.csv'

/** The way of the records, from a province's export to what an office confirms. */
export function recordSteps(out: string): readonly DemoStep[] {
  const sample = (name: string) => `${out}/records/${name}.csv`
  const lists = ['facilities', 'lots', 'communes', 'cancelled', 'counts'].flatMap((name) => [`--${name}`, sample(name)])
  const known = ['--decisions', `${out}/records/decisions.json`, '--truth', `${out}/records/truth.ndjson`]
  const people = ['register', 'old-numbers', 'communes'].flatMap((name) => [`--${name}`, sample(name)])
  const matched = ['--match', `${out}/matched`]
  return [
    {
      title: 'Dose records of an invented province, dirty as they come',
      argv: ['sample', '--doses', '1000', '--seed', '2022', '--out', `${out}/records`],
      lines: 2,
    },
    {
      title: 'Cleansed: what is wrong is put right or listed, and held against what is true',
      argv: ['cleanse', sample('doses'), ...lists, ...known, '--today', TODAY, '--out', `${out}/cleansed`],
      lines: 40,
    },
    {
      title: 'Matched: the population register says right or wrong',
      argv: ['match', `${out}/cleansed`, ...people, '--search', '--out', `${out}/matched`],
      lines: 13,
    },
    {
      title: 'Listed, for the police and the health station of each commune',
      argv: ['worklist', 'export', `${out}/cleansed`, ...matched, '--issued', TODAY, '--out', `${out}/lists`],
      lines: 1,
    },
  ]
}

/** What a facility, or the office that signs for it, says of the doses that are right. */
export function confirmSteps(out: string, { facility }: SampleFiles): readonly DemoStep[] {
  const doses = `${out}/matched/right.csv`
  const units = ['--units', `${out}/units.json`]
  const [signedAt, checkedAt] = [`${TODAY}T08:00:00Z`, `${TODAY}T09:00:00Z`]
  const by = ['--key', facility.replace(/\.pem$/, ''), '--by', 'Sample Officer']
  const confirmation = `${out}/confirmations/000001.json`
  return [
    {
      title: 'Confirmed: the office that signs for the facilities answers for these doses',
      argv: [
        ...['confirm', 'sign', doses, '--unit', SIGNING_UNIT, ...units, ...by],
        ...['--at', signedAt, '--out', `${out}/confirmations`],
      ],
      lines: 1,
    },
    {
      title: 'Checked: nothing was changed since, and every identity was right',
      argv: [
        ...['confirm', 'check', confirmation, '--doses', doses, ...units, '--ca', facility],
        ...['--identities', `${out}/matched/identities.csv`, '--at', checkedAt, '--out', `${out}/confirmed`],
      ],
      lines: 2,
    },
  ]
}

/** How far the province is. */
export function reportStep(out: string): DemoStep {
  const folders = [
    '--cleansed',
    `${out}/cleansed`,
    '--matched',
    `${out}/matched`,
    '--confirmed',
    `${out}/confirmations`,
  ]
  const lists = ['counts', 'facilities', 'communes', 'districts'].flatMap((name) => [
    `--${name}`,
    `${out}/records/${name}.csv`,
  ])
  const signed = ['--signed', `${out}/certificates.ndjson`, '--as-of', '2022-06-01', '--deadline', '2022-06-30']
  return {
    title: 'Reported: from paper to signature',
    argv: ['report', ...folders, ...lists, ...signed, '--out', `${out}/report`],
    lines: 12,
  }
}
