declare module 'cose-js' {
  interface Headers {
    p?: Record<string, unknown>
    u?: Record<string, unknown>
  }
  export const sign: {
    create(headers: Headers, payload: Uint8Array, signer: { key: { d: Uint8Array } }): Promise<Uint8Array>
    verify(message: Uint8Array, verifier: { key: { x: Uint8Array; y: Uint8Array } }): Promise<Uint8Array>
  }
}

declare module 'base45' {
  export function encode(bytes: Uint8Array): string
  export function decode(text: string): Uint8Array
}
