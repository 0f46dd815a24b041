import { strToU8, zipSync } from 'fflate'
import type { Table } from '../../../core/export/table.ts'
import { columnLetters, escapeCell, escapeXml } from './cell-text.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers of the formats in `styles`. */
const [asText, asHeading] = [1, 2] as const

/** Number format 49 is text: what is typed into such a cell stays text as well. */
const styles =
  `<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

const contentTypes =
  `<Types xmlns="${packaged}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`

/** As files were dated when there was nothing to tell. */
const noDate = new Date(1980, 0, 1)

/**
 * A workbook of one sheet in which every cell is text, with its headings standing still.
 * @param widths of the columns, in digits
 */
export function workbookOf(
  table: Table,
  { sheetName, widths }: { readonly sheetName: string; readonly widths: readonly number[] },
): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheetOf(table, widths),
  }
  const files = Object.entries(parts).map(
    ([name, text]) => [name, strToU8(declaration + text)] as const,
  )
  return zipSync(Object.fromEntries(files), { mtime: noDate })
}

function sheetOf(table: Table, widths: readonly number[]): string {
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${asText}" customWidth="1"/>`,
  )
  const rows = table.map((row, at) => {
    const cells = row.map((cell, column) =>
      cellOf(cell, columnLetters(column) + (at + 1), at === 0),
    )
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  const last = columnLetters(Math.max(0, widths.length - 1))
  return (
    `<worksheet xmlns="${main}"><dimension ref="A1:${last}${Math.max(1, table.length)}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    // Nobody needs to be warned of digits in a cell of text, now or further down.
    `<ignoredErrors><ignoredError sqref="A1:${last}1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  )
}

const cellOf = (text: string, place: string, isHeading: boolean): string =>
  text === ''
    ? ''
    : `<c r="${place}" s="${isHeading ? asHeading : asText}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeCell(text))}</t></is></c>`
