import type { Said } from '../../core/words/said.ts'
import type { OpenProblem, StoreFound } from '../store/sqlite/open-stores.ts'
import type { StoreProblemKind } from '../store/store-problem.ts'
import type { KeyProblem } from '../vault/key-ways.ts'

/** Why records that are kept cannot be opened; `{name}` stands for a value. Nothing was changed or wiped. */
export const keyWords: { readonly [K in KeyProblem['kind']]: Said } = {
  'ring-damaged': {
    zh: '请从备份恢复密钥文件 {path}：它和它的副本都读不出。记录没有动',
    en: 'Restore the key ring {path} from a backup: neither it nor its copy can be read. Nothing was changed',
  },
  'ring-newer': {
    zh: '请更新程序：{path} 是更新的版本写的。什么都没有改动',
    en: 'Update the program: a newer version wrote {path}. Nothing was changed',
  },
  'ring-missing': {
    zh: '请找回 {path}：没有它，这个文件夹里的记录打不开。什么都没有改动',
    en: 'Bring back {path}: without it the records in this folder cannot be opened. Nothing was changed',
  },
  'key-lost': {
    zh: '请用口令打开：系统里的密钥已经没有了。记录没有动',
    en: 'Open it with the passphrase: the key in the system is gone. Nothing was changed',
  },
  'passphrase-needed': {
    zh: '请在环境变量 LICENSE_DESK_PASSPHRASE 里放口令：这些记录要用口令打开',
    en: 'Put the passphrase into LICENSE_DESK_PASSPHRASE: these records are opened by one',
  },
  'wrong-passphrase': {
    zh: '请检查口令：用它打不开这些记录',
    en: 'Check the passphrase: it does not open these records',
  },
  'key-file-missing': {
    zh: '请检查 --key-file：找不到 {path}',
    en: 'Check --key-file: there is no {path}',
  },
  'key-file-wrong': {
    zh: '请检查 --key-file：{path} 不是这些记录的密钥',
    en: 'Check --key-file: {path} is not the key of these records',
  },
  'key-file-needed': {
    zh: '请加上 --key-file：这些记录要用密钥文件打开',
    en: 'Add --key-file: these records are opened by a key file',
  },
  'system-needed': {
    zh: '请在窗口里打开：这些记录要用系统里的密钥打开',
    en: 'Open them in the window: these records are opened by the key in the system',
  },
  'folder-failed': {
    zh: '请检查 {folder}：不能读写（{code}）',
    en: 'Check {folder}: it cannot be read or written ({code})',
  },
  'folder-of-another': {
    zh: '请换一个文件夹：{path} 是另一个用户的，他能锁住或换掉里面的文件。什么都没有改动',
    en: 'Choose another folder: {path} belongs to another user, who could lock or replace what is in it. Nothing was changed',
  },
  'folder-shared': {
    zh: '请换一个新的或空的文件夹，或者先让 {path} 只有您能进入：现在别的用户也能进去，里面还有别的文件。什么都没有改动',
    en: 'Choose a new or empty folder, or first let nobody but you enter {path}: others may, and it holds other files too. Nothing was changed',
  },
  'weak-passphrase': {
    zh: '请换一个口令：这个太短或太容易猜，至少要 10 个不常见的字符',
    en: 'Choose another passphrase: this one is too short or too easy to guess; it takes at least 10 characters that nobody expects',
  },
  'no-way': {
    zh: '请加上 --key-file 文件，或在 LICENSE_DESK_PASSPHRASE 里放口令',
    en: 'Add --key-file FILE, or put a passphrase into LICENSE_DESK_PASSPHRASE',
  },
}

export const openWords: { readonly [K in OpenProblem['kind']]: Said } = {
  'in-use': {
    zh: '请先关掉正在使用 {folder} 的程序',
    en: 'Close the program that has {folder} open first',
  },
  newer: {
    zh: '请更新到 {needs} 或更新的版本：{folder} 是它写的。什么都没有改动',
    en: 'Update to version {needs} or newer, which wrote {folder}. Nothing was changed',
  },
  'other-history': {
    zh: '请联系支持：{folder} 里的记录不是这个程序写的样子（第 {number} 步）。什么都没有改动',
    en: 'Ask support: the records in {folder} are not as this program writes them (step {number}). Nothing was changed',
  },
  'other-key': {
    zh: '请换一个密钥：{folder} 里的记录是用别的密钥封存的',
    en: 'Use another key: the records in {folder} are sealed with a different one',
  },
  'disk-full': {
    zh: '请腾出磁盘空间：{folder} 所在的磁盘满了',
    en: 'Make room: the disk of {folder} is full',
  },
  'store-failed': {
    zh: '请检查 {folder}：打不开（{message}）',
    en: 'Check {folder}: it cannot be opened ({message})',
  },
}

export const foundWords: { readonly [K in Exclude<StoreFound['kind'], 'sound'>]: Said } = {
  restored: {
    zh: '记录文件坏了，放在 {aside}；已用备份 {from} 恢复，还补回了其中还能读出的 {salvaged} 项；备份之后的其余内容没有了',
    en: 'The records were damaged and stand in {aside}; the backup {from} took their place, with {salvaged} items that could still be read; the rest of what came after it is missing',
  },
  lost: {
    zh: '记录文件坏了，放在 {aside}；没有可用的备份，只补回了还能读出的 {salvaged} 项',
    en: 'The records were damaged and stand in {aside}; there was no sound backup, and the {salvaged} items that could still be read are all there is',
  },
}

export const scrubLeft: Said = {
  zh: '有备份是更新的版本写的，里面的没能删除：{paths}',
  en: 'Backups that a newer version wrote could not be changed: {paths}',
}

/** Why something could not be done with records that are open. */
export const problemWords: { readonly [K in StoreProblemKind]: Said } = {
  'disk-full': {
    zh: '请腾出磁盘空间，再执行同一条命令：{folder} 所在的磁盘满了',
    en: 'Make room, then give the same command again: the disk of {folder} is full',
  },
  'store-failed': {
    zh: '请检查 {folder} 所在的磁盘，再执行同一条命令：记录读不出或写不进去',
    en: 'Check the disk of {folder}, then give the same command again: its records cannot be read or written',
  },
  damaged: {
    zh: '请联系支持，并留好 {folder} 里的备份：记录里有读不出的内容',
    en: 'Ask support, and keep the backups in {folder}: some of its records cannot be read',
  },
}

/** Why the backup of the day is missing; the ones before it are still there. */
export const noBackupWords: { readonly [K in StoreProblemKind]: Said } = {
  'disk-full': {
    zh: '请腾出磁盘空间：{folder} 所在的磁盘满了，今天的备份没有做成',
    en: 'Make room: the disk of {folder} is full, and the backup of today could not be made',
  },
  'store-failed': {
    zh: '请检查 {folder} 所在的磁盘：今天的备份没有做成',
    en: 'Check the disk of {folder}: the backup of today could not be made',
  },
  damaged: {
    zh: '请联系支持：{folder} 里有读不出的记录，今天的备份没有做成',
    en: 'Ask support: some records in {folder} cannot be read, and the backup of today could not be made',
  },
}
