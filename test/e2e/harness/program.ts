import type { Page } from 'playwright-core'
import type { DialogAnswer, DialogAsk, Notice, PowerEvent } from '../../stand-in/calls.ts'

/** How the built program is started. */
export interface Start {
  /** Folder of the work tree, with the build in `dist/`. */
  readonly root: string
  readonly userData: string
  /** Files to open and switches, as on a command line. */
  readonly words: readonly string[]
  /** Words of a command that starts the program and watches it; the stand-in alone knows how. */
  readonly watchedBy?: readonly string[]
}

/** The running program, on Electron or on the stand-in. */
export interface Program {
  readonly pid: number
  /** What the window shows; another page after the first one fell. */
  page(): Page
  /** What the system's dialogs were asked, oldest first. */
  asked(): Promise<readonly DialogAsk[]>
  /** What the person does at the next dialog of this kind; otherwise they close it without a choice. */
  answer(kind: DialogAsk['kind'], answer: DialogAnswer): Promise<void>
  /** Addresses that were opened in the person's browser. */
  openedOutside(): Promise<readonly string[]>
  /** What the program printed, and what its page wrote to the console. */
  said(): string
  /** Process of the engine, nothing while none runs. */
  enginePid(): Promise<number | undefined>
  /** Brings down the process that shows the page. */
  crashPage(): Promise<void>
  /** The person quits by the menu, or closes the window; the program may ask first. */
  quit(): Promise<void>
  closeWindow(): Promise<void>
  /** What the program has put on the clipboard, by type. */
  clipboard(): Promise<Readonly<Record<string, string>>>
  /** Somebody copies something in another program. */
  copyElsewhere(text: string): Promise<void>
  /** Somebody presses a key while another program is before them; whether the program has that key. */
  pressAnywhere(key: string): Promise<boolean>
  /** What the system's notices say that stand there now. */
  notices(): Promise<readonly Notice[]>
  /** What the system tells of the PC. */
  power(event: PowerEvent): Promise<void>
  /** The window vanishes and nobody could be asked. */
  loseWindow(): Promise<void>
  /** A second start with the same user data; resolves to its exit code. */
  startAgain(words: readonly string[]): Promise<number>
  /** Resolves to the exit code when the program has ended. */
  readonly ended: Promise<number>
  kill(): Promise<void>
}
