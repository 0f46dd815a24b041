import type { z } from 'zod'

/** What was kept by an older, newer or other program: fields that are not understood fall back to their default, one by one. */
export function soundFields<Value extends object>(
  schema: z.ZodType<Value>,
  defaults: Value,
  kept: unknown,
): Value {
  const whole = schema.safeParse({ ...defaults, ...recordOf(kept) })
  if (whole.success) return whole.data
  const wrong = new Set(whole.error.issues.map(({ path }) => path[0]))
  const sound = Object.entries(recordOf(kept)).filter(([field]) => !wrong.has(field))
  return schema.parse({ ...defaults, ...Object.fromEntries(sound) })
}

const recordOf = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {}
