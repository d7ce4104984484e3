import type { SliceCase } from '../revocation-case.ts'

const bloom = { spec: 'dgc-bloomfilter, the Java code', importance: 'high', form: 'BLOOMFILTER' } as const
const list = { spec: 'dgca-partialvarhashfilter, the Java code', importance: 'high', form: 'VARHASHLIST' } as const

const tail = 'aabbccddeeff001122334455'
const bits = '40b5528bdee0e77640cc4c92db647beca048d0b5ea323b42e260f2ea2b027cbd32df4891cb70c7fc'
/** Made by the Java code for the five hashes below: 44 hashes each, 320 bits, a rate of 1e-12. */
const fromJava = `0001 2c 00 2b8cbccc 00000005 00000005 0000000a ${bits}`
const heads = ['ff800001', '00000005', '7fffffff', '80000000', 'fffffffe']

const bloomCases: readonly SliceCase[] = [
  ...heads.map((head, index) => ({
    ...bloom,
    id: `revocation/bloom-member-${index + 1}`,
    about: `A hash that begins with ${head} is in the filter: digests are signed numbers.`,
    slice: fromJava,
    hash: head + tail,
    kind: 'contains' as const,
  })),
  ...heads.slice(0, 2).map((head, index) => ({
    ...bloom,
    id: `revocation/bloom-absent-${index + 1}`,
    about: `A hash that differs from the member ${head} in its last bits is not in the filter.`,
    slice: fromJava,
    hash: `${head}${tail.slice(0, -1)}4`,
    kind: 'absent' as const,
  })),
  ...[
    ['version', 'A filter of another version.', fromJava.replace('0001', '0002')],
    [
      'function',
      'Number of hashes and hash function exchanged, as the README has them.',
      fromJava.replace('2c 00', '00 2c'),
    ],
    ['bytes', 'The length counted in bytes, as the README has it.', fromJava.replace('0000000a', '00000028')],
    ['little-endian', 'The length with its bytes turned round.', fromJava.replace('0000000a', '0a000000')],
    ['cut', 'The last byte is missing.', fromJava.slice(0, -2)],
    ['longer', 'A byte stands behind the filter.', `${fromJava}00`],
    ['no-words', 'A filter without bits.', fromJava.slice(0, -bits.length).replace('0000000a', '00000000')],
    ['rate', 'A rate that is no number.', fromJava.replace('2b8cbccc', '7fc00000')],
  ].map(([name, about, slice]) => refused(bloom, `revocation/bloom-${name}`, about, slice)),
]

const prefixes = '0001 2b8cbccc 00000003 04'

const listCases: readonly SliceCase[] = [
  {
    ...list,
    id: 'revocation/varhash-member',
    about: 'Prefixes in the order of signed numbers: 80… stands before 7f….',
    slice: `${prefixes} 80000001 01020304 7fffffff`,
    hash: `7fffffff${tail}`,
    kind: 'contains',
  },
  {
    ...list,
    id: 'revocation/varhash-member-high-bit',
    about: 'A prefix whose first bit is set.',
    slice: `${prefixes} 80000001 01020304 7fffffff`,
    hash: `80000001${tail}`,
    kind: 'contains',
  },
  {
    ...list,
    id: 'revocation/varhash-absent',
    about: 'A hash whose prefix is not in the list.',
    slice: `${prefixes} 80000001 01020304 7fffffff`,
    hash: `01020305${tail}`,
    kind: 'absent',
  },
  {
    ...list,
    id: 'revocation/varhash-ff-as-written',
    about: 'FF 85 … that the writer in use wrote as 00 85 …: no other trace of it is left.',
    slice: `${prefixes} 00850102 01020304 7fffffff`,
    hash: `ff850102${tail}`,
    kind: 'contains',
  },
  {
    ...list,
    id: 'revocation/varhash-ff-twice',
    about: 'FF FF 91 … that the writer in use wrote as 00 00 91 ….',
    slice: `${prefixes} 00009102 01020304 7fffffff`,
    hash: `ffff9102${tail}`,
    kind: 'contains',
  },
  {
    ...list,
    id: 'revocation/varhash-ff-right',
    about: 'FF 85 … written as it should be.',
    slice: `${prefixes} ff850102 01020304 7fffffff`,
    hash: `ff850102${tail}`,
    kind: 'contains',
  },
  {
    ...list,
    id: 'revocation/varhash-ff-below-80',
    about: 'FF 75 … is written right by every writer: 00 75 … is another hash.',
    slice: `${prefixes} 00750102 01020304 7fffffff`,
    hash: `ff750102${tail}`,
    kind: 'absent',
  },
  {
    ...list,
    id: 'revocation/varhash-whole',
    about: 'Prefixes as long as the hash.',
    slice: `0001 2b8cbccc 00000001 10 01020304${tail}`,
    hash: `01020304${tail}`,
    kind: 'contains',
  },
  {
    ...list,
    id: 'revocation/varhash-count',
    about: 'The count is what the writer expected, not what follows: the list goes to the end.',
    slice: '0001 2b8cbccc 00000001 02 0102 0304',
    hash: `03040000${tail}`,
    kind: 'contains',
    importance: 'medium',
  },
  {
    ...list,
    id: 'revocation/varhash-empty',
    about: 'A list of nothing.',
    slice: '0001 2b8cbccc 00000000 04',
    hash: `00000000${tail}`,
    kind: 'absent',
  },
  ...[
    ['version', 'A list of another version.', '0002 2b8cbccc 00000001 02 0102'],
    ['size-0', 'Prefixes of no length: a careless reader would read for ever.', '0001 2b8cbccc 00000001 00'],
    ['size-17', 'Prefixes longer than a hash.', `0001 2b8cbccc 00000001 11 ${'00'.repeat(17)}`],
    ['cut', 'The last prefix has lost a byte.', '0001 2b8cbccc 00000002 02 0102 03'],
  ].map(([name, about, slice]) => refused(list, `revocation/varhash-${name}`, about, slice)),
]

function refused(rest: Pick<SliceCase, 'spec' | 'importance' | 'form'>, id: string, about = '', slice = ''): SliceCase {
  return { ...rest, id, about, slice, hash: `00000005${tail}`, kind: 'refused' }
}

export const sliceCases: readonly SliceCase[] = [...bloomCases, ...listCases]
