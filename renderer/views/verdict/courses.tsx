import { useTranslation } from 'react-i18next'
import type { Course } from '../../../core/verdict/school.ts'
import { sayOpening, sayTerms } from '../../../core/words/say-verdict.ts'
import { wordsIn } from '../../../core/words/words.ts'
import { useLanguage } from '../../state/session-context.ts'
import styles from './courses.module.css'

/** The classes that can be added: those open now or at a certain day at once, the others behind a fold. */
export function Courses({ courses }: { readonly courses: readonly Course[] }) {
  const { t } = useTranslation()
  const isNear = ({ opening }: Course): boolean => opening.kind === 'now' || opening.kind === 'from'
  const near = courses.filter(isNear)
  const others = courses.filter((course) => !isNear(course))
  if (courses.length === 0) return <p className={styles['none']}>{t('coursesUnknown')}</p>
  return (
    <>
      {near.length === 0 ? (
        <p className={styles['none']}>{t('coursesNone')}</p>
      ) : (
        <List label={t('coursesOpen')} courses={near} />
      )}
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
