/** Imported first: electron-store wants Electron only for folders, which every test names itself. */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'none'
