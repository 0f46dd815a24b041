import type { FieldName } from '../license/field.ts'
import type { Language } from '../settings/settings.ts'
import type { Light, Reason, ReasonKind } from '../verdict/reason.ts'
import type { Course, NotOnCard } from '../verdict/school.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { fieldWords } from './field-words.ts'
import { fill, type Said } from './said.ts'

/** The verdict in two words. */
export const lightWords: { readonly [K in Verdict['kind']]: { readonly [L in Light]: Said } } = {
  rental: {
    green: { zh: '可以租', en: 'OK to rent' },
    amber: { zh: '先核实', en: 'Check first' },
    red: { zh: '不能租', en: 'Do not rent' },
  },
  school: {
    green: { zh: '可以报', en: 'Can enroll' },
    amber: { zh: '先核实', en: 'Check first' },
    red: { zh: '暂不能报', en: 'Not now' },
  },
}

/** Why, and what to do; `{name}` stands for a value of the reason (see `fill`). */
const reasonWords: { readonly [K in ReasonKind]: Said } = {
  'do-not-rent': {
    zh: '在不租名单上（{since} 加入）：{note}',
    en: 'On the do-not-rent list since {since}: {note}',
  },
  'list-not-asked': {
    zh: '正在查不租名单…',
    en: 'Looking at the do-not-rent list…',
  },
  'not-covered': {
    zh: '准驾车型 {classes} 不能开 {vehicle}：换一辆车，或换一位驾驶人。',
    en: 'Class {classes} does not cover a {vehicle} vehicle: offer another car or ask for another driver.',
  },
  'altered-cars-only': {
    zh: 'C5 只能开残疾人专用的自动挡汽车：这辆是的话才能租。',
    en: 'Class C5 covers automatic cars altered for the disabled only: is this one?',
  },
  'lapsed-by-age': {
    zh: '还车时已满 {age} 岁，{classes} 不能再开：请看换发后的驾驶证。',
    en: 'Aged {age} at the return, and {classes} has lapsed by then: ask for the license that replaced this one.',
  },
  'too-young': {
    zh: '取车时 {age} 岁，店里要求满 {least} 岁。',
    en: 'Aged {age} at pick-up; the house asks for {least}.',
  },
  'too-old': {
    zh: '取车时 {age} 岁，店里最多到 {most} 岁。',
    en: 'Aged {age} at pick-up; the house rents up to {most}.',
  },
  'licensed-too-short': {
    zh: '领证还不满 {least} 个月，{from} 起才够。',
    en: 'Licensed for less than {least} {least:month|months}; long enough from {from}.',
  },
  'first-year': {
    zh: '实习期到 {until}：不能拖挂车，上高速要有满三年驾龄的人陪同，请告诉客户。',
    en: 'In the first year until {until}: no trailer, and motorways only beside somebody licensed for three years. Tell the customer.',
  },
  expired: {
    zh: '已于 {date} 到期：请客户先换证。',
    en: 'Expired on {date}: it has to be renewed first.',
  },
  'expires-in-rental': {
    zh: '{date} 到期，早于还车日 {giveBack}：早些还车，或先换证。',
    en: 'Expires on {date}, before the return on {giveBack}: return earlier, or renew first.',
  },
  'expires-soon-after': {
    zh: '{date} 到期，还车后不满 {months} 个月：晚还就会过期，请提醒客户换证。',
    en: 'Expires on {date}, less than {months} {months:month|months} after the return: a late return would be too late. Remind the customer to renew.',
  },
  'not-valid-yet': {
    zh: '{date} 才开始有效，晚于取车日。',
    en: 'Valid only from {date}, after the pick-up.',
  },
  foreigner: {
    zh: '国籍“{nationality}”：请一并查看护照和居留证件。',
    en: 'Nationality “{nationality}”: look at the passport and the residence permit too.',
  },
  electronic: {
    zh: '电子驾驶证：请客户当面打开“交管12123”核对，截图不算。',
    en: 'Electronic license: have the customer open 交管12123 in front of you; a screenshot proves nothing.',
  },
  copy: { zh: '这是复印件：请看原件。', en: 'This is a photocopy: ask for the original.' },
  'dates-past': {
    zh: '还车日 {giveBack} 已经过了：请改取车、还车日期。',
    en: 'The return on {giveBack} is past: set the dates anew.',
  },
  'to-look-at': {
    zh: '还没核对：{fields}。',
    en: 'Not looked at yet: {fields}.',
  },
  'not-known': {
    zh: '没有{fields}，判断不了：请对照原件补上。',
    en: 'Nothing can be said without {fields}: type it from the original.',
  },
  'does-not-agree': {
    zh: '对不上：{fields}。请看原件。',
    en: 'This does not agree: {fields}. Look at the original.',
  },
}

const between: { readonly [L in Language]: string } = { zh: '、', en: ', ' }

/** One reason in one sentence. */
export function sayReasonOfVerdict(reason: Reason, language: Language): string {
  const fields = 'fields' in reason ? sayFields(reason.fields, language) : ''
  return fill(reasonWords[reason.kind][language], { ...reason, fields })
}

const sayFields = (fields: readonly FieldName[], language: Language): string =>
  fields.map((field) => fieldWords[field][language]).join(between[language])

/** What is asked for and no card shows. */
export const notOnCardWords: { readonly [K in NotOnCard]: Said } = {
  points: { zh: '记分（有没有记满 12 分）', en: 'points (whether twelve were reached)' },
  'class-dates': { zh: '每种车型各自的取得日期', en: 'the date of each class' },
  medical: { zh: '身体条件', en: 'health' },
  suspended: {
    zh: '有没有被扣留、吊销或注销',
    en: 'whether it is suspended, revoked or cancelled',
  },
}

/** When somebody may apply for a course. */
export function sayOpening({ opening }: Course, language: Language): string {
  const zh = language === 'zh'
  switch (opening.kind) {
    case 'now':
      return zh ? '现在可以申请' : 'open now'
    case 'from':
      return zh ? `${opening.date} 起` : `from ${opening.date}`
    case 'too-old':
      return zh ? `已过申请年龄（${opening.since} 起）` : `too old since ${opening.since}`
    case 'class-missing': {
      const classes = opening.oneOf.join(zh ? ' 或 ' : ' or ')
      return zh ? `要先有 ${classes}` : `needs ${classes} first`
    }
  }
}

/** What opens a course, and what has to be proved otherwise; `''` where it is age alone. */
export function sayTerms(
  { by, cleanCycles, isHeldSinceUnknown }: Course,
  language: Language,
): string {
  if (by === undefined) return ''
  const values = { ...by, cycles: cleanCycles }
  const terms: Said = {
    zh: '{held} 满 {years} 年；连续 {cycles} 个记分周期没记满 12 分',
    en: '{held} for {years} {years:year|years}; {cycles} scoring {cycles:cycle|cycles} in a row without twelve points',
  }
  const unknown: Said = {
    zh: '；{held} 何时取得卡上没写，这里从初次领证算',
    en: '; the card does not say since when {held} is held, so this counts from the first issue',
  }
  return fill(terms[language] + (isHeldSinceUnknown ? unknown[language] : ''), values)
}
