import { accepted, refusedAt } from '../expectations.ts'
import * as zlib from '../faults/zlib.ts'
import type { VerifyCase } from '../verify-case.ts'

const wrong = { spec: 'RFC 1950 §2.2', importance: 'high', expect: refusedAt('text', 'text.zlib') } as const
const notZlib = { ...wrong, spec: 'hcert §4.2.1' } as const
const notDeflate = { ...wrong, spec: 'RFC 1951 §3.2', importance: 'medium' } as const
const right = { spec: 'RFC 1950 §2.2', importance: 'medium', expect: accepted } as const

export const zlibCases: readonly VerifyCase[] = [
  { ...right, id: 'text/zlib-level-0', about: 'Header 78 01, FLEVEL 0.', change: zlib.header(0x78, 0x01) },
  { ...right, id: 'text/zlib-level-1', about: 'Header 78 5e, FLEVEL 1.', change: zlib.header(0x78, 0x5e) },
  { ...right, id: 'text/zlib-level-2', about: 'Header 78 9c, FLEVEL 2.', change: zlib.header(0x78, 0x9c) },
  { ...right, id: 'text/zlib-small-window', about: 'Header 08 1d, a window of 256 bytes.', change: zlib.smallWindow },
  { ...right, id: 'text/zlib-stored', about: 'A stored block.', spec: 'RFC 1951 §3.2.4', change: zlib.stored },
  {
    ...right,
    id: 'text/zlib-two-blocks',
    about: 'Two blocks in one stream.',
    spec: 'RFC 1951 §3.2',
    change: zlib.twoBlocks,
  },
  {
    ...right,
    id: 'text/zlib-empty-blocks',
    about: 'Three hundred empty blocks before the one that counts.',
    spec: 'RFC 1951 §3.2.4',
    importance: 'low',
    change: zlib.emptyBlocks,
  },
  {
    ...right,
    id: 'text/zlib-fixed-codes',
    about: 'A block under the fixed code.',
    spec: 'RFC 1951 §3.2.6',
    importance: 'high',
    change: zlib.fixedCodes,
  },
  {
    ...right,
    id: 'text/zlib-dynamic-codes',
    about: 'A block of literals under a code of its own.',
    spec: 'RFC 1951 §3.2.7',
    importance: 'high',
    change: zlib.dynamicCodes,
  },
  { ...notZlib, id: 'text/zlib-gzip', about: 'gzip in place of zlib, which some inflaters take.', change: zlib.gzip },
  { ...notZlib, id: 'text/zlib-raw-deflate', about: 'Deflate blocks without the zlib frame.', change: zlib.rawDeflate },
  {
    ...notZlib,
    id: 'text/zlib-not-compressed',
    about: 'The message itself, not compressed.',
    officialId: 'Z2',
    change: zlib.notCompressed,
  },
  { ...notZlib, id: 'text/zlib-no-bytes', about: 'Nothing after the prefix.', change: zlib.noBytes },
  {
    ...wrong,
    id: 'text/zlib-trailing-byte',
    about: 'A byte after the stream, which Node overlooks.',
    change: zlib.trailingByte,
  },
  { ...wrong, id: 'text/zlib-two-streams', about: 'Two streams, one after the other.', change: zlib.twoStreams },
  { ...wrong, id: 'text/zlib-cut-in-half', about: 'The first half only.', officialId: 'Z1', change: zlib.cutInHalf },
  {
    ...wrong,
    id: 'text/zlib-cut-in-checksum',
    about: 'The last byte of the checksum is missing.',
    change: zlib.cutInChecksum,
  },
  {
    ...wrong,
    id: 'text/zlib-without-checksum',
    about: 'The four bytes of the checksum are missing.',
    change: zlib.withoutChecksum,
  },
  { ...wrong, id: 'text/zlib-wrong-checksum', about: 'A wrong Adler-32.', change: zlib.wrongChecksum },
  {
    ...wrong,
    id: 'text/zlib-preset-dictionary',
    about: 'FDICT and the checksum of a dictionary.',
    change: zlib.presetDictionary,
  },
  {
    ...wrong,
    id: 'text/zlib-window-too-large',
    about: 'CINFO 8, a window of 64 KiB.',
    change: zlib.header(0x88, 0x1c),
  },
  { ...wrong, id: 'text/zlib-method-15', about: 'Compression method 15.', change: zlib.header(0x7f, 0x07) },
  {
    ...wrong,
    id: 'text/zlib-header-check',
    about: 'Header bytes that are no multiple of 31.',
    change: zlib.header(0x78, 0xdb),
  },
  {
    ...notDeflate,
    id: 'text/zlib-reserved-block',
    about: 'A block of the reserved type 3.',
    change: zlib.blocks('07'),
  },
  {
    ...notDeflate,
    id: 'text/zlib-stored-length',
    about: 'A stored block whose length and complement differ.',
    change: zlib.storedLength,
  },
  {
    ...notDeflate,
    id: 'text/zlib-distance-too-far',
    about: 'A match that points before the first byte.',
    change: zlib.blocks('030200'),
  },
  {
    ...notDeflate,
    id: 'text/zlib-oversubscribed-code',
    about: 'More code lengths than a prefix code has room for.',
    spec: 'RFC 1951 §3.2.7',
    change: zlib.oversubscribedCode,
  },
  {
    id: 'text/zlib-bomb',
    about: 'Zeros that inflate to 2.8 MB, a thousand times the text: inflating must stop at a limit.',
    spec: 'RFC 1950 §2.2; our limit of 32 KiB',
    importance: 'high',
    change: zlib.bomb,
    expect: refusedAt('text', 'text.too-large'),
  },
]
