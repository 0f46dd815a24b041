const pad = (value: number): string => String(value).padStart(2, '0')

/** The day on the desk's calendar, `YYYY-MM-DD`. */
export const localDate = (instant: Date): string =>
  `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`

/** The minute on the desk's clock, `YYYY-MM-DD HH:MM`. */
export const localMinute = (instant: Date): string =>
  `${localDate(instant)} ${pad(instant.getHours())}:${pad(instant.getMinutes())}`
