import { createRequire } from 'node:module'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { KeyManagementServiceClient } from '@google-cloud/kms'
import { openGoogleKmsSigner } from '../../src/kms/index.ts'
import type { Cloud } from './cloud.ts'
import { type Desk, newDesk } from './desk.ts'
import { answerSign, ERROR_WORDS, errorCodes, KEY_VERSION, keyVersion, publicKey } from './google-answers.ts'
import type { HeldKey } from './held-key.ts'

type ClientCredentials = NonNullable<
  NonNullable<ConstructorParameters<typeof KeyManagementServiceClient>[0]>['sslCreds']
>

/** What is used of gRPC, which comes with the client, and is taken from where the client takes it. */
interface Grpc {
  readonly credentials: { createInsecure(): ClientCredentials }
  readonly ServerCredentials: { createInsecure(): object }
  readonly Server: new () => {
    addService(service: object, handlers: Readonly<Record<string, Handler>>): void
    bindAsync(address: string, credentials: object, bound: (error: Error | null, port: number) => void): void
    forceShutdown(): void
  }
}

interface Request {
  readonly name: string
  readonly digest: { readonly sha256: Uint8Array } | null
  readonly digestCrc32c: { readonly value: string } | null
}

type Answer = (error: { code: number; details: string } | null, message?: object) => void

type Handler = (
  call: { readonly request: Request; on(event: 'cancelled', act: () => void): void },
  answer: Answer,
) => void

const ofClient = createRequire(createRequire(import.meta.url).resolve('@google-cloud/kms'))
const { grpc, GrpcClient } = ofClient('google-gax') as {
  readonly grpc: Grpc
  readonly GrpcClient: new () => { loadProtoJSON(json: object): Protos }
}

interface Protos {
  readonly google: {
    readonly cloud: { readonly kms: { readonly v1: Readonly<Record<string, { readonly service: object }>> } }
  }
}

/** Google Cloud KMS on this machine over gRPC, and its own client over it; between them a line that can be cut. */
export async function startGoogleGrpc(key: HeldKey): Promise<Cloud> {
  const desk = newDesk(key)
  const server = new grpc.Server()
  const line = await cuttableLine(() => behind)
  server.addService(service(), handlers(desk, line.cut))
  const behind = await new Promise<number>((resolve, reject) => {
    const bound = (error: Error | null, port: number): void => (error === null ? resolve(port) : reject(error))
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), bound)
  })
  const sslCreds = grpc.credentials.createInsecure()
  // Credentials that are empty keep it from looking for some on this machine; the line itself needs no log-in.
  const options = { apiEndpoint: '127.0.0.1', port: line.port, sslCreds, credentials: {}, projectId: 'sample' }
  const client = new KeyManagementServiceClient({ ...options, 'grpc.initial_reconnect_backoff_ms': 1 })
  return {
    desk,
    open: (given) => openGoogleKmsSigner({ ...given, client, keyVersion: KEY_VERSION }),
    async stop() {
      await client.close()
      line.close()
      server.forceShutdown()
    },
  }
}

function service(): object {
  const found = new GrpcClient().loadProtoJSON(ofClient('../protos/protos.json') as object)
  return found.google.cloud.kms.v1.KeyManagementService?.service ?? {}
}

function handlers(desk: Desk, cut: () => void): Readonly<Record<string, Handler>> {
  const known =
    (answerFor: () => object): Handler =>
    ({ request }, answer) =>
      request.name === KEY_VERSION ? answer(null, answerFor()) : answer({ code: 5, details: ERROR_WORDS })
  return {
    getPublicKey: known(() => {
      const { pemCrc32c, ...rest } = publicKey(desk)
      return { ...rest, pemCrc32c: { value: pemCrc32c } }
    }),
    getCryptoKeyVersion: known(() => keyVersion(desk)),
    asymmetricSign: (call, answer) => void sign(desk, call.request, answer, cut),
  }
}

async function sign(desk: Desk, { digest, digestCrc32c }: Request, answer: Answer, cut: () => void): Promise<void> {
  const made = await answerSign(desk, digest?.sha256 ?? new Uint8Array(), Number(digestCrc32c?.value))
  if (typeof made === 'object') return answer(null, { ...made, signatureCrc32c: { value: made.signatureCrc32c } })
  if (made === 'drop' || made === 'break-off') return cut()
  const code = errorCodes[made]
  if (code !== undefined) answer({ code, details: ERROR_WORDS })
}

interface Line {
  readonly port: number
  cut(): void
  close(): void
}

/** Passes everything on to another port of this machine, until it is cut. */
async function cuttableLine(to: () => number): Promise<Line> {
  const ends = new Set<Socket>()
  const keep = (socket: Socket): Socket => {
    ends.add(socket)
    return socket.on('error', () => {}).on('close', () => ends.delete(socket))
  }
  const server: Server = createServer((near) => {
    const far = keep(connect(to(), '127.0.0.1'))
    keep(near).pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const cut = (): void => {
    for (const end of ends) end.destroy()
  }
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut,
    close() {
      cut()
      server.close()
    },
  }
}
