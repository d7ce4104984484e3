/** An invented rule as the EU gateway would give it out. */
export function sampleRule(other: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    Identifier: 'GR-VN-0001',
    Type: 'Acceptance',
    Country: 'VN',
    Version: '1.0.0',
    SchemaVersion: '1.0.0',
    Engine: 'CERTLOGIC',
    EngineVersion: '1.0.0',
    CertificateType: 'General',
    Description: [{ lang: 'en', desc: 'A sample that always holds, whoever is asked.' }],
    ValidFrom: '2021-01-01T00:00:00Z',
    ValidTo: '2030-01-01T00:00:00Z',
    AffectedFields: [],
    Logic: { '===': [1, 1] },
    ...other,
  }
}
