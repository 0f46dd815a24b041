import type { Finding, Rule } from '../license/finding.ts'
import type { Language } from '../settings/settings.ts'
import { fill, type Said } from './said.ts'

/** Every rule's sentence; `{name}` stands for a value of the finding (see `fill`). */
export const findingWords: { readonly [R in Rule]: Said } = {
  'id-length': {
    zh: '应为 18 位，这里是 {length} 位。',
    en: 'It should have 18 characters; this has {length}.',
  },
  'id-form': {
    zh: '应为 17 位数字加一位数字或 X。',
    en: 'It should be 17 digits and one digit or X.',
  },
  'id-checksum': {
    zh: '校验不符：按前 17 位，末位应为 {expected}。',
    en: 'The check digit does not fit: after these 17 digits it is {expected}.',
  },
  'id-birth-date': {
    zh: '第 7–14 位“{digits}”不是一个日期。',
    en: 'Digits 7 to 14, “{digits}”, are no date.',
  },
  'id-birth-mismatch': {
    zh: '证号里的生日是 {born}，与出生日期不一致。',
    en: 'The ID number says born {born}; the date of birth differs.',
  },
  'id-sex-mismatch': {
    zh: '按证号，性别应为“{expected}”。',
    en: 'By the ID number the sex should be {expected}.',
  },
  'id-region-unknown': {
    zh: '开头“{digits}”不是已知的省份。',
    en: 'It begins with “{digits}”, which is no known province.',
  },
  'not-a-date': {
    zh: '不是有效日期，请写成 2020-01-31 这样。',
    en: 'This is no date; write it like 2020-01-31.',
  },
  'birth-after-issue': {
    zh: '出生日期不早于初次领证日期。',
    en: 'The date of birth is not before the first issue.',
  },
  'issue-in-future': { zh: '初次领证日期在今天之后。', en: 'The first issue lies in the future.' },
  'issue-before-age': {
    zh: '领证时只有 {age} 岁，请核对。',
    en: 'Aged only {age} at first issue; compare.',
  },
  'valid-from-before-issue': {
    zh: '有效起始日期早于初次领证日期 {issue}。',
    en: 'The valid period begins before the first issue, {issue}.',
  },
  'valid-from-in-future': {
    zh: '在今天之后才生效，请核对。',
    en: 'It only begins after today; compare.',
  },
  'valid-from-not-anniversary': {
    zh: '月日通常与初次领证日期 {issue} 相同，请核对。',
    en: 'Month and day are usually those of the first issue, {issue}; compare.',
  },
  'valid-term-unusual': {
    zh: '有效期通常是 6 年、10 年或长期，请核对。',
    en: 'A term is usually 6 years, 10 years or without expiry; compare.',
  },
  'valid-to-before-from': {
    zh: '有效期止不晚于有效起始日期。',
    en: 'The valid period ends before it begins.',
  },
  expired: { zh: '已于 {date} 到期。', en: 'It expired on {date}.' },
  'expires-in-rental': {
    zh: '{date} 到期，早于还车日 {returnDate}。',
    en: 'It expires on {date}, before the return on {returnDate}.',
  },
  'expires-soon': {
    zh: '还有 {days} 天到期，可以换证了。',
    en: 'It expires in {days} {days:day|days}; it can be renewed.',
  },
  'first-year': { zh: '实习期，到 {until} 满一年。', en: 'In the first year, until {until}.' },
  'unknown-class': {
    zh: '不是已知的准驾车型，请对照原图。',
    en: 'This is no known class; compare with the picture.',
  },
  'class-lapsed-by-age': {
    zh: '已满 {age} 岁，{classes} 可能已经降级。',
    en: 'Aged {age}: {classes} may have lapsed.',
  },
  'name-mixed': {
    zh: '姓名里有不像姓名的字，请对照原图。',
    en: 'Some of this is unusual in a name; compare with the picture.',
  },
  'name-short': {
    zh: '只有一个字，请对照原图。',
    en: 'This is one character only; compare with the picture.',
  },
  'sex-unknown': { zh: '应为“男”或“女”。', en: 'It should be 男 or 女.' },
  'region-address-differ': {
    zh: '证号属{province}，与住址不同省；搬过家也会这样。',
    en: 'The ID number is of {province}, another province than the address; people move.',
  },
  'region-seal-differ': {
    zh: '证号属{province}，发证在{office}。',
    en: 'The ID number is of {province}, the issuing office in {office}.',
  },
  'address-seal-differ': {
    zh: '住址在{home}，发证在{office}。',
    en: 'The address is in {home}, the issuing office in {office}.',
  },
  'read-before': { zh: '上次读到的是“{before}”。', en: 'Last time it read “{before}”.' },
}

/** One finding in one sentence. */
export const sayFinding = (finding: Finding, language: Language): string =>
  fill(findingWords[finding.rule][language], finding.values)
