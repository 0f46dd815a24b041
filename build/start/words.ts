/** What the start script says, in both languages at once: the settings are not read yet. */
export const startWords = {
  building: '正在构建… · Building…',
  buildFailed: '构建失败。 · The build failed.',
  fetching: '正在获取 Electron（最多等 90 秒）… · Fetching Electron (90 seconds at most)…',
  standIn: (browser: string): string =>
    `这里没有 Electron 程序，改用浏览器窗口打开同一个程序：${browser}\n` +
    `Electron's binary is not here; the same program opens in a browser window: ${browser}`,
  noKeyStore:
    '这个窗口没有系统钥匙库：微信密钥只保留到程序关闭，除非您选择仍然保存；记录的密钥只靠文件夹权限保护，能读到您文件的人也能解开。\n' +
    'This window has no key store of the system: WeChat secrets are kept until the program ends, unless you choose to keep them all the same; the key of the records is protected by the folder’s permissions alone, and whoever reads your files can open it.',
  'folder-of-another': (folder: string): string =>
    `请换一个文件夹：${folder} 是另一个用户的。\nChoose another folder: ${folder} belongs to another user.`,
  'folder-shared': (folder: string): string =>
    `请换一个新的或空的文件夹，或者先让 ${folder} 只有您能进入：现在别的用户也能进去，里面还有别的文件。\n` +
    `Choose a new or empty folder, or first let nobody but you enter ${folder}: others may, and it holds other files too.`,
  noBrowser:
    '这里既没有 Electron，也没有 Chromium、Chrome 或 Edge。请安装其中一个（Debian/Ubuntu：apt-get install chromium fonts-noto-cjk），再运行一次。\n' +
    'There is neither Electron nor Chromium, Chrome or Edge here. Install one (Debian/Ubuntu: apt-get install chromium fonts-noto-cjk) and run this again.',
  noDisplay: (command: string): string =>
    `这里没有图形界面（没有 DISPLAY 或 WAYLAND_DISPLAY）。请在桌面环境中运行 ${command}，或安装 xvfb 后运行 xvfb-run ${command}；只用命令行可运行 npm run demo。\n` +
    `There is no display here (neither DISPLAY nor WAYLAND_DISPLAY). Run ${command} on a desktop, or install xvfb and run xvfb-run ${command}; npm run demo needs no window.`,
  smokeFailed: '窗口没有显示出来。 · The window did not show.',
} as const
