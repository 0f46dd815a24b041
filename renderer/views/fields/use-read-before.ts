import { useEffect, useState } from 'react'
import { type LicenseRecord, licenseOf } from '../../../core/license/record.ts'
import { useSession } from '../../state/session-context.ts'

/** The last record before this one with the same number, once that is known; asked anew when the number is corrected. */
export function useReadBefore(record: LicenseRecord): LicenseRecord | null {
  const { actions } = useSession()
  const { id } = record
  const number = licenseOf(record).id_num
  const [found, setFound] = useState<{ of: string; before: LicenseRecord | null } | null>(null)
  const asked = `${id} ${number}`
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const before = await actions.readBefore(id)
      if (!isOver) setFound({ of: asked, before })
    }
    void look()
    return () => {
      isOver = true
    }
  }, [actions, id, asked])
  return found?.of === asked ? found.before : null
}
