import { audit } from './en/audit.ts'
import { card } from './en/card.ts'
import { command } from './en/command.ts'
import { data } from './en/data.ts'
import { failure } from './en/failure.ts'
import { finding } from './en/finding.ts'
import { help } from './en/help.ts'
import { output } from './en/output.ts'
import { reason } from './en/reason.ts'
import { retake } from './en/retake.ts'
import { customers } from './en/screen/customers.ts'
import { desk } from './en/screen/desk.ts'
import { exporting } from './en/screen/exporting.ts'
import { intake } from './en/screen/intake.ts'
import { judging } from './en/screen/judging.ts'
import { keeping } from './en/screen/keeping.ts'
import { manners } from './en/screen/manners.ts'
import { reading } from './en/screen/reading.ts'
import { review } from './en/screen/review.ts'
import { table } from './en/table.ts'
import { verdict } from './en/verdict.ts'
import { wechat } from './en/wechat.ts'
import { window } from './en/window.ts'

/** Everything that is said in English, by area; `_one` is the singular of `_other`. */
export const en = {
  /** The page in the window. */
  screen: {
    ...desk,
    ...reading,
    ...keeping,
    ...exporting,
    ...judging,
    ...intake,
    ...review,
    ...manners,
    ...customers,
  },
  /** What the program says outside its page. */
  window,
  card,
  reason,
  retake,
  finding,
  verdict,
  failure: { ...failure, ...wechat },
  table,
  audit,
  command,
  help,
  output,
  data,
} as const
