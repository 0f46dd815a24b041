import type { Page } from 'playwright-core'
import type { DialogAnswer, DialogAsk } from '../calls.ts'
import { askOnPage } from './page-dialog.ts'
import { askSystem } from './system-dialog.ts'

/** Puts a dialog of the program before the person: the system's own where there is one, else a form on the page. */
export async function askPerson(ask: DialogAsk, page: Page | undefined): Promise<DialogAnswer> {
  if (ask.kind === 'message') return page === undefined ? {} : askMessage(ask, page)
  const paths = await askSystem(ask)
  if (paths !== undefined) return { paths }
  return page === undefined ? {} : askPath(ask, page)
}

async function askMessage(
  { options }: Extract<DialogAsk, { kind: 'message' }>,
  page: Page,
): Promise<DialogAnswer> {
  const { button } = await askOnPage(page, {
    message: options.message,
    detail: options.detail ?? '',
    buttons: options.buttons ?? ['OK'],
    cancel: options.cancelId ?? 0,
  })
  return { button }
}

async function askPath(
  { options }: Exclude<DialogAsk, { kind: 'message' }>,
  page: Page,
): Promise<DialogAnswer> {
  const { button, text } = await askOnPage(page, {
    message: options.title ?? '',
    detail: '这里没有系统对话框，请输入路径。\nThere is no system dialog here: type the path.',
    buttons: ['取消 · Cancel', '好 · OK'],
    cancel: 0,
    text: options.defaultPath ?? '',
  })
  const path = text.trim().replaceAll(/^["']|["']$/g, '')
  return { paths: button === 1 && path !== '' ? [path] : [] }
}
