import type { InChinese } from '../in-chinese.ts'
import type { help as english } from '../en/help.ts'

/** What --help prints. */
export const help: InChinese<typeof english> = {
  text: `用法：
  npm run --silent desk -- scan 路径… [选项]    读取驾驶证图片；没设微信账号时不离开本机
  npm run demo                                  读自带的样张，写出 out/licenses.csv

留存记录（加密；不写 --data 就什么都不留）：
  … desk -- scan 路径… --data 文件夹            读过的、没读的都记下，断电、被杀也不丢
  … desk -- resume --data 文件夹                接着读上次没读完的
  … desk -- list --data 文件夹 [--json 文件|-]
  … desk -- export --data 文件夹 --xlsx 文件    也可以写 --csv、--tsv、--preset、--encoding
  … desk -- purge --data 文件夹 --older-than 天数 [--preview]
  … desk -- renewals --data 文件夹 [--within 天数] [--csv 文件]
                                                快到期的驾驶证，可导出通知名单
  … desk -- audit verify --data 文件夹          检查审计日志是否完整

选项：
  --json 文件|-      每张驾驶证一行 JSON；- 为标准输出
  --xlsx 文件        写 Excel 工作簿，每格都是文本，写完读回核对；缺的文件夹会建好
  --csv 文件         写 CSV 表格，也读回核对
  --tsv -            把表格写到标准输出，制表符隔开
  --preset 名称      列的排法：full（全部字段，默认）、rental（租车台账）、
                     school（驾校学员）、call（到期回访，证号遮住生日）
  --encoding 编码    CSV 和 TSV 的编码：utf8（默认）、gb18030
  --vehicle C1 --pick-up 日期 --return 日期
                     每行 JSON 和表格里加上判断：这几天能不能租这种车，为什么；
                     日期写成 2026-12-01
  --force            已经有的文件不是本程序写的，也替换；要读的文件和图片总不替换
  --engine 方式      offline、auto（先离线，拿不准再问微信；设了微信账号时默认）、
                     wechat-upload、wechat-address（路径写 https 网址）、wechat-cloud
  --base-url 网址    微信接口的地址，https；本机可用 http
  --pages 页码       PDF、TIFF 只读这些页，例如 3,101-200；不写就读前 100 页
  --split-pages      正页和副页分在两张图（或两页）里时，各算一行；不写就把确定是同一本的合成一行
  --concurrency N    同时发给微信几张，默认 2
  --data 文件夹      记录放在这里；用下面两种办法之一打开
  --key-file 文件    密钥文件；文件夹是新的就自动生成，请另外保管
                     或者在环境变量 LICENSE_DESK_PASSPHRASE 里放口令
  --within 天数      renewals：从今天起几天内到期，默认 90
  --keep-days 天数   更早读的记录自动删除，记在文件夹里，以后每次都照做；不写就一直留着，0 取消
  --older-than 天数  purge 删除这么多天以前读的；0 是全部
  --preview          purge 只说会删多少，不删
  --when-spent 做法  今天的次数用完时：fail（默认，其余算没读成）、wait（等到明天）、
                     offline（其余离线读）
  --lang zh|en       语言；不写则按 LC_ALL、LANG，都没有则按系统
  --quiet            只报错误
  --help, -h         这段说明
  --version          程序的版本

环境变量：
  LICENSE_DESK_PASSPHRASE          打开 --data 的口令
  LICENSE_DESK_APP_ID、LICENSE_DESK_APP_SECRET   微信账号
  LICENSE_DESK_TOKEN_MODE          令牌从哪里来：stable、classic、platform、service
  LICENSE_DESK_COMPONENT_APP_ID、LICENSE_DESK_COMPONENT_APP_SECRET、LICENSE_DESK_COMPONENT_TICKET、
  LICENSE_DESK_AUTHORIZER_APP_ID、LICENSE_DESK_AUTHORIZER_REFRESH_TOKEN   第三方平台
  LICENSE_DESK_TOKEN_URL、LICENSE_DESK_TOKEN_HEADER、LICENSE_DESK_TOKEN_KEY、LICENSE_DESK_TOKEN_PATH、
  LICENSE_DESK_TOKEN_EXPIRY_PATH、LICENSE_DESK_TOKEN_REFUSED_HEADER       令牌服务
  LICENSE_DESK_CLOUD_ENV、LICENSE_DESK_CLOUD_FUNCTION                     云开发

退出码：
  0    全部读出，要做的都做成了
  1    有读不出的，或审计日志对不上
  2    用法不对，什么都没有读
  3    存记录的文件夹正被别的程序使用
  4    口令或密钥文件不对，或者没有给
  5    微信还没有设置好
  6    文件或标准输出没有写成
  7    记录打不开、读不出或写不进去
  130  被中断
`,
}
