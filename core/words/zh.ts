import type { en } from './en.ts'
import type { InChinese } from './in-chinese.ts'
import { audit } from './zh/audit.ts'
import { card } from './zh/card.ts'
import { command } from './zh/command.ts'
import { data } from './zh/data.ts'
import { failure } from './zh/failure.ts'
import { finding } from './zh/finding.ts'
import { help } from './zh/help.ts'
import { output } from './zh/output.ts'
import { reason } from './zh/reason.ts'
import { retake } from './zh/retake.ts'
import { customers } from './zh/screen/customers.ts'
import { desk } from './zh/screen/desk.ts'
import { exporting } from './zh/screen/exporting.ts'
import { intake } from './zh/screen/intake.ts'
import { judging } from './zh/screen/judging.ts'
import { keeping } from './zh/screen/keeping.ts'
import { manners } from './zh/screen/manners.ts'
import { reading } from './zh/screen/reading.ts'
import { review } from './zh/screen/review.ts'
import { table } from './zh/table.ts'
import { verdict } from './zh/verdict.ts'
import { wechat } from './zh/wechat.ts'
import { window } from './zh/window.ts'

/** Everything that is said in Chinese, by area. */
export const zh: InChinese<typeof en> = {
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
}
