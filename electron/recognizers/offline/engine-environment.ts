/**
 * All that the engine process is given of this one's environment: where libraries lie, where temporary files go, and
 * where what was compiled is kept. The process that decodes images of strangers gets no secret to lose.
 */
const passedOn = [
  'PATH',
  'LD_LIBRARY_PATH',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'NODE_COMPILE_CACHE',
]

/** The environment of the engine process. */
export function engineEnvironment(
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const passed = passedOn.flatMap((name) => {
    const value = own[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(passed)
}
