import { comparableName } from '../names/canonical.ts'
import { type Classified, classify, type OpenClass, type Scored } from './classify.ts'
import type { CommuneKeys } from './commune-key.ts'
import { compare } from './compare.ts'
import { type Declared, identityOf } from './declared.ts'
import { type Hints, type Hypothesis, hypothesesOf } from './hypotheses.ts'
import type { Interview, Question, QuestionLog } from './interview.ts'
import type { RegisterAnswer, RegisteredPerson, RegisterSearch, Wanted } from './register.ts'
import { posteriorBits } from './score.ts'
import type { MatchWeights } from './weights.ts'

/** Somebody whom dose records declare: one person, as far as number, name, birth date and sex are written alike. */
export interface DeclaredPerson {
  /** Running number, the first row that declares it. */
  readonly person: number
  readonly declared: Declared
  /** What is known beside the four fields, as far as all rows agree. */
  readonly commune: string
  readonly phone: string
  readonly household: string
}

/** What the doses and lists say beside the register. */
export interface Knowledge {
  /** For each: names that other rows write under the same number, and the numbers that replaced the declared one. */
  hints(people: readonly DeclaredPerson[]): Promise<readonly Pick<Hints, 'names' | 'currentNumbers'>[]>
}

export interface MatchMeans {
  readonly interview: Interview
  readonly log: QuestionLog
  readonly knowledge: Knowledge
  readonly communes: CommuneKeys
  readonly weights: MatchWeights
  /** Only on the side of the police, or of a sandbox. */
  readonly search?: RegisterSearch
}

/** How it stands with a person. `right` is only who the register called so, whole. */
export type Outcome =
  | RightPerson
  | { readonly kind: 'unknown'; readonly person: number }
  | ({ readonly kind: 'wrong'; readonly person: number } & Partial<Classified>)

export interface RightPerson {
  readonly kind: 'right'
  readonly person: number
  /** `declared`: as the row says it; else the hypothesis with its one changed field. */
  readonly by: 'declared' | Hypothesis
  /** Name as the register spells it, where it tells. */
  readonly spelling?: string
}

/** A = right; the others where the register could be searched. */
export type MatchClass = 'A' | OpenClass

/** Asks about some people, in the order of their numbers, and answers in it. */
export async function matchPeople(people: readonly DeclaredPerson[], means: MatchMeans): Promise<readonly Outcome[]> {
  const [first, last] = [people[0], people.at(-1)]
  if (first === undefined || last === undefined) return []
  const known = await means.log.known(first.person, last.person)
  const ask = (questions: readonly Question[]) => means.interview.ask(questions, known)
  const open = await askDeclared(people, ask)
  const wrong = open.filter(({ state }) => state === 'wrong')
  await suppose(wrong, means)
  await askHypotheses(wrong, ask)
  await classifyWrong(wrong, means)
  await adoptSpelling(open, means)
  return open.map(outcomeOf)
}

/** A person on the way. */
interface Case {
  readonly one: DeclaredPerson
  state: RegisterAnswer
  by: RightPerson['by']
  hypotheses: readonly Hypothesis[]
  currentNumbers: readonly string[]
  candidates: readonly RegisteredPerson[]
  classified?: Classified
  spelling?: string
}

type Ask = (questions: readonly Question[]) => Promise<readonly RegisterAnswer[]>

async function askDeclared(people: readonly DeclaredPerson[], ask: Ask): Promise<readonly Case[]> {
  const cases = people.map<Case>((one) => ({
    ...{ one, state: 'wrong', by: 'declared', hypotheses: [], currentNumbers: [], candidates: [] },
  }))
  const asked = cases.flatMap((each) => {
    const identity = identityOf(each.one.declared)
    return identity === undefined ? [] : [{ each, identity }]
  })
  const answers = await ask(
    asked.map(({ each, identity }) => ({ person: each.one.person, turn: 0, kind: 'declared', identity })),
  )
  for (const [at, { each }] of asked.entries()) each.state = answers[at] ?? 'unknown'
  return cases
}

