let hadDialog = false

// Before the dialog hears of it: it is gone by the time that others do.
window.addEventListener(
  'keydown',
  () => {
    hadDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
  },
  { capture: true },
)

/** Whether a dialog was open when the key went down that is heard now: then it is for the dialog alone. */
export const isForDialog = (): boolean => hadDialog
