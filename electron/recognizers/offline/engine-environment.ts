/**
 * All that the engine process is given of this one's environment: where libraries lie, where temporary files go, and
 * where what was compiled is kept. The process that decodes images of strangers gets no secret to lose.
 */
const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'TMPDIR', 'TEMP', 'TMP', 'NODE_COMPILE_CACHE']

/** Without these a program may not even start on Windows; libuv passes them on whatever it is told. */
const onWindows = [
  'SystemRoot',
  'SystemDrive',
  'windir',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'USERNAME',
  'USERDOMAIN',
  'LOGONSERVER',
]

/** The C library of Linux keeps freed memory of so many threads to itself. */
const frugal = { MALLOC_ARENA_MAX: '2' } as const

/** The environment of the engine process. */
export function engineEnvironment(
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const names = process.platform === 'win32' ? [...passedOn, ...onWindows] : passedOn
  const passed = names.flatMap((name) => {
    const value = own[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(passed), ...frugal }
}
