import type { Page } from 'playwright-core'

export interface PageQuestion {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  /** Number of the button that Escape stands for. */
  readonly cancel: number
  /** With a text, a line to write in. */
  readonly text?: string
}

export interface PageReply {
  readonly button: number
  readonly text: string
}

/** Shows a question over the page and waits for its answer; a page that goes away says `cancel`. */
export async function askOnPage(page: Page, question: PageQuestion): Promise<PageReply> {
  try {
    return await page.evaluate(showDialog, question)
  } catch {
    return { button: question.cancel, text: '' }
  }
}

/** Runs in the page: uses nothing from outside itself, and sets styles one by one, as the page's policy demands. */
function showDialog({ message, detail, buttons, cancel, text }: PageQuestion): Promise<PageReply> {
  const make = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    content: string,
    style: Partial<CSSStyleDeclaration>,
  ): HTMLElementTagNameMap[Name] => {
    const element = document.createElement(name)
    element.textContent = content
    Object.assign(element.style, style)
    return element
  }
  const dialog = make('dialog', '', {
    border: '1px solid #87938c',
    borderRadius: '12px',
    padding: '20px',
    width: '460px',
    font: 'inherit',
  })
  dialog.setAttribute('aria-label', message)
  const field = make('input', '', {
    width: '100%',
    padding: '6px',
    margin: '8px 0',
    font: 'inherit',
  })
  const row = make('div', '', { display: 'flex', justifyContent: 'flex-end', gap: '8px' })
  dialog.append(
    make('strong', message, { display: 'block', marginBottom: '8px' }),
    make('p', detail, { whiteSpace: 'pre-line', margin: '0 0 12px', overflowWrap: 'anywhere' }),
  )
  if (text !== undefined) {
    field.value = text
    dialog.append(field)
  }
  dialog.append(row)
  return new Promise((resolve) => {
    const leave = (button: number): void => {
      dialog.remove()
      resolve({ button, text: field.value })
    }
    for (const [index, label] of buttons.entries()) {
      const button = make('button', label, { padding: '6px 14px', font: 'inherit' })
      button.addEventListener('click', () => leave(index))
      row.append(button)
    }
    dialog.addEventListener('cancel', () => leave(cancel))
    // The page's own keys must not act on what is typed here.
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation()
      if (event.key === 'Enter' && event.target === field) leave(buttons.length - 1)
    })
    document.body.append(dialog)
    dialog.showModal()
    if (text !== undefined) field.select()
  })
}
