import { startAws } from './aws-server.ts'
import { kmsContract } from './contract.ts'

kmsContract('AWS KMS', startAws, { takesBack: true, spoilt: ['other-name'], origins: ['imported', 'software'] })
