/** Asking for a better picture. */
export const manners = {
  retakeTitle: 'Ask the customer for a new photo',
  retakeText: 'Copy the message and paste it into the chat.',
  retakeOpen: 'Ask for a new photo…',
  retakeMessage: 'Message to the customer',
  retakeLanguage: 'Language of the message',
  retakeCrop: 'The place in the picture',
  copyMessage: 'Copy message',
  messageCopied: 'The message is on the clipboard',
  keyRetake: 'Copy the message that asks for a new photo',
} as const
