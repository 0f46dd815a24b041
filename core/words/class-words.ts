import type { CarClass } from '../license/parse/car-class.ts'
import type { Said } from './said.ts'

/** What each class drives, in few words. */
export const classWords: { readonly [C in CarClass]: Said } = {
  A1: { zh: '大型客车', en: 'large bus' },
  A2: { zh: '重型牵引挂车', en: 'heavy articulated truck' },
  A3: { zh: '城市公交车', en: 'city bus' },
  B1: { zh: '中型客车', en: 'medium bus' },
  B2: { zh: '大型货车', en: 'large truck' },
  C1: { zh: '小型汽车（手动挡）', en: 'car, manual' },
  C2: { zh: '小型汽车（自动挡）', en: 'car, automatic' },
  C3: { zh: '低速载货汽车', en: 'low-speed truck' },
  C4: { zh: '三轮汽车', en: 'three-wheeled truck' },
  C5: { zh: '残疾人专用自动挡汽车', en: 'automatic car for the disabled' },
  C6: { zh: '轻型牵引挂车', en: 'car with a light trailer' },
  D: { zh: '三轮摩托车', en: 'three-wheeled motorcycle' },
  E: { zh: '二轮摩托车', en: 'motorcycle' },
  F: { zh: '轻便摩托车', en: 'moped' },
  M: { zh: '轮式专用机械车', en: 'wheeled special machine' },
  N: { zh: '无轨电车', en: 'trolleybus' },
  P: { zh: '有轨电车', en: 'tram' },
}
