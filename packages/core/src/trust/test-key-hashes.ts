// Made by apps/cli/generate/test-keys.ts.

/** First 8 bytes of the SHA-256 of each key that everybody has, as SPKI; in ascending order, base64. */
export const TEST_KEY_HASHES: string =
  'E9fnxVqqI3MXVmUbrsF0xhgM4+Vtcn/hGK5kU4g1wL8dBxvYoZtEgx3IWE+kVpT6HmRDJb7aPWEe8xazFah/TiU0PHTgdwiNJlFp' +
  'DRpz1+otNggOsKcYdC3+mC/Mi3oZLxqiK5SQc5s3E6dI1NpwPTqERGt7W5MnO6bVqmltdmVCvSWhnHL3mEUXDay2owi/RhpM97o9' +
  'jAZMKUolDjhQtky71YVqz9MdUj1+bwI76RxS77e6oaj4DlhThaBqkhERWf84P3FIGbBfFa+KGF3PG2I96OUFwXpXZPHZWiqhZVlo' +
  '/0OeujtbHWrgzMDb2g0ybRcVS/+TASpxqNGd0xgVX3NBhsA5YrGEdzvGQLj4max4QqcYAsfUdXpvFu4PVgIZfwvwvoToUh6BoKbn' +
  'rU+SuYJn5xuoJA3mhOB5RJgH0VqGc1Naa+VfWIi1FdaFsSfJiV2J3TaF+t2LLrTbAzLHGI03sKG5lCnUjiNNYKAEuYuOjOS61Ddk' +
  'SpElZDgpMvjQkXkhpDhlJWqSgG2VCXguYJL2zmewsBdHmLJYqgcQQF+YuEtnY5O0T5/xc49+W3wwoDDNZ+2SPMKgdx9DYT+QnKKM' +
  'qgCwVTVQsMWl1jYS4XayA8hkIGpuibSqSLF37sFZtau2qMXNYhq2iqZnoZbEI79eX2AhLtf+xPfYCAlDmATI1el0uIJxt8jl8Q7w' +
  '0yMjywDFM8O6jdfNKWlRWsAIq87NNBPN2njg0qTJz2cJbnDTUkYjoMq96tYkaCFnLqgx11Ra84BkPDzZgzJia5uOutmmkOT2pQXz' +
  '3CqX+Xtcm8vh2HTVp3c6AuQ93baUsqxf6T34fY2TEkHpq9UqTWQ5dOm6mlt7I8TQ87/tWR0q0371u69t6W5SbPd5QCB7F87H+t1V' +
  '036tkNb8HoC6C2I3fA=='
