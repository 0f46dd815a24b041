import type { TroubleKind } from '../../core/words/failure-words.ts'
import type { Said } from '../../core/words/said.ts'

/** What a person can do on the command line, where the window has a button for it or takes what is dropped. */
export const remedies: { readonly [K in TroubleKind]?: Said } = {
  'outcome-unknown': {
    zh: '要再发一次，就不写 --data 再读这一张，可能多花一次额度',
    en: 'Scan it again without --data if you want; it may cost one more call',
  },
  cancelled: {
    zh: '要读就不写 --data 再读这一张',
    en: 'Scan it again without --data to read it',
  },
  changed: {
    zh: '请用 scan 再读一次这个文件',
    en: 'Scan the file again',
  },
}
