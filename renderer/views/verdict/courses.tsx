import { useTranslation } from 'react-i18next'
import type { Course } from '../../../core/verdict/school.ts'
import { sayOpening, sayTerms } from '../../../core/words/say-verdict.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { useLanguage } from '../../state/session-context.ts'
import styles from './courses.module.css'

/** What can be added: upgrades and days to wait for at once, what asks for age alone in a line, the rest behind a fold. */
export function Courses({ courses }: { readonly courses: readonly Course[] }) {
  const { t } = useTranslation()
  const isNear = ({ opening }: Course): boolean => opening.kind === 'now' || opening.kind === 'from'
  const isByAge = ({ opening, by }: Course): boolean => opening.kind === 'now' && by === undefined
  const near = courses.filter((course) => isNear(course) && !isByAge(course))
  const byAge = courses.filter(isByAge)
  const others = courses.filter((course) => !isNear(course))
  if (courses.length === 0) return <p className={styles['none']}>{t('coursesUnknown')}</p>
  return (
    <>
      {near.length + byAge.length === 0 && <p className={styles['none']}>{t('coursesNone')}</p>}
      {near.length > 0 && <List label={t('coursesOpen')} courses={near} />}
      {byAge.length > 0 && <ByAge courses={byAge} />}
      {others.length > 0 && (
        <details className={styles['others']}>
          <summary>
            {t('coursesLater')} · {others.length}
          </summary>
          <List label={t('coursesLater')} courses={others} />
        </details>
      )}
    </>
  )
}

function ByAge({ courses }: { readonly courses: readonly Course[] }) {
  const { t } = useTranslation()
  const say = wordsIn(useLanguage())
  const classes = courses.map(({ target }) => `${target} ${say(`verdict:class.${target}`)}`)
  return (
    <p className={styles['byAge']}>
      {t('coursesByAge', { classes: classes.join(say('verdict:and')) })}
    </p>
  )
}

function List(props: { readonly label: string; readonly courses: readonly Course[] }) {
  const language = useLanguage()
  return (
    <ul className={styles['courses']} aria-label={props.label}>
      {props.courses.map((course) => {
        const terms = sayTerms(course, language)
        return (
          <li key={course.target} data-opening={course.opening.kind}>
            <b>{course.target}</b>
            <span>
              {wordsIn(language)(`verdict:class.${course.target}`)}
              {terms !== '' && <small>{terms}</small>}
            </span>
            <em>{sayOpening(course, language)}</em>
          </li>
        )
      })}
    </ul>
  )
}
