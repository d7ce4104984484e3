import { describe, expect, it } from 'vitest'
import { isCode, pathIn } from '../../src/sw/requests.ts'

const scope = 'https://check.example/app/'
const asked = (url: string, method = 'GET') => pathIn(scope, { url, method })

describe('What a page asks for', () => {
  it.each([
    ['https://check.example/app/', 'index.html'],
    ['https://check.example/app/?from=home', 'index.html'],
    ['https://check.example/app/assets/main-x.js#a', 'assets/main-x.js'],
    ['https://check.example/app/constructor', 'constructor'],
  ])('%s is %s', (url, path) => expect(asked(url)).toBe(path))

  it.each([
    'https://check.example/',
    'https://check.example/application',
    'https://other.example/app/',
    'blob:https://check.example/app/1',
  ])('%s is none of ours', (url) => expect(asked(url)).toBeUndefined())

  it('is not answered where it would change something', () => expect(asked(scope, 'POST')).toBeUndefined())

  it('is code where it would run, or change how the page looks', () => {
    expect(['script', 'worker', 'style'].every((destination) => isCode({ destination } as Request))).toBe(true)
    expect(['', 'image', 'document'].some((destination) => isCode({ destination } as Request))).toBe(false)
  })
})
