import { authority } from './authority.ts'
import { looksIn } from './decode-legal.ts'
import * as grammars from './grammars.ts'

/** Everything that a strip must tell of to be decoded to what may stand there, whatever its field. */
export const legalLooks = looksIn([...Object.values(grammars), authority])
