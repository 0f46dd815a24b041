import { ok } from '../../core/result.ts'
import type { Retention } from '../records/retention.ts'
import type { Answers } from './serve.ts'

export const retentionAnswers = (
  retention: Retention,
): Pick<Answers, 'retention:preview' | 'retention:purge'> => ({
  'retention:preview': async ({ days }) => ok(retention.preview(days)),
  'retention:purge': async ({ days }) => ok(await retention.purge(days)),
})
