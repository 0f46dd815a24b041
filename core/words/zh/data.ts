import type { data as english } from '../en/data.ts'
import type { InChinese } from '../in-chinese.ts'

/** What the command line says of records that are kept. Where one cannot be opened, nothing was changed or wiped. */
export const data: InChinese<typeof english> = {
  key: {
    'ring-damaged': '密钥文件 {{path}} 和它的副本都读不出。请从备份恢复它；记录没有动。',
    'ring-newer': '{{path}} 是更新的版本写的。请更新程序；什么都没有改动。',
    'ring-missing': '没有 {{path}}，这个文件夹里的记录打不开。请把它找回来；什么都没有改动。',
    'key-lost': '系统里的密钥已经没有了。请用口令打开；记录没有动。',
    'passphrase-needed': '这些记录要用口令打开。请在环境变量 LICENSE_DESK_PASSPHRASE 里放口令。',
    'wrong-passphrase': '这个口令打不开这些记录。请检查后再试。',
    'key-file-missing': '找不到 {{path}}。请检查 --key-file。',
    'key-file-wrong': '{{path}} 不是这些记录的密钥。请检查 --key-file。',
    'key-file-needed': '这些记录要用密钥文件打开。请加上 --key-file 文件。',
    'system-needed': '这些记录要用系统里的密钥打开。请在窗口里打开。',
    'folder-failed': '{{folder}} 不能读写（{{code}}）。请检查这个文件夹。',
    'folder-of-another':
      '{{path}} 是另一个用户的，他能锁住或换掉里面的文件。请换一个文件夹；什么都没有改动。',
    'folder-shared':
      '别的用户也能进 {{path}}，里面还有别的文件。请换一个新的或空的文件夹，或者先让它只有您能进入；什么都没有改动。',
    'weak-passphrase': '这个口令太短或太容易猜。请换一个，至少要 10 个不常见的字符。',
    'no-way':
      '没有给出打开记录的办法。请加上 --key-file 文件，或在 LICENSE_DESK_PASSPHRASE 里放口令。',
  },
  open: {
    'in-use': '别的程序正在使用 {{folder}}。请先关掉它。',
    newer: '{{folder}} 是 {{needs}} 或更新的版本写的。请更新程序；什么都没有改动。',
    'other-history':
      '{{folder}} 里的记录不是这个程序写的样子（第 {{number}} 步）。请联系支持；什么都没有改动。',
    'other-key': '{{folder}} 里的记录是用别的密钥封存的。请换用那个密钥。',
    'disk-full': '{{folder}} 所在的磁盘满了。请腾出一些空间。',
    'store-failed': '{{folder}} 打不开（{{message}}）。请检查这个文件夹。',
  },
  found: {
    restored:
      '记录文件坏了，已移到 {{aside}}。已用备份 {{from}} 恢复，还补回了其中还能读出的 {{salvaged}} 项；备份之后的其余内容没有了。',
    lost: '记录文件坏了，已移到 {{aside}}。没有可用的备份，只补回了还能读出的 {{salvaged}} 项。',
  },
  scrubLeft: '这些备份是更新的版本写的，里面的没能删除：{{paths}}',
  problem: {
    'disk-full': '{{folder}} 所在的磁盘满了。请腾出一些空间，再执行同一条命令。',
    'store-failed': '{{folder}} 里的记录读不出或写不进去。请检查磁盘，再执行同一条命令。',
    damaged: '{{folder}} 的记录里有读不出的内容。请留好其中的备份，并联系支持。',
  },
  noBackup: {
    'disk-full': '今天的备份没有做成：{{folder}} 所在的磁盘满了。请腾出一些空间。',
    'store-failed': '今天的备份没有做成。请检查 {{folder}} 所在的磁盘。',
    damaged: '今天的备份没有做成：{{folder}} 里有读不出的记录。请联系支持。',
  },
}
