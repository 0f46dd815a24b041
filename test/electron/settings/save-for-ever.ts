import { openKeptFile } from '../../../electron/settings/kept-file.ts'

const [, , folder = ''] = process.argv
const { keeper } = openKeptFile('settings', folder, () => new Date())
for (let round = 0; ; round += 1) {
  keeper.save({ round, filling: 'x'.repeat(round % 10_000) })
  if (round === 0) process.stdout.write('begun')
}
