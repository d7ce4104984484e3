// The walls of the house, proved on every import. Each rule is a sentence; each breach is one line.
import ts from 'typescript'
import { bundle } from './bundle.ts'
import { readManifest, readSources, type Source } from './sources.ts'

const sources = readSources()
const byFile = new Map(sources.map((source) => [source.file, source]))

/** Which rooms each room may import. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'core/fault': [],
  'core/cose': ['core/fault'],
  'core/dcc': ['core/fault', 'core/cose'],
  'core/trust': ['core/fault', 'core/cose', 'core/dcc'],
  'core/issue': ['core/fault', 'core/cose', 'core/dcc', 'core/trust'],
  'core/verify': ['core/fault', 'core/cose', 'core/dcc', 'core/trust'],
  'core/index': ['core/fault', 'core/cose', 'core/dcc', 'core/trust', 'core/issue', 'core/verify'],
  records: ['core/fault', 'core/cose', 'core/dcc', 'core/trust'],
  paper: [],
  hsm: ['core/fault', 'core/cose', 'core/dcc'],
  batch: ['core/*', 'records'],
  cli: ['core/*', 'records', 'paper', 'hsm', 'batch'],
  verifier: ['core/fault', 'core/dcc', 'core/trust', 'core/verify'],
}

function room(file: string): string {
  const [, area = '', folder = ''] = /^(?:packages|apps)\/([\w-]+)\/src\/([\w-]+)/.exec(file) ?? []
  return area === 'core' ? `core/${folder}` : area
}

function mayImport(from: string, to: string): boolean {
  const allowed = arrows[from]
  if (allowed === undefined) throw new Error(`${from} is no room of the design: name it in .ci/walls.ts`)
  return from === to || allowed.includes(to) || allowed.includes(to.replace(/\/.*/, '/*'))
}

function arrowsPointDown(): string[] {
  return sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ targets }) => targets.some((target) => !mayImport(room(file), room(target))))
      .map(({ specifier }) => `${file} imports ${specifier}`),
  )
}

function everyImportLeadsSomewhere(): string[] {
  return sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ specifier }) => /^[.#]|^@vaxcert\//.test(specifier) && !/\.(json|css)$/.test(specifier))
      .filter(({ targets }) => targets.length === 0 || targets.some((target) => !byFile.has(target)))
      .map(({ specifier }) => `${file} imports ${specifier}, which is no source file`),
  )
}

function isNodeFile(file: string): boolean {
  return file.endsWith('-node.ts')
}

function coreKnowsNoNode(): string[] {
  const portable = sources.filter(({ file }) => /^packages\/(core|paper)\//.test(file) && !isNodeFile(file))
  const imported = portable.flatMap(({ file, imports }) =>
    imports
      .filter(({ specifier }) => specifier.startsWith('node:'))
      .map(({ specifier }) => `${file} imports ${specifier}`),
  )
  return [...imported, ...portable.flatMap(nodeGlobals)]
}

const NODE_GLOBALS = new Set(['Buffer', 'process', 'require', 'global', '__dirname', '__filename', 'setImmediate'])

function nodeGlobals({ file, tree }: Source): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && NODE_GLOBALS.has(node.text) && !isOnlyAName(node))
      found.push(`${file} uses ${node.text}`)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** A member of something (`step.process`, `{ process: … }`) but not of `globalThis`. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return parent.expression.getText() !== 'globalThis'
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node
}

/** A node file is reached by a condition of package.json only, never by a relative path. */
function nodeFilesAreChosenByCondition(): string[] {
  return sources.flatMap(({ file, imports }) =>
    imports
      .filter(({ specifier, targets }) => specifier.startsWith('.') && targets.some(isNodeFile))
      .map(({ specifier }) => `${file} imports ${specifier}`),
  )
}

function reach(entry: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [entry]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    open.push(...(byFile.get(file)?.imports.flatMap(({ targets }) => targets) ?? []))
  }
  return seen
}

const PEN =
  /\/issue\/|cose\/signers\.ts|memory-signer|deterministic-signer|cbor-writer|payload-writer|trust\/(x509|chain|import|publish)|cbor-x|peculiar/

const VERIFIER_DOORS = ['verify', 'trust', 'dcc']

function theVerifierCarriesNoPen(): string[] {
  const entries = ['packages/core/src/verify/index.ts', 'packages/core/src/trust/index.ts']
  return entries.flatMap((entry) => {
    if (!byFile.has(entry)) return [`${entry} is not there: name the verifier's doors anew`]
    return [...reach(entry)].filter((file) => PEN.test(file)).map((file) => `${entry} reaches ${file}`)
  })
}

/** Reachability says what could be loaded; this, what a browser really gets. */
async function theBundleCarriesNoPen(): Promise<string[]> {
  const { files, gzipBytes } = await bundle(VERIFIER_DOORS.map((door) => `@vaxcert/core/${door}`))
  console.log(`        (the verifier's doors take ${(gzipBytes / 1000).toFixed(1)} kB of gzip)`)
  return files.filter((file) => PEN.test(file)).map((file) => `the bundle carries ${file}`)
}

function dependenciesAreDeclared(): string[] {
  return sources.flatMap(({ file, imports }) => {
    const folder = file.split('/').slice(0, 2).join('/')
    const { name, dependencies, optionalDependencies, peerDependencies } = readManifest(folder)
    const declared = { ...dependencies, ...optionalDependencies, ...peerDependencies }
    return imports
      .map(({ specifier }) => specifier)
      .filter((specifier) => !/^(\.|#|node:)/.test(specifier))
      .map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((dependency) => dependency !== name && declared[dependency] === undefined)
      .map((dependency) => `${file} imports ${dependency}, which its package does not declare`)
  })
}

const rules: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  'Arrows point down; issue and verify never meet': arrowsPointDown,
  'Every import leads to a source file': everyImportLeadsSomewhere,
  'Nothing in core or paper knows Node outside its conditional files': coreKnowsNoNode,
  'Conditional files are chosen by package.json alone': nodeFilesAreChosenByCondition,
  'The verifier carries no pen': theVerifierCarriesNoPen,
  "The verifier's bundle carries no pen": theBundleCarriesNoPen,
  'Every package declares what it imports': dependenciesAreDeclared,
}

let breaches = 0
for (const [sentence, rule] of Object.entries(rules)) {
  const found = await rule()
  breaches += found.length
  console.log(`${found.length === 0 ? 'holds  ' : 'BROKEN '} ${sentence}`)
  for (const breach of found) console.log(`        ${breach}`)
}
process.exitCode = breaches === 0 ? 0 : 1
