import { copyFile, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { samplesFolder } from '../../../fixtures/samples.ts'
import { fullDevice } from '../../files/full-device.ts'
import { newFolder } from '../../settings/folder.ts'
import { inShell, run, start } from '../command.ts'

const isPosix = process.platform !== 'win32'
const isLinux = process.platform === 'linux'

let folder = ''
const at = (name: string): string => path.join(folder, name)

beforeEach(async () => {
  folder = newFolder()
  await copyFile(path.join(samplesFolder, '扫描0007.jpg'), at('a.jpg'))
})

const forThisUserOnly = { rights: isPosix ? 0o600 : expect.any(Number), isFilled: true }

async function rightsAndSize(file: string): Promise<{ rights: number; isFilled: boolean }> {
  const { mode, size } = await stat(file)
  return { rights: mode & 0o777, isFilled: size > 200 }
}

const stack = /\.ts:\d+|\bat .*:\d+|Error:/

describe('what is written', { timeout: 60_000 }, () => {
  it('never takes the place of what is read, though its name was forgotten', async () => {
    const before = await readFile(at('a.jpg'))
    await copyFile(at('a.jpg'), at('b.jpg'))
    for (const args of [
      ['--csv', at('a.jpg'), at('b.jpg')],
      [at('a.jpg'), '--json', at('a.jpg'), '--force'],
      [at('b.jpg'), '--json', at('x'), '--csv', at('x')],
    ]) {
      const { code, output, errors } = await run('scan', ...args)
      expect({ code, output }).toEqual({ code: 2, output: '' })
      expect(errors).toMatch(
        /^[^\n]+ (?:is never replaced|are the same file)\. Choose another name\.\n$/,
      )
    }
    expect(await readFile(at('a.jpg'))).toEqual(before)
    expect((await readdir(folder)).toSorted()).toEqual(['a.jpg', 'b.jpg'])
  })

  it('has missing folders made, and is for this user only', async () => {
    const [csv, json] = [at('out/tables/licenses.csv'), at('lines/of/today.json')]
    expect((await run('scan', at('a.jpg'), '--csv', csv, '--json', json)).code).toBe(0)
    for (const file of [csv, json]) expect(await rightsAndSize(file)).toEqual(forThisUserOnly)
    // Again: both are ours by now.
    expect((await run('scan', at('a.jpg'), '--csv', csv, '--json', json)).code).toBe(0)
  })

  it.runIf(isPosix)('to standard output is not read in the same folder', async () => {
    const args = ['scan', folder, '--json', '-', '--quiet']
    expect(await inShell(`"$@" > '${at('lines.json')}'`, args)).toMatchObject({ code: 0 })
    const lines = (await readFile(at('lines.json'), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(1)
  })
})

describe.runIf(isLinux)('a name that is no UTF-8', { timeout: 60_000 }, () => {
  const named = (script: string) =>
    inShell(`name="$FOLDER"/$'\\xb1\\xed'; ${script}`, ['scan'], { FOLDER: folder })

  it('is written to byte for byte', async () => {
    const script =
      'cp "$FOLDER/a.jpg" "$name.jpg"; "$@" "$name.jpg" --csv "$name.csv" --json "$name.json"'
    for (let runs = 0; runs < 2; runs += 1) expect(await named(script)).toMatchObject({ code: 0 })
    const names = await readdir(folder, { encoding: 'latin1' })
    expect(names.toSorted()).toEqual(['a.jpg', '±í.csv', '±í.jpg', '±í.json'])
  })

  it('is an input that no output destroys', async () => {
    const script =
      'echo text > "$name.txt"; ln "$name.txt" "$FOLDER/hard"; "$@" "$name.txt" --force'
    for (const option of ['--json', '--csv']) {
      const { code, errors } = await named(
        `rm -f "$FOLDER/hard"; ${script} ${option} "$FOLDER/hard"`,
      )
      expect({ code, errors }).toMatchObject({
        code: 2,
        errors: expect.stringMatching('is to be read'),
      })
    }
    expect(await readFile(at('hard'), 'utf8')).toBe('text\n')
  })
})

describe.runIf(isLinux)('what cannot be written', { timeout: 60_000 }, () => {
  it.each([
    ['"$@" --csv "$FULL"', true],
    ['"$@" --json "$FULL"', true],
    ['"$@" --json - > "$FULL"', true],
    ['"$@" --json - | true; exit ${PIPESTATUS[0]}', false],
    ['"$@" --csv "$PIPE" | true; exit ${PIPESTATUS[0]}', false],
  ])('%s ends with 6', async (script, isFull) => {
    await symlink('/dev/stdout', at('pipe'))
    const places = { FULL: fullDevice(folder), PIPE: at('pipe') }
    const { code, errors } = await inShell(script, ['scan', at('missing.jpg')], places)
    expect({ code, errors }).toMatchObject({ code: 6, errors: expect.not.stringMatching(stack) })
    expect(errors.includes('The disk is full')).toBe(isFull)
    expect((await stat(places.FULL)).isCharacterDevice()).toBe(true)
  })

  it('is told where the disk takes half a line', async () => {
    const half = `trap '' XFSZ; ulimit -f 1; "$@"`
    const names = ['missing.jpg', 'neither.jpg', 'nor.jpg', 'too.jpg'].map(at)
    const args = ['scan', ...names, '--quiet', '--json']
    for (const [script, to, name] of [
      [`${half} > '${at('out.json')}'`, '-', 'standard output'],
      [half, at('named.json'), at('named.json')],
    ] as const) {
      const { code, errors } = await inShell(script, [...args, to])
      expect({ code, errors }).toEqual({
        code: 6,
        errors: expect.stringMatching(`^${name}: .+\n$`),
      })
    }
  })

  it.each(['--help', '--version'])('ends %s with 6 too', async (option) => {
    expect(await inShell('"$@" > /dev/full', [option])).toMatchObject({ code: 6 })
  })

  it.each(['"$@" 2> /dev/full', '"$@" 2>&1 > /dev/null | true; exit ${PIPESTATUS[0]}'])(
    'changes nothing where nobody can be told: %s',
    async (script) => {
      const args = ['scan', at('missing.jpg'), '--csv', at('out.csv'), '--engine', 'wechat-upload']
      expect(await inShell(script, args)).toMatchObject({ code: 5 })
    },
  )
})

describe('records that are kept', { timeout: 60_000 }, () => {
  const spoken = { LICENSE_DESK_PASSPHRASE: 'seven green rivers' }
  const kept = (): string[] => ['--data', at('held')]

  beforeEach(async () => {
    const names = Array.from({ length: 20 }, (_, index) => at(`missing ${index}.jpg`))
    await start(['scan', ...names, ...kept(), '--quiet'], spoken).ended
  })

  it('are listed for whoever stops reading, with a code that tells and without a stack', async () => {
    await start(['scan', at('a.jpg'), ...kept(), '--quiet'], spoken).ended
    for (const args of [['--json', '-'], []]) {
      const script = '"$@" | true; exit ${PIPESTATUS[0]}'
      expect(await inShell(script, ['list', ...kept(), ...args], spoken)).toMatchObject({
        code: 6,
        errors: '',
      })
    }
  })

  it('tell a wrong passphrase, a wrong key and none apart from wrong usage', async () => {
    const wrong = { LICENSE_DESK_PASSPHRASE: 'six green rivers' }
    expect(await start(['list', ...kept()], wrong).ended).toMatchObject({ code: 4 })
    const { code } = await run('list', ...kept(), '--key-file', at('no.key'))
    expect(code).toBe(4)
    expect(await run('list', ...kept())).toMatchObject({ code: 2 })
    expect(await start(['list', '--data', at('nowhere')], spoken).ended).toMatchObject({ code: 2 })
    await writeFile(at('held/keys.json'), 'x')
    await writeFile(at('held/keys.last-good.json'), 'x')
    expect(await start(['list', ...kept()], spoken).ended).toMatchObject({ code: 7 })
  })

  it('are neither a file nor the folder that is read, and no output goes among them', async () => {
    for (const args of [
      ['scan', folder, '--data', at('a.jpg')],
      ['scan', folder, '--data', folder],
      ['list', ...kept(), '--json', at('held/a.json')],
      ['export', ...kept(), '--csv', at('held/desk.sqlite'), '--force'],
      ['export', ...kept(), '--csv', at('a.jpg'), '--force'],
    ]) {
      const { code, errors } = await start(args, spoken).ended
      expect([args, code, errors]).toEqual([args, 2, expect.stringMatching(/^[^\n]+\n$/)])
    }
  })

  it('have the folder of a new key made', async () => {
    const args = ['--data', at('more/records'), '--key-file', at('keys/of/desk.key')]
    await run('scan', at('missing.jpg'), ...args)
    expect(await run('list', ...args)).toMatchObject({ code: 0 })
    expect(await rightsAndSize(at('keys/of/desk.key'))).toMatchObject({
      rights: forThisUserOnly.rights,
    })
  })
})

describe.runIf(isPosix)('what a hostile name holds', { timeout: 60_000 }, () => {
  const forged = 'a.jpg\n[9 of 9] forged.jpg  ✓\u202e\u009b2K\u0007\u2028'

  it('is shown and not obeyed, wherever it is printed', async () => {
    await mkdir(at('hostile'))
    await writeFile(path.join(folder, 'hostile', forged), 'no image')
    const kept = ['--data', at('held'), '--key-file', at('desk.key')]
    const runs = [
      await run('scan', at('hostile'), '--json', '-', ...kept),
      await run('scan', at('hostile')),
      await run('scan', at('a.jpg'), '--csv', at('hostile'), '--engine', forged),
      await run('scan', at('a.jpg'), '--csv', path.join(folder, 'a.jpg', forged)),
      await run('list', '--data', at(forged), '--key-file', at('desk.key')),
      await run('list', '--json', '-', ...kept),
    ]
    for (const { output, errors } of runs) {
      expect(`${output}${errors}`).not.toMatch(/\p{Cf}|\p{Zl}|(?!\n)\p{Cc}/u)
      expect(`${output}${errors}`).not.toMatch(/^\[9 of/m)
      expect(errors).not.toMatch(stack)
    }
    expect(runs[0]?.errors).toContain('a.jpg�[9 of 9] forged.jpg  ✓��2K��')
    expect(JSON.parse(runs[0]?.output ?? '')).toMatchObject({
      file: path.join(folder, 'hostile', forged),
    })
  })
})

describe.runIf(isPosix)('a working folder that is gone', { timeout: 60_000 }, () => {
  const told = {
    code: 2,
    errors: expect.stringMatching(/^The current folder no longer exists\. Go to [^\n]+\n$/),
  }

  it('is told at once', async () => {
    const gone = `mkdir '${at('gone')}'; cd '${at('gone')}'; rmdir '${at('gone')}'; "$@"`
    expect(await inShell(gone, ['scan', 'a.jpg'])).toMatchObject(told)
  })

  it('is not made again for an output, where npm says that it was there', async () => {
    const npm = { npm_lifecycle_event: 'desk', INIT_CWD: at('gone') }
    const args = ['scan', at('a.jpg'), '--csv', 'out.csv']
    expect(await start(args, npm).ended).toMatchObject(told)
    expect(await readdir(folder)).toEqual(['a.jpg'])
  })
})
