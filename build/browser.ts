import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/**
 * The Chromium, Chrome or Edge that is installed here.
 * @returns the path of its program; `LICENSE_DESK_BROWSER` names another one first
 */
export function findBrowser(): string | undefined {
  return candidates().find(isProgram)
}

function candidates(): string[] {
  const chosen = process.env['LICENSE_DESK_BROWSER']
  return [...(chosen === undefined ? [] : [chosen]), ...installed()]
}

function installed(): string[] {
  switch (process.platform) {
    case 'win32':
      return [
        process.env['PROGRAMFILES'],
        process.env['PROGRAMFILES(X86)'],
        process.env['LOCALAPPDATA'],
      ]
        .filter((root) => root !== undefined)
        .flatMap((root) => [
          path.join(root, 'Google/Chrome/Application/chrome.exe'),
          path.join(root, 'Microsoft/Edge/Application/msedge.exe'),
          path.join(root, 'Chromium/Application/chrome.exe'),
        ])
    case 'darwin':
      return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      )
    default:
      return (process.env['PATH'] ?? '')
        .split(path.delimiter)
        .flatMap((folder) => linuxNames.map((name) => path.join(folder, name)))
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
