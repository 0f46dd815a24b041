import styles from './key-cap.module.css'

/** Keys to press together. */
export function KeyCap({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles['chord']}>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
