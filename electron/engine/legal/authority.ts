import { type Division, provinces } from '../places/divisions.ts'
import { offices } from '../places/seal-office.ts'
import { type Automaton, AutomatonBuilder } from './automaton.ts'

/** Every authority that may sign a license: a province or one of its cities, and an office. */
export const authority: Automaton = allAuthorities()

function allAuthorities(): Automaton {
  const parts = new AutomatonBuilder()
  const [office, end] = [parts.node(), parts.node()]
  for (const province of provinces) {
    parts.wordTo(0, province.name, office)
    for (const city of province.below)
      if (signsLicenses(city)) parts.wordTo(0, province.name + city.name, office)
  }
  for (const name of offices) parts.wordTo(office, name, end)
  return parts.build([end])
}

/** Cities and prefectures have traffic police that signs licenses, districts and most counties have none. */
function signsLicenses({ name, below }: Division): boolean {
  return below.length > 0 || /[市州盟]$/.test(name)
}
