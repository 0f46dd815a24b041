const shapes = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  alert: 'M12 3.5l9.5 17h-19zM12 10v4.5M12 17.4v.1',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  turn: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4.2h-4.2',
  gear: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3M15 5v4M9 10v4M15 15v4',
  filter: 'M4 5h16l-6.3 7.4v6.6l-3.4-1.9v-4.7z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20',
  camera: 'M3.5 7.5h4L9 5h6l1.5 2.5h4v11.5h-17zM12 9.5a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z',
  folder: 'M3.5 6.5h6l2 2.5h9v10h-17z',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  path: 'M8 5l-5 7 5 7M16 5l5 7-5 7',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  send: 'M20.5 4L3.5 10.5l6.5 3 3 6.5zM10 13.5l4-4',
  stop: 'M7 7h10v10H7z',
  pause: 'M9 5.5v13M15 5.5v13',
  play: 'M8 5.5l10.5 6.5L8 18.5z',
  records: 'M5 4.5h14v15H5zM8.5 9h7M8.5 12.5h7M8.5 16h4',
  shield: 'M12 3.5l7.5 3v5.5c0 4.5-3.2 7.6-7.5 9-4.3-1.4-7.5-4.5-7.5-9V6.5z',
  archive: 'M4 5h16v4.5H4zM5.5 9.5v10h13v-10M10 13h4',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
  both: 'M3.5 12.5l4 4L15 9M10 16l1.5 1.5L20.5 8',
  cards: 'M4 8h13v11H4zM7.5 8V5H20v11h-3',
  up: 'M12 19V5.5M6 11l6-6 6 6',
  down: 'M12 5v13.5M6 13l6 6 6-6',
  grip: 'M5 8.5h14M5 15.5h14',
  more: 'M6 9.5l6 6 6-6',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8',
  forward: 'M9.5 6l6 6-6 6',
  back: 'M9 14l-4.5-4.5L9 5M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-2',
} as const

export type IconName = keyof typeof shapes

/** Decoration only: the words beside it or the button's name say the same. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
