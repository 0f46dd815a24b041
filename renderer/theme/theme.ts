import { createTheme, Menu, Modal, ModalHeader, Popover } from '@mantine/core'

/** Colours come from tokens.css; only behaviour and sizes are set here. */
export const theme = createTheme({
  primaryColor: 'teal',
  autoContrast: false,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Locking the scroll would add a style element, which the page's policy forbids; nothing scrolls here.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 14,
        // What fades in has the keyboard late, and what fades out shows what is no more.
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    }),
    // A dialog's heading is no second banner of the page.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }),
    Popover: Popover.extend({
      defaultProps: { transitionProps: { duration: 0 }, radius: 12, shadow: 'md' },
    }),
    Menu: Menu.extend({
      defaultProps: {
        transitionProps: { duration: 0 },
        radius: 10,
        shadow: 'md',
        returnFocus: false,
      },
    }),
  },
})
