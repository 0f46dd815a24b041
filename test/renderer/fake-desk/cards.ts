import type { License } from '../../../core/license/field.ts'

/** Fictitious people; the numbers have right check characters where the scene needs them. */
export const people: readonly License[] = [
  person(
    '330106199207152847',
    '林可欣',
    '女',
    '浙江省杭州市西湖区文三路259号2幢501室',
    '2014-03-18',
    'C1',
    '2020-03-18',
    '2030-03-18',
    '浙江省杭州市公安局交通警察支队',
  ),
  person(
    '411104198806123910',
    '佘明远',
    '男',
    '河南省漯河市郾城区团结路57号3单元1202',
    '2009-08-15',
    'C1',
    '2021-08-15',
    '2031-08-15',
    '河南省漯河市公安局交警支队',
  ),
  person(
    '650102199501120426',
    '阿依古丽·买买提',
    '女',
    '新疆维吾尔自治区乌鲁木齐市天山区解放南路118号阳光花园小区6号楼2单元1403室',
    '2016-05-20',
    'C2',
    '2022-05-20',
    '2032-05-20',
    '新疆维吾尔自治区乌鲁木齐市公安局交通警察支队',
  ),
  person(
    '130102197903047758',
    '韩立群',
    '男',
    '河北省石家庄市长安区建设北大街12号',
    '2001-11-02',
    'A2B1',
    '2019-11-02',
    '长期',
    '河北省石家庄市公安局交通管理局',
  ),
]

function person(
  id_num: string,
  name: string,
  sex: string,
  address: string,
  issue_date: string,
  car_class: string,
  valid_from: string,
  valid_to: string,
  official_seal: string,
): License {
  const birth_date = `${id_num.slice(6, 10)}-${id_num.slice(10, 12)}-${id_num.slice(12, 14)}`
  return {
    id_num,
    name,
    sex,
    nationality: '中国',
    address,
    birth_date,
    issue_date,
    car_class,
    valid_from,
    valid_to,
    official_seal,
  }
}

export const cardSize = { width: 1760, height: 1200 }

interface Line {
  readonly field: keyof License
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: (license: License) => string
}

/** Where each field is printed; (x, y) is the top left of its text. */
export const lines: readonly Line[] = [
  { field: 'id_num', x: 460, y: 262, size: 54, text: (one) => one.id_num },
  { field: 'name', x: 300, y: 350, size: 52, text: (one) => one.name },
  { field: 'sex', x: 900, y: 350, size: 52, text: (one) => one.sex },
  { field: 'nationality', x: 1300, y: 350, size: 52, text: (one) => one.nationality },
  { field: 'address', x: 300, y: 440, size: 46, text: (one) => one.address },
  { field: 'birth_date', x: 880, y: 590, size: 52, text: (one) => one.birth_date },
  { field: 'issue_date', x: 880, y: 690, size: 52, text: (one) => one.issue_date },
  { field: 'car_class', x: 880, y: 790, size: 52, text: (one) => one.car_class },
  { field: 'valid_from', x: 460, y: 1010, size: 50, text: (one) => one.valid_from },
  { field: 'valid_to', x: 860, y: 1010, size: 50, text: (one) => one.valid_to },
  {
    field: 'official_seal',
    x: 140,
    y: 640,
    size: 40,
    text: (one) => one.official_seal.slice(0, 8),
  },
]

export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 256 ? 0.56 : 1) * size, 0)

/** The card as a picture; `turn` lays it on its side as a phone photo would. */
export function drawCard(license: License, turn: number, photo: boolean): string {
  const { width, height } = cardSize
  const texts = lines
    .map(
      ({ x, y, size, text, field }) =>
        `<text x="${x}" y="${y + size * 0.86}" font-size="${size}" fill="${field === 'official_seal' ? '#c33' : '#15201b'}" textLength="${Math.max(1, widthOf(text(license), size))}">${text(license)}</text>`,
    )
    .join('')
  const labels = (
    [
      ['证号', 300, 312],
      ['姓名', 130, 396],
      ['性别', 740, 396],
      ['国籍', 1140, 396],
      ['住址', 130, 484],
      ['出生日期', 560, 636],
      ['初次领证日期', 500, 736],
      ['准驾车型', 560, 836],
      ['有效期限', 130, 1054],
      ['至', 790, 1054],
    ] as const
  )
    .map(([text, x, y]) => `<text x="${x}" y="${y}" font-size="40" fill="#4a5a52">${text}</text>`)
    .join('')
  const card = `<rect width="${width}" height="${height}" rx="40" fill="#eaf2e8"/><text x="880" y="120" font-size="76" text-anchor="middle" fill="#15201b">中华人民共和国机动车驾驶证</text><text x="880" y="186" font-size="40" text-anchor="middle" fill="#4a5a52">Driving License of the People's Republic of China</text>${labels}${texts}<rect x="110" y="610" width="360" height="330" fill="none" stroke="#c33" stroke-width="10"/><rect x="1330" y="600" width="320" height="430" fill="#c3d0c8"/>`
  const wide = photo ? 3000 : width
  const high = photo ? 2250 : height
  const placed = photo
    ? `<rect width="${wide}" height="${high}" fill="#7a6a58"/><g transform="translate(700 560)">${card}</g>`
    : card
  const upright = turn % 180 === 0
  const [w, h] = upright ? [wide, high] : [high, wide]
  const back = (360 - turn) % 360
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="Noto Sans CJK SC, sans-serif"><g transform="translate(${w / 2} ${h / 2}) rotate(${back}) translate(${-wide / 2} ${-high / 2})">${placed}</g></svg>`
}
