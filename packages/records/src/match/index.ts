export {
  type CarefulRegister,
  carefulRegister,
  type Patience,
  patience,
  type RegisterFailure,
} from './careful-register.ts'
export { type Classified, classify, type OpenClass, type Scored } from './classify.ts'
export { type CommuneKeys, communeKey, communeKeys } from './commune-key.ts'
export { type ComparedPair, compare, comparedFields, type Levels } from './compare.ts'
export { type Declared, declaredOf, identityOf } from './declared.ts'
export { type DoseToMatch, declaredPeople, knowledgeOf, loadDoses, type OldNumber } from './dose-people.ts'
export { embeddedRegister, loadRegister } from './embedded-register.ts'
export { openSearch } from './embedded-search.ts'
export { estimateWeights, type Pattern, type Sample } from './estimate.ts'
export { type Way, wayOfClean, wayOfListed } from './going-on.ts'
export {
  type Hints,
  type Hypothesis,
  type HypothesisKind,
  hypothesesOf,
  hypothesisKinds,
  MOST_HYPOTHESES,
  noHints,
} from './hypotheses.ts'
export {
  askOfNobody,
  type Interview,
  type LoggedQuestion,
  openInterview,
  type Question,
  type QuestionLog,
  questionKey,
} from './interview.ts'
export {
  type DeclaredPerson,
  type Knowledge,
  type MatchClass,
  type MatchMeans,
  matchPeople,
  type Outcome,
  type RightPerson,
  wantedOf,
} from './match-people.ts'
export { readOldNumbers } from './read-old-numbers.ts'
export type { Identity, Register, RegisterAnswer, RegisteredPerson, RegisterSearch, Wanted } from './register.ts'
export { identityFields, rightValues } from './right-values.ts'
export { evidenceBits, type NameShare, posteriorBits, priorBits } from './score.ts'
export { type SettledDose, type SettleLimits, settledDoses, settlePeople } from './settle.ts'
export { type Decisions, type MatchWeights, matchWeights2022 } from './weights.ts'
