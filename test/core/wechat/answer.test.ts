import { describe, expect, it } from 'vitest'
import {
  readAnswer,
  readCloudAnswer,
  readLicenseAnswer,
  tokenShape,
} from '../../../core/wechat/answer.ts'

const given = (body: string): unknown => {
  const answer = readLicenseAnswer(body)
  return answer.kind === 'given' ? answer.value : answer
}

describe('an answer about a license', () => {
  it.each([
    ['with the number 0', '{"errcode":0,"errmsg":"ok","name":"余明远"}'],
    ['with the string "0"', '{"errcode":"0","name":"余明远"}'],
    ['without a code', '{"name":"余明远"}'],
    ['with a code of null', '{"errcode":null,"name":"余明远"}'],
    ['behind a byte order mark', '\uFEFF{"errcode":0,"name":"余明远"}'],
  ])('is taken %s', (_, body) => {
    expect(given(body)).toMatchObject({ name: '余明远', id_num: '', official_seal: '' })
  })

  it('may hold null, numbers and things that are no text', () => {
    expect(given('{"errcode":0,"name":null,"birth_date":19901221,"sex":{"a":1}}')).toMatchObject({
      name: '',
      birth_date: '19901221',
      sex: '',
    })
  })

  it('may hold control characters inside a text', () => {
    expect(given('{"errcode":0,\n"address":"广东省\n东莞\tA\\"B"}')).toMatchObject({
      address: '广东省\n东莞\tA"B',
    })
  })

  it('keeps the digits of a number that is none for a computer', () => {
    expect(given('{"errcode":0,"id_num":510322199005187835}')).toMatchObject({
      id_num: '510322199005187835',
    })
    expect(given('{"errcode":0,"id_num":510322199005187835,"address":"\n"}')).toMatchObject({
      id_num: '510322199005187835',
    })
  })

  it('may lack fields and have empty ones (fault 46)', () => {
    expect(given('{"errcode":0,"name":"","sex":null}')).toMatchObject({ name: '', id_num: '' })
  })

  it('has no field that is longer than any license', () => {
    expect(given(`{"errcode":0,"name":"余明远","address":"${'长'.repeat(2000)}"}`)).toMatchObject({
      name: '余明远',
      address: '',
    })
  })

  it.each([
    ['cut off', '{"errcode":0,"name":"余明'],
    ['an empty body', ''],
    ['an object of nothing', '{}'],
    ['a list', '[{"name":"余明远"}]'],
    ['null', 'null'],
    ['a code that is no number', '{"errcode":"many"}'],
    ['a code that no number holds', '{"errcode":12345678901234567890}'],
    ['a success without a field', '{"errcode":0,"errmsg":"ok"}'],
    ['of another envelope', '{"errcode":0,"data":{"name":"余明远","id_num":"1"}}'],
    ['of another shape', '{"errcode":0,"name":{"text":"余明远"},"id_num":{"text":"1"}}'],
  ])('is unreadable when it is %s', (_, body) => {
    expect(given(body)).toEqual({ kind: 'unreadable' })
  })

  it('is no answer when it is a web page', () => {
    expect(given('\r\n<!DOCTYPE html><html>请登录</html>')).toEqual({ kind: 'page' })
  })

  it.each(['{"errcode":45009,"errmsg":"reach"}', '{"errCode":"45009","errMsg":"reach"}'])(
    'is refused by %s',
    (body) => {
      expect(given(body)).toEqual({ kind: 'refused', code: 45009, message: 'reach' })
    },
  )
})

describe('the answer of a cloud call', () => {
  it('is read from a text inside, in camel case', () => {
    const inner = { id_num: '1', birthDate: '2', issueDate: '3', carClass: '4', validFrom: '5' }
    const resp_data = JSON.stringify({ ...inner, validTo: '6', officialSeal: '7' })
    expect(readCloudAnswer(JSON.stringify({ errcode: 0, errmsg: 'ok', resp_data }))).toEqual({
      kind: 'given',
      value: {
        id_num: '1',
        name: '',
        sex: '',
        nationality: '',
        address: '',
        birth_date: '2',
        issue_date: '3',
        car_class: '4',
        valid_from: '5',
        valid_to: '6',
        official_seal: '7',
      },
    })
  })

  it('tells whether the function or the call was refused', () => {
    const resp_data = '{"errCode":101002,"errMsg":"openapi.ocr.driverLicense: rid: 1-2"}'
    expect(readCloudAnswer(JSON.stringify({ errcode: 0, resp_data }))).toMatchObject({
      kind: 'refused',
      code: 101002,
      fromFunction: true,
    })
    expect(readCloudAnswer('{"errcode":-501000}')).toEqual({
      kind: 'refused',
      code: -501000,
      message: '',
    })
  })

  it.each([
    '""',
    '"null"',
    '"{"',
    '17',
    '"{\\"errCode\\":0}"',
    '"{\\"data\\":{\\"name\\":\\"a\\"}}"',
  ])('is unreadable when its text is %s', (text) => {
    expect(readCloudAnswer(`{"errcode":0,"resp_data":${text}}`)).toMatchObject({
      kind: 'unreadable',
    })
  })
})

describe('the answer of a token call', () => {
  it('names the token and how long it lasts', () => {
    const long = 'x'.repeat(600)
    const shape = tokenShape('access_token')
    expect(readAnswer(`{"access_token":"${long}","expires_in":"345"}`, shape)).toEqual({
      kind: 'given',
      value: { token: long, expiresIn: 345 },
    })
    expect(readAnswer('{"access_token":"t"}', shape)).toMatchObject({ value: { expiresIn: 7200 } })
    expect(readAnswer('{"access_token":""}', shape)).toEqual({ kind: 'unreadable' })
  })
})
