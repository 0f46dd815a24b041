import { describe, expect, it } from 'vitest'
import {
  parseAddress,
  parseName,
  parseNationality,
  parseSeal,
  parseSex,
} from '../../../../core/license/parse/text.ts'

describe('parseName', () => {
  it.each([
    ['张三', '张三'],
    [' 张 三 ', '张三'],
    ['姓：张三', '姓张三'],
    ['阿卜杜·热合曼', '阿卜杜·热合曼'],
    ['阿卜杜•热合曼', '阿卜杜·热合曼'],
    ['阿卜杜・热合曼', '阿卜杜·热合曼'],
    ['阿卜杜．热合曼', '阿卜杜·热合曼'],
    ['阿卜杜 · 热合曼', '阿卜杜·热合曼'],
    ['·张三··', '张三'],
    ['𠮷田', '𠮷田'],
    ['〇三', '〇三'],
    ['JOHANN  MICHAEL SCHNEIDER', 'JOHANN MICHAEL SCHNEIDER'],
    ["O'BRIEN, MARY-ANN T.", "O'BRIEN, MARY-ANN T."],
    ['O’BRIEN JOHN', "O'BRIEN JOHN"],
    ['ＡＮＮＡ', 'ANNA'],
    ['张A三', '张三'],
    ['12', ''],
    ['', ''],
  ])('reads %j as %j', (text, value) => expect(parseName(text)).toBe(value))
})

describe('parseSex', () => {
  it.each([
    ['男', '男'],
    ['性别 女', '女'],
    ['男女', ''],
    ['性别', ''],
    ['', ''],
  ])('reads %j as %j', (text, value) => expect(parseSex(text)).toBe(value))
})

describe('parseNationality', () => {
  it.each([
    ['中国', '中国'],
    ['中 国', '中国'],
    ['中国 CHN', '中国'],
    ['', ''],
  ])('reads %j as %j', (text, value) => expect(parseNationality(text)).toBe(value))
})

describe('parseAddress', () => {
  it.each([
    ['广东省东莞市 和平街12号', '广东省东莞市和平街12号'],
    ['和平街１２号', '和平街12号'],
    ['和平\u200b街\ufeff12号', '和平街12号'],
    ['和平街(东)3-2号', '和平街（东）3-2号'],
    ['和平街（东）3－2号', '和平街（东）3-2号'],
    ['和平街12号A座', '和平街12号A座'],
    ['万科·城市花园3号楼', '万科·城市花园3号楼'],
    ['万科•城市花园，3号楼·', '万科·城市花园3号楼'],
    ['和平街5.5号', '和平街5.5号'],
    ['和平街３，４号.', '和平街3,4号'],
    ['和平街.12:号', '和平街12号'],
    ['', ''],
  ])('reads %j as %j', (text, value) => expect(parseAddress(text)).toBe(value))
})

describe('parseSeal', () => {
  it('joins the rows and drops marks', () => {
    expect(parseSeal('广东省东莞市公安局\n交通警察支队 ★·1')).toBe('广东省东莞市公安局交通警察支队')
  })
})
