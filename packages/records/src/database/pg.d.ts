/** What we use of the two packages that bring no types. */
declare module 'pg/lib/client.js' {
  export default class Client {
    constructor(config: { connectionString: string; application_name?: string })
    connect(): Promise<void>
    query<Row>(sql: string, parameters?: readonly unknown[]): Promise<{ rows: Row[] }>
    query<Stream extends NodeJS.WritableStream>(stream: Stream): Stream
    on(event: 'error', listener: (error: Error) => void): this
    end(): Promise<void>
  }
}

declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream'
  export function from(sql: string): Writable & { readonly rowCount: number }
}
