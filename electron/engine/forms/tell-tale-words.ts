import type { pictureFaults } from '../../../core/license/failure.ts'

/** What a picture without a title that is known may show. */
export type OtherPaper = Extract<
  (typeof pictureFaults)[number],
  'second-page' | 'vehicle-license' | 'identity-card' | 'other-document'
>

/** Words that stand on one kind of paper alone; the kind of which most are found is meant. */
export const tellTaleWords: Readonly<Record<OtherPaper, readonly string[]>> = {
  'second-page': ['档案编号', '驾驶证副页'],
  'vehicle-license': [
    '行驶证',
    '号牌号码',
    '车辆类型',
    '使用性质',
    '品牌型号',
    '车辆识别代号',
    '发动机号码',
    '核定载人数',
    '整备质量',
  ],
  'identity-card': ['公民身份号码', '居民身份证', '签发机关', '民族'],
  'other-document': [
    '合同',
    '协议',
    '申请',
    '证明',
    '登记表',
    '收据',
    '发票',
    '交管',
    '甲方',
    '乙方',
    '出租',
    '承租',
    '学习驾驶',
    '体检',
    '委托',
    '准驾车型代号规定',
    '营业执照',
    '合计',
    '惠顾',
    '单号',
    '信用代码',
    '驾驶证信息',
    '清分日期',
    '审验',
    '累积记分',
    '发证机关',
    '有效期止',
    '收款',
    '实付',
    '金额',
    '找零',
    '押金',
    '学员',
    '报名',
    '保险单',
    '护照',
    '户口',
  ],
}

/** Words around a license that is shown on a screen. */
export const electronicWords = [
  '电子驾驶证',
  '累积记分',
  '生成时间',
  '生成日期',
  '当前时间',
  '交管12123',
  '换照片',
  '准驾车型代号规定',
] as const
