import { startAzure } from './azure-server.ts'
import { kmsContract } from './contract.ts'

kmsContract('Azure Key Vault', startAzure, { takesBack: true, origins: ['software'] })
