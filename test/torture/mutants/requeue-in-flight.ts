import { change } from './change.ts'

/** A start sends again what was out when the program ended. */
change({
  file: 'electron/jobs/queue.ts',
  replacements: [
    [
      "const isLost = paid.get(imageOf(job.source))?.kind === 'sent'",
      'const isLost = false; paid.remove(imageOf(job.source))',
    ],
  ],
})
