import { notifications } from '@mantine/notifications'

/** One short sentence that goes away by itself. */
export function tell(title: string, text?: string): void {
  notifications.show({
    ...(text === undefined ? { message: title } : { title, message: text }),
    color: 'yellow',
    withBorder: true,
    autoClose: 8000,
  })
}
