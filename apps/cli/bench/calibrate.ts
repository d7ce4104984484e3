// npm run -s bench:match -- [--seeds 9101,9102] [--tune 9100] [--doses 40000] [--dirt real,harsh] [--json]
// Matching held against the truth of invented provinces: doses called right that are of somebody else, classes, and whether
// the bits mean what they say, for the start values and for values estimated on one seed that is not among the others.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { estimateWeights, type MatchWeights, matchWeights2022, type Pattern } from '@vaxcert/records/match'
import { cleansedSample } from './match/cleansed-sample.ts'
import { matchedAgainstTruth } from './match/matched-part.ts'
import { type Pairs, pairsOf, reliability } from './match/pairs.ts'
import { classTable, reliabilityTable, weightsTable } from './match/tables.ts'
import { type TruePeople, truePeople } from './match/true-people.ts'
import { option, type Part } from './truth/parts.ts'

const doses = Number(option('--doses', '40000'))
const dirts = option('--dirt', 'real,harsh').split(',') as Part['dirt'][]
const seeds = option('--seeds', '9101,9102').split(',').map(Number)

async function inSample<T>(part: Part, work: (folder: string, people: TruePeople) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-match-'))
  try {
    await cleansedSample(part, folder)
    return await work(folder, truePeople(part, folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Nobody says which pairs are of one person: as it would be with real data. */
function estimated({ pairs, strangers, people }: Pairs): MatchWeights {
  const candidates = pairs.map<Pattern>(({ levels }) => ({ levels, count: 1 }))
  return estimateWeights({ candidates, strangers, people }, matchWeights2022)
}

const tuned = await inSample({ doses, seed: Number(option('--tune', '9100')), dirt: 'real' }, async (folder, people) =>
  estimated(await pairsOf(folder, people)),
)
const results = []
for (const dirt of dirts) {
  for (const seed of seeds) {
    const result = await inSample({ doses, seed, dirt }, async (folder, people) => {
      const pairs = await pairsOf(folder, people)
      const matched = await matchedAgainstTruth(folder, people, matchWeights2022)
      return { matched, start: reliability(pairs, matchWeights2022), estimated: reliability(pairs, tuned) }
    })
    results.push({ seed, dirt, ...result })
    console.error(classTable(results.slice(-1)))
  }
}
console.log(
  'All people are invented: these figures say how the matching fares with errors of the generator, not with real ones.',
)
console.log(weightsTable(matchWeights2022, tuned))
console.log(classTable(results))
console.log(reliabilityTable(results))
const wrongRight = results.reduce((sum, { matched }) => sum + matched.wrongRight, 0)
const right = results.reduce((sum, { matched }) => sum + matched.summary.right, 0)
const matched = results.reduce((sum, result) => sum + result.matched.summary.doses, 0)
console.log(JSON.stringify({ doses: matched, right, wrongRight }))
process.exitCode = wrongRight === 0 ? 0 : 1
