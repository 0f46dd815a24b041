import type { Form } from './form.ts'

export type SecondValue = 'number' | 'file' | 'record1' | 'record2' | 'record3'

/** 副页, of both styles. */
export const secondPage: Form<SecondValue> = {
  width: 88,
  height: 60,
  title: { text: '中华人民共和国机动车驾驶证副页', box: [12.5, 3.5, 75, 7.2] },
  words: [
    { text: '姓名', box: [4.7, 16, 10, 18.6] },
    { text: '档案编号', box: [42.2, 16, 52.6, 18.6] },
    { text: '记录', box: [4.7, 24.5, 10, 27.1] },
  ],
  values: {
    number: { box: [34, 10.3, 74, 14.7], height: 3.3 },
    file: { box: [52.8, 15.6, 84, 19.6], height: 3.3 },
    record1: { box: [10.4, 23.8, 85, 28], height: 3.3 },
    record2: { box: [3.4, 30.6, 85, 35], height: 3.3 },
    record3: { box: [3.4, 37.4, 85, 41.8], height: 3.3 },
  },
}
