import type { DocumentClaims, HealthDocument } from '@vaxcert/core/dcc'
import type { JSX } from 'preact'
import { useSpeech } from '../app/context.ts'
import { Line } from './facts.tsx'
import { Untrusted } from './untrusted.tsx'

/** Health documents of another kind, field by field, for a person to judge. */
export function Documents({ claims }: { readonly claims: DocumentClaims }): JSX.Element {
  const { say } = useSpeech()
  return (
    <section class="card" aria-labelledby="documents">
      <h2 id="documents">{say('result.documents')}</h2>
      {claims.documents.map((document) => (
        <Document key={document.subClaim} document={document} />
      ))}
    </section>
  )
}

function Document({ document: { name, subClaim, fields, complete } }: { document: HealthDocument }): JSX.Element {
  const { say } = useSpeech()
  return (
    <>
      <h3>
        {name} ({subClaim})
      </h3>
      <dl class="facts">
        {fields.map(({ path, label, value }) => (
          <Line key={path} label={label ?? <Untrusted text={path} />}>
            <Untrusted text={value} />
          </Line>
        ))}
      </dl>
      {!complete && <p class="small">{say('result.incomplete')}</p>}
    </>
  )
}
