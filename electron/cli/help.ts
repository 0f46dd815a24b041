import type { Said } from '../../core/words/said.ts'

export const helpText: Said = {
  zh: `用法：
  npm run --silent desk -- scan 路径… [选项]    离线读取驾驶证图片，图片不离开本机
  npm run demo                                  读自带的样张，写出 out/licenses.csv

选项：
  --json 文件|-      每张驾驶证一行 JSON；- 为标准输出
  --csv 文件         写表格，写完读回核对
  --engine 方式      offline（默认）、auto（先离线，拿不准再问微信）、
                     wechat-upload、wechat-address（路径写 https 网址）、wechat-cloud
  --base-url 网址    微信接口的地址，https；本机可用 http
  --concurrency N    同时发给微信几张，默认 2
  --when-spent 做法  今天的次数用完时：fail（默认，其余算没读成）、wait（等到明天）、
                     offline（其余离线读）
  --lang zh|en       语言；不写则按 LC_ALL、LANG
  --quiet            只报错误
  --help, --version

退出码：0 全部读出，1 有读不出的，2 用法不对，130 被中断
`,
  en: `Usage:
  npm run --silent desk -- scan PATH... [options]   reads driving licenses from images, offline:
                                                    no image leaves this computer
  npm run demo                                      reads the bundled samples, writes out/licenses.csv

Options:
  --json FILE|-      one line of JSON per license; - is standard output
  --csv FILE         writes a spreadsheet, read back and compared
  --engine WAY       offline (the default), auto (offline first, WeChat where in doubt),
                     wechat-upload, wechat-address (paths are https addresses), wechat-cloud
  --base-url URL     WeChat's address: https, or http on this machine
  --concurrency N    how many images are sent to WeChat at once, 2 by default
  --when-spent WHAT  when today's calls are used up: fail (the default: the rest is not read),
                     wait (for tomorrow), offline (the rest is read offline)
  --lang zh|en       language; without it that of LC_ALL or LANG
  --quiet            errors only
  --help, --version

Exit codes: 0 all read, 1 some failed, 2 wrong usage, 130 interrupted
`,
}
