import { writeWhole } from '../../../electron/files/write-whole.ts'

const [, , file = ''] = process.argv
for (let round = 0; ; round += 1) {
  writeWhole(file, JSON.stringify({ round, filling: 'x'.repeat(round % 100_000) }))
  if (round === 0) process.stdout.write('begun')
}
