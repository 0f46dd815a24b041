import type { LicenseRecord } from '../../../core/license/record.ts'
import type { Light } from '../../../core/verdict/reason.ts'
import type { Verdict } from '../../../core/verdict/verdict.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { useLanguage } from '../../state/session-context.ts'
import styles from './light-mark.module.css'
import { useVerdict } from './use-verdict.ts'

export const lightTones = { green: 'good', amber: 'look', red: 'bad' } as const
export const lightIcons = {
  green: 'check',
  amber: 'alert',
  red: 'cross',
} as const satisfies Record<Light, IconName>

/** The verdict on a license of the list; nothing where none is given. */
export function LightMark({ record }: { readonly record: LicenseRecord }) {
  const verdict = useVerdict(record)
  return verdict === undefined ? null : <LightSign {...verdict} />
}

/** An icon, words and a colour that mean the same. */
export function LightSign({ kind, light }: Pick<Verdict, 'kind' | 'light'>) {
  const say = wordsIn(useLanguage())
  return (
    <span className={styles['mark']} data-tone={lightTones[light]} data-light={light}>
      <Icon name={lightIcons[light]} size={11} />
      <span>{say(`verdict:${kind}.${light}`)}</span>
    </span>
  )
}
