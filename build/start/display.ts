/** Exit code of a start that no change of the sources would help: there is nothing to open a window with. */
export const cannotOpen = 3

/** Whether no window can open: Linux without a desktop. */
export const hasNoDisplay = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean =>
  platform === 'linux' &&
  (environment['DISPLAY'] ?? '') === '' &&
  (environment['WAYLAND_DISPLAY'] ?? '') === ''
