import type { Page } from 'playwright-core'

/**
 * Pastes where the keyboard is what another program has put on the clipboard.
 * @returns whether the place itself may take it
 */
export const pasteInto = (
  page: Page,
  copied: { readonly text?: string; readonly picture?: boolean },
): Promise<boolean> =>
  page.evaluate(({ text, picture }) => {
    const clipboardData = new DataTransfer()
    if (text !== undefined) clipboardData.setData('text/plain', text)
    if (picture === true)
      clipboardData.items.add(new File(['picture'], 'image.png', { type: 'image/png' }))
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    return (document.activeElement ?? document.body).dispatchEvent(event)
  }, copied)
