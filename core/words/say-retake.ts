import type { RetakeCause } from '../retake/causes.ts'
import type { Language } from '../settings/settings.ts'
import { wordsIn } from './words.ts'

/** What can be sent to the customer as it stands: what is wrong with the picture, and how to take a better one. */
export function sayRetake(cause: RetakeCause, language: Language): string {
  const say = wordsIn(language)
  if (cause.kind === 'picture') return say(`retake:picture.${cause.cause}`)
  return say('retake:shot', {
    problems: cause.causes.map((one) => say(`retake:problem.${one}`)).join(say('retake:and')),
    requests: cause.causes.map((one) => say(`retake:request.${one}`)).join(say('retake:next')),
  })
}
