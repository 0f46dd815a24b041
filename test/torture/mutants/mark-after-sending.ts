import { change } from './change.ts'

/** That an image was sent is written down when its answer is there. */
change({
  file: 'electron/recognizers/wechat/once-per-image.ts',
  replacements: [
    ["      paid.put(image, { kind: 'sent' })\n", ''],
    [
      'if (hasLeft) unlessFaulty',
      "if (hasLeft) paid.put(image, { kind: 'sent' })\n    if (hasLeft) unlessFaulty",
    ],
  ],
})
