import { ok } from '../../core/result.ts'
import type { Desk } from '../desk/desk.ts'
import type { Answers } from './serve.ts'

export const deskAnswers = (desk: Desk): Pick<Answers, 'desk:snapshot'> => ({
  'desk:snapshot': async () => ok(desk.snapshot()),
})
