import { fields } from '@vaxcert/records'
import { LONGEST, MOST_DOSES, MOST_VERSIONS, REASON } from './requests.ts'

/** Any JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

const name = { type: 'string', minLength: 1, maxLength: LONGEST, pattern: '^[^\\u0000]*$' } as const
const text = { ...name, minLength: 0 } as const
const count = { type: 'integer', minimum: 0 } as const
const counts = { type: 'object', additionalProperties: count } as const
const seconds = { ...count, description: 'Seconds since 1970.' } as const

function closed(properties: { readonly [name: string]: Json }, required = Object.keys(properties)): Json {
  return { type: 'object', properties, required, additionalProperties: false }
}

const status = {
  source: name,
  doseId: name,
  version: { type: 'integer', minimum: 1 },
  renewal: count,
  state: { enum: ['planned', 'stuck', 'refused', 'issued', 'revoked'] },
  code: { type: 'string', description: 'Why it is stuck or refused.' },
  issuedAt: seconds,
  expiresAt: seconds,
  leaf: { ...count, description: 'Its place in the issuing log.' },
} as const
const statusRequired = ['source', 'doseId', 'version', 'renewal', 'state']

const doseProperties = Object.fromEntries(fields.map((field) => [field, field === 'dose_id' ? name : text]))

const schemas: Readonly<Record<string, Json>> = {
  SingleRequest: closed(
    {
      source: { ...name, description: 'The system that names its doses.' },
      doseId: { ...name, description: 'Which of the doses is to be certified.' },
      version: {
        type: 'integer',
        minimum: 1,
        maximum: MOST_VERSIONS,
        description: 'Default 1; a correction makes the next.',
      },
      doses: {
        type: 'array',
        minItems: 1,
        maxItems: MOST_DOSES,
        description: 'All doses of the person, each as a cleansing leaves it and a facility confirmed it.',
        items: closed(doseProperties, ['dose_id']),
      },
    },
    ['source', 'doseId', 'doses'],
  ),
  RevokeRequest: closed({ source: name, doseId: name, reason: { type: 'string', pattern: REASON.source } }),
  DoseStatus: closed(status, statusRequired),
  IssuedDose: closed(
    {
      ...status,
      certificate: { type: 'string', pattern: '^HC1:[0-9A-Z $%*+./:-]+$' },
      salt: { type: 'string', description: 'Salt of its entry in the issuing log, base64.' },
    },
    [...statusRequired, 'issuedAt', 'expiresAt', 'leaf', 'certificate', 'salt'],
  ),
  BatchStatus: closed({
    batch: { type: 'integer', minimum: 1 },
    kind: { enum: ['issue', 'renew', 'correct', 'single'] },
    state: { enum: ['planning', 'planned', 'approved', 'stopped'] },
    chunks: counts,
    doses: count,
    released: count,
    refused: count,
    stuck: counts,
  }),
  Health: closed({ status: { enum: ['up', 'down'] } }),
  Problem: closed({
    type: { const: 'about:blank' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', pattern: '^[a-z]+\\.[a-z-]+$' },
  }),
}

function content(schema: string, type = 'application/json'): Json {
  return { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } }
}

function answer(description: string, schema: string): Json {
  return { description, content: content(schema) }
}

const refusal = { description: 'Refused, with a code.', content: content('Problem', 'application/problem+json') }

function operation(
  summary: string,
  answers: { readonly [status: string]: Json },
  more: { [name: string]: Json } = {},
): Json {
  return { summary, ...more, responses: { ...answers, default: refusal } }
}

function body(schema: string): { requestBody: Json } {
  return { requestBody: { required: true, content: content(schema) } }
}

function parameters(...names: readonly string[]): { parameters: Json } {
  return { parameters: names.map((named) => ({ name: named, in: 'path', required: true, schema: name })) }
}

/** What the interface takes and gives, in OpenAPI 3.1. */
export const openApi: { readonly [name: string]: Json } = {
  openapi: '3.1.0',
  info: {
    title: 'vaxcert issuing service',
    version: '1.0.0',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  security: [{ bearer: [] }, { certificate: [] }],
  paths: {
    '/v1/certificates': {
      post: operation(
        'Certify one dose. Idempotent: the same request gives the same certificate, another content of the same dose 409.',
        { 200: answer('It was there.', 'IssuedDose'), 201: answer('It was issued.', 'IssuedDose') },
        body('SingleRequest'),
      ),
    },
    '/v1/certificates/{source}/{doseId}': {
      get: operation(
        'What became of a dose.',
        { 200: answer('Its state.', 'DoseStatus') },
        parameters('source', 'doseId'),
      ),
    },
    '/v1/revocations': {
      post: operation(
        'Revoke the certificate of a dose. Idempotent.',
        { 200: answer('Its state.', 'DoseStatus') },
        body('RevokeRequest'),
      ),
    },
    '/v1/batches/{batch}': {
      get: operation('How far a batch is.', { 200: answer('Its state.', 'BatchStatus') }, parameters('batch')),
    },
    '/metrics': { get: operation('Prometheus text.', { 200: { description: 'Text format 0.0.4.' } }) },
    '/health': {
      get: {
        summary: 'Whether the ledger answers.',
        security: [],
        responses: { 200: answer('It does.', 'Health'), 503: answer('It does not.', 'Health') },
      },
    },
    '/openapi.json': {
      get: { summary: 'This document.', security: [], responses: { 200: { description: 'OpenAPI 3.1.' } } },
    },
  },
  components: {
    schemas,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      certificate: { type: 'mutualTLS' },
    },
  },
}
