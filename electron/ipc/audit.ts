import { ok } from '../../core/result.ts'
import type { AuditLog } from '../store/stores.ts'
import type { Answers } from './serve.ts'

export const auditAnswers = (
  audit: Pick<AuditLog, 'newest' | 'verify'>,
): Pick<Answers, 'audit:newest' | 'audit:verify'> => ({
  'audit:newest': async ({ limit }) => ok([...audit.newest(limit)]),
  'audit:verify': async () => ok(audit.verify()),
})
