/** Facts of the reference tree that implementations of RFC 6962 share (transparency-dev/merkle, certificate-transparency-go). */

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

export const leaves: readonly Buffer[] = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes)

/** Of the first leaf, of the first two, and so on. */
export const roots: readonly Buffer[] = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(bytes)

const of01 = bytes('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')
const of1 = bytes('96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7')
const of23 = bytes('5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e')
const of4 = bytes('bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b')
const of45 = bytes('0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a')
const of6 = bytes('b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f')
const of67 = bytes('ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0')
const of4567 = bytes('6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4')
const [of0 = of01, , , of0123 = of01] = roots

/** Leaf, counted from 0, in a tree of so many. */
export const inclusionVectors: readonly { leaf: number; size: number; proof: readonly Buffer[] }[] = [
  { leaf: 0, size: 1, proof: [] },
  { leaf: 0, size: 8, proof: [of1, of23, of4567] },
  { leaf: 5, size: 8, proof: [of4, of67, of0123] },
  { leaf: 2, size: 3, proof: [of01] },
  { leaf: 1, size: 5, proof: [of0, of23, of4] },
]

export const consistencyVectors: readonly { old: number; size: number; proof: readonly Buffer[] }[] = [
  { old: 1, size: 1, proof: [] },
  { old: 1, size: 8, proof: [of1, of23, of4567] },
  { old: 6, size: 8, proof: [of45, of67, of0123] },
  { old: 2, size: 5, proof: [of23, of4] },
  { old: 6, size: 7, proof: [of45, of6, of0123] },
]

export const SOME_HASH: Buffer = bytes('abacaba000000000000000000000000000000000000000000060061e00123456')
