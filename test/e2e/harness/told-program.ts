import { newFolder } from './launch-desk.ts'
import { type Told, toldProgramIn } from './told-engine-in.ts'

export type { Told } from './told-engine-in.ts'

/**
 * The built program with an engine that says what it is told, whatever the pictures show.
 * @param told by the names of the pictures
 * @returns the folder of the program
 */
export const programTold = async (told: Readonly<Record<string, Told>>): Promise<string> =>
  toldProgramIn(await newFolder(), told)
