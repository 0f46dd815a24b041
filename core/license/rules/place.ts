import type { License } from '../field.ts'
import { type Finding, finding } from '../finding.ts'
import { hasMainlandForm } from '../parse/id-number.ts'

/**
 * Provinces by the first two digits of a mainland number (GB/T 2260; 81–83 also begin the numbers of residents from there),
 * in the short form that begins every long one.
 */
const provinces: Readonly<Record<string, string>> = {
  11: '北京',
  12: '天津',
  13: '河北',
  14: '山西',
  15: '内蒙古',
  21: '辽宁',
  22: '吉林',
  23: '黑龙江',
  31: '上海',
  32: '江苏',
  33: '浙江',
  34: '安徽',
  35: '福建',
  36: '江西',
  37: '山东',
  41: '河南',
  42: '湖北',
  43: '湖南',
  44: '广东',
  45: '广西',
  46: '海南',
  50: '重庆',
  51: '四川',
  52: '贵州',
  53: '云南',
  54: '西藏',
  61: '陕西',
  62: '甘肃',
  63: '青海',
  64: '宁夏',
  65: '新疆',
  71: '台湾',
  81: '香港',
  82: '澳门',
  83: '台湾',
}

/** By their first two characters, which no two have alike. */
const byBeginning = new Map(
  Object.values(provinces).map((province) => [province.slice(0, 2), province]),
)

function provinceAt(text: string): string | undefined {
  const province = byBeginning.get(text.slice(0, 2))
  return province !== undefined && text.startsWith(province) ? province : undefined
}

/** What copies are good for, as people write it across them; no place is called so. */
const purpose = /仅限?供?|使用|办理|登记|注册|复印|有效|无效|用途/

/** The region digits name a province; seal and address often agree with it. People move: only notes. */
export function checkPlace(license: License): Finding[] {
  const region = regionOf(license)
  const home = provinceAt(license.address)
  return [
    ...checkRegion(region, home),
    ...checkOffice(license, region, home),
    ...checkOverprint(license),
  ]
}

function checkOverprint({ address }: License): Finding[] {
  const [words] = purpose.exec(address) ?? []
  return words === undefined
    ? []
    : [finding('warning', 'address', 'address-overprinted', { words })]
}

/** A foreigner's permanent residence number begins with 9, before the two digits of the province. */
const residenceMark = '9'

/** What a number begins with up to its province; a foreigner's number of another kind says nothing about one. */
function regionOf({ id_num, nationality }: License): string | undefined {
  if (!hasMainlandForm(id_num)) return undefined
  if (id_num.startsWith(residenceMark)) return id_num.slice(0, 3)
  return nationality === '' || nationality.startsWith('中国') ? id_num.slice(0, 2) : undefined
}

const provinceOf = (region: string): string | undefined => provinces[region.slice(-2)]

function checkRegion(region: string | undefined, home: string | undefined): Finding[] {
  if (region === undefined) return []
  const province = provinceOf(region)
  if (province === undefined)
    return [finding('note', 'id_num', 'id-region-unknown', { digits: region })]
  if (home === undefined || home === province) return []
  return [finding('note', 'address', 'region-address-differ', { province })]
}

/** The seal is compared with the address, or with the region digits where the address names no province. */
function checkOffice(
  license: License,
  region: string | undefined,
  home: string | undefined,
): Finding[] {
  const office = provinceAt(license.official_seal)
  if (office === undefined) return []
  if (home !== undefined)
    return home === office
      ? []
      : [finding('note', 'official_seal', 'address-seal-differ', { home, office })]
  const province = region === undefined ? undefined : provinceOf(region)
  if (province === undefined || province === office) return []
  return [finding('note', 'official_seal', 'region-seal-differ', { province, office })]
}