async function suppose(wrong: readonly Case[], { knowledge, search, communes }: MatchMeans): Promise<void> {
  if (wrong.length === 0) return
  const hints = await knowledge.hints(wrong.map(({ one }) => one))
  const found = await search?.candidates(wrong.map(({ one }) => wantedOf(one)))
  for (const [at, each] of wrong.entries()) {
    const { names = [], currentNumbers = [] } = hints[at] ?? {}
    each.currentNumbers = currentNumbers
    each.candidates = found?.[at] ?? []
    each.hypotheses = hypothesesOf(each.one.declared, { ...hintsOf(each, names, communes), currentNumbers })
  }
}

/** What the register's own people say, where it may be searched. */
function hintsOf({ one, candidates }: Case, names: readonly string[], communes: CommuneKeys): Hints {
  const holders = candidates.filter(({ number }) => number === one.declared.number)
  const namesakes = candidates.filter((found) => {
    const { levels } = compare(wantedOf(one), found, [], communes)
    return levels.name === 'equal' && levels.birthDate === 'equal' && levels.commune === 'equal'
  })
  return {
    names: [...holders.map(({ name }) => comparableName(name)), ...names],
    birthDates: holders.map(({ birthDate }) => birthDate),
    currentNumbers: [],
    namesakeNumber: namesakes.length === 1 ? (namesakes[0]?.number ?? '') : '',
  }
}

/** One hypothesis of each at a time: who is right is asked about no more. */
async function askHypotheses(wrong: readonly Case[], ask: Ask): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const now = wrong.flatMap((each) => {
      const hypothesis = each.state === 'right' ? undefined : each.hypotheses[turn - 1]
      return hypothesis === undefined ? [] : [{ each, hypothesis }]
    })
    if (now.length === 0) return
    const answers = await ask(
      now.map(({ each, hypothesis: { kind, identity } }) => ({ person: each.one.person, turn, kind, identity })),
    )
    for (const [at, { each, hypothesis }] of now.entries()) {
      const answer = answers[at] ?? 'unknown'
      if (answer === 'right') each.by = hypothesis
      if (answer !== 'wrong') each.state = answer
    }
  }
}

async function classifyWrong(cases: readonly Case[], { search, weights, communes }: MatchMeans): Promise<void> {
  const wrong = cases.filter(({ state }) => state === 'wrong')
  if (search === undefined || wrong.length === 0) return
  const people = await search.size()
  const namesakes = await search.namesakes([...new Set(wrong.map(({ one }) => one.declared.name))])
  for (const each of wrong) {
    const share = { people, namesakes: namesakes.get(each.one.declared.name) ?? 0 }
    const scored = each.candidates.map<Scored>((person) => {
      const pair = compare(wantedOf(each.one), person, each.currentNumbers, communes)
      return { ...pair, person, bits: posteriorBits(pair.levels, share, weights) }
    })
    each.classified = classify(scored, weights.decide)
  }
}

async function adoptSpelling(cases: readonly Case[], { search }: MatchMeans): Promise<void> {
  const right = cases.filter(({ state }) => state === 'right')
  if (search === undefined || right.length === 0) return
  const holders = await search.holders(right.map(rightNumber))
  for (const each of right) {
    const name = holders.get(rightNumber(each))?.name
    const asked = each.by === 'declared' ? each.one.declared.name : each.by.identity.name
    if (name !== undefined && comparableName(name) === asked) each.spelling = name
  }
}

function rightNumber({ by, one }: Case): string {
  return by === 'declared' ? one.declared.number : by.identity.number
}

export function wantedOf({ declared, commune, phone, household }: DeclaredPerson): Wanted {
  const { number, padded, repaired, name, birthDate, sex } = declared
  return { number: number || padded || repaired, name, birthDate, sex, commune, phone, household }
}

function outcomeOf({ one: { person }, state, by, classified, spelling }: Case): Outcome {
  if (state === 'unknown') return { kind: 'unknown', person }
  if (state === 'wrong') return { kind: 'wrong', person, ...classified }
  return { kind: 'right', person, by, ...(spelling !== undefined && { spelling }) }
}
