/** Every command of the pages that is not tried, with the reason: nothing else may be left out. */
export const notRun: Readonly<Record<string, string>> = {
  'npm ci': 'installs from the network; the copy uses what is installed here',
  'npm start': 'opens a window: test/e2e and test/build open it',
  'npm start -- --smoke=first.png': 'opens a window',
  'npm test': 'runs this very test',
  'npm run check': 'runs this very test',
  'npm run dev': 'opens a window and goes on until it is closed',
  'npm run pack': 'needs Electron’s binary; test/build packs with a dummy in its place',
  'npm run dist': 'needs Electron’s binary and electron-builder’s tools from the network',
  'npm run pictures': 'replaces the pictures of the pages, for minutes',
  'npm run icons': 'replaces the icons in the sources',
  'npm audit': 'asks the registry',
  'npm run bench:read': 'measures for an hour; with pictures of one’s own it is tried',
  'npm run bench:read -- --quick': 'measures for minutes',
  'npm run bench:batch': 'measures for minutes',
  'npm run bench:store': 'measures for minutes',
  'npm run bench:desk': 'measures for minutes, in a browser',
  'npm run torture -- --rounds 2000': 'kills for an hour; test/torture does it a hundred times',
  'npx vitest run -t "fault 13\\b"':
    'runs other tests of this suite; faults.test.ts sees that there are some',
  'npx vitest run --config test/e2e/vitest.config.ts -t "fault 5\\b"': 'runs the end-to-end suite',
  'npx vitest run --config test/torture/vitest.config.ts -t "fault 1\\b"': 'kills for minutes',
  'export LICENSE_DESK_APP_ID=wx… LICENSE_DESK_APP_SECRET=…': 'names an account that nobody has',
  'npm run --silent desk -- scan build/samples --engine auto --json -':
    'needs an account of WeChat; test/electron/cli/wechat.test.ts asks one that is played',
  'npm run --silent desk -- scan …': 'leaves out what to read',
}

/** Goes on until it is ended; it works when it says this. */
export const runUntil: Readonly<Record<string, RegExp>> = {
  'npm run fake:wechat': /http:\/\/127\.0\.0\.1:\d+[\s\S]*AppSecret/,
}

/** What stands for what a person fills in; these are tried last, in this order. */
export const filledIn: Readonly<Record<string, string>> = {
  'npm run draw -- KIND FIRST COUNT FOLDER': 'npm run draw -- scan 1 1 out/drawn',
  'npm run bench:read -- --pictures FOLDER --truth FILE':
    'npm run bench:read -- --pictures out/drawn --truth out/drawn/truth.json',
}
