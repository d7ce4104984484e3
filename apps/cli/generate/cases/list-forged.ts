import { writeCbor } from '@vaxcert/core/cose'
import { type ListCase, refused } from '../list-case.ts'
import { listKeyPair } from '../list-keys.ts'
import { day, jsonBody, listFile } from '../publisher.ts'
import { noSigners, offering, turnedManifest, turnedTrust } from './list-stories.ts'

/** Files whose signatures, bytes or size are not as they must be. */
export const listForgedCases: readonly ListCase[] = [
  {
    id: 'list/threshold',
    about: 'The manifest is signed by one key, where two must sign.',
    spec: 'decision 0014; TUF 1.0 §5.5.3',
    importance: 'high',
    story: () => offering({ by: ['list-1'] }),
    expect: refused('list.threshold'),
  },
  {
    id: 'list/key-twice',
    about: 'The manifest carries two signatures of one key.',
    spec: 'decision 0014; TUF 1.0 §5.3.4 (distinct keys)',
    importance: 'high',
    story: () => turnedManifest(([first], body) => writeCbor([[first, first], body])),
    expect: refused('list.threshold'),
  },
  {
    id: 'list/unsigned',
    about: 'The manifest carries no signature.',
    spec: 'decision 0014; TUF 1.0 §5.5.3',
    importance: 'high',
    story: () => turnedManifest((_, body) => writeCbor([[], body])),
    expect: refused('list.threshold'),
  },
  {
    id: 'list/wrong-key',
    about: 'The manifest is signed by two keys that the root does not name.',
    spec: 'decision 0014; TUF 1.0 §5.5.3',
    importance: 'high',
    story: () => offering({ by: ['facility', 'stranger'] }),
    expect: refused('list.signature'),
  },
  {
    id: 'list/wrong-role',
    about: 'The manifest is signed by two root keys: they may sign roots only.',
    spec: 'decision 0014; TUF 1.0 §5.5.3',
    importance: 'high',
    story: () => offering({ by: ['root-1', 'root-2'] }),
    expect: refused('list.signature'),
  },
  {
    id: 'list/stranger-beside',
    about: 'Two list keys have signed the manifest, and somebody else has too.',
    spec: 'decision 0014',
    importance: 'medium',
    story: () => offering({ by: ['list-1', 'list-2', 'stranger'] }),
    expect: refused('list.signature'),
  },
  {
    id: 'list/posing',
    about: 'A key has signed under the kid of another.',
    spec: 'decision 0014',
    importance: 'high',
    story: () => turnedManifest(([first, second], body) => writeCbor([[first, posing(second)], body])),
    expect: refused('list.signature'),
  },
  {
    id: 'list/bit-flipped',
    about: 'One bit of the body of the trust list is flipped.',
    spec: 'decision 0014; TUF 1.0 §5.5.2',
    importance: 'high',
    story: () => turnedTrust((file) => file.map((byte, at) => (at === file.length - 100 ? byte ^ 1 : byte))),
    expect: refused('list.signature'),
  },
  {
    id: 'list/truncated',
    about: 'The last byte of the trust list is missing.',
    spec: 'decision 0014',
    importance: 'high',
    story: () => turnedTrust((file) => file.subarray(0, -1)),
    expect: refused('list.shape'),
  },
  {
    id: 'list/trailing',
    about: 'A byte follows the trust list.',
    spec: 'decision 0014',
    importance: 'high',
    story: () => turnedTrust((file) => Uint8Array.of(...file, 0)),
    expect: refused('list.shape'),
  },
  {
    id: 'list/length-in-more-bytes',
    about: 'The envelope says that it has two items in one byte more than it needs.',
    spec: 'decision 0014; RFC 8949 §4.2.1',
    importance: 'medium',
    story: () => turnedTrust((file) => Uint8Array.of(0x98, 2, ...file.subarray(1))),
    expect: refused('list.shape'),
  },
  {
    id: 'list/unknown-member',
    about: 'The trust list has a member that nobody knows: its publisher meant something that we do not understand.',
    spec: 'decision 0014',
    importance: 'medium',
    story: async () => {
      const body = jsonBody({ ...noSigners, comment: 'none' })
      return offering({ lists: { trust: await listFile('trust', { number: 2, issuedAt: day(2), body }) } })
    },
    expect: refused('list.shape'),
  },
  {
    id: 'list/too-large',
    about: 'The manifest is a byte larger than the 64 KiB it may have; nothing of it is read.',
    spec: 'decision 0014; TUF 1.0 §5.4.1 (endless data)',
    importance: 'high',
    story: async () => {
      const story = await offering({})
      return { ...story, offered: { ...story.offered, manifest: new Uint8Array(65_537) } }
    },
    expect: refused('list.too-large'),
  },
]

/** The signature of list-2 under the kid of list-3. */
function posing(signature: Uint8Array): Uint8Array {
  const [from, to] = [listKeyPair('list-2').signer.kid, listKeyPair('list-3').signer.kid]
  const at = signature.findIndex((_, start) => from.every((byte, index) => signature[start + index] === byte))
  const copy = signature.slice()
  copy.set(to, at)
  return copy
}
