import type { Advice, TroubleHere } from '../trouble.ts'

/** Why an image could not be read, and what to do. */
export const failure = {
  empty: {
    reason: 'The file is empty',
    remedy: 'Download or copy it again',
  },
  'not-an-image': {
    reason: 'This is not an image',
    remedy: 'Use an image file instead',
  },
  'format-not-supported': {
    reason: 'This format is not supported yet',
    remedy: 'Save the image as JPEG or PNG',
  },
  'tiff-not-supported': {
    reason: 'This kind of TIFF is not supported',
    remedy: 'Save the image as JPEG or PNG',
  },
  'kept-by-wechat': {
    reason: 'This is one of WeChat’s own files, and the image in it is locked',
    remedy: 'Open the chat in WeChat, save the image from there, and drop in the saved copy',
  },
  damaged: {
    reason: 'The image is damaged or incomplete',
    remedy: 'Have it sent again, or take a new photo',
  },
  'too-many-pixels': {
    reason: 'The image has more than 50 megapixels',
    remedy: 'Make it smaller and try again',
  },
  'too-heavy': {
    reason: 'An image this large needs too much memory in this encoding',
    remedy: 'Make it smaller, or save it as an ordinary JPEG',
  },
  'too-many-bytes': {
    reason: 'The file is larger than 40 MiB',
    remedy: 'Compress it and try again',
  },
  'too-many-pages': {
    reason: 'The file has more than 100 pages',
    remedy: 'Split it into several files',
  },
  missing: {
    reason: 'The file was not found',
    remedy: 'Check that it has not been moved or deleted',
  },
  changed: {
    reason: 'The file has changed since it was added',
    remedy: 'Drop it in again',
  },
  'no-permission': {
    reason: 'You do not have permission to open this file',
    remedy: 'Copy it to your Pictures folder and try again',
  },
  'not-readable-now': {
    reason:
      'Another program, such as the scanner’s, is using the file, or it cannot be read right now',
    remedy: 'Wait a moment and try again',
  },
  'not-a-file': {
    reason: 'This is not an ordinary file',
    remedy: 'Choose the image file itself',
  },
  'empty-folder': {
    reason: 'There are no files in this folder',
    remedy: 'Choose a folder with images in it',
  },
  'already-here': {
    reason: 'This image is already in the list',
    remedy: 'There is nothing to do',
  },
  'address-not-taken': {
    reason: 'Web addresses are not opened here',
    remedy: 'Save the image to this computer, or choose “WeChat, by address”',
  },
  'no-license': {
    reason: 'No driving license was found in the image',
    remedy: 'Use a photo of the license’s main page',
  },
  'unreadable-license': {
    reason: 'This is a driving license, but its print cannot be made out',
    remedy: 'Take a new photo: lay it flat, move closer, avoid glare',
  },
  'second-page': {
    reason: 'This is the second page of a license; the main page is missing',
    remedy: 'Take a photo of the main page too, the one with the portrait',
  },
  'vehicle-license': {
    reason: 'This is a vehicle license, not a driving license',
    remedy: 'Use a photo of the driving license’s main page',
  },
  'identity-card': {
    reason: 'This is an identity card, not a driving license',
    remedy: 'Use a photo of the driving license’s main page',
  },
  'other-document': {
    reason: 'This is some other document, not a driving license',
    remedy: 'Use a photo of the driving license’s main page',
  },
  mirrored: {
    reason: 'The image is mirrored',
    remedy: 'Take a new photo with the rear camera, or flip the image first',
  },
  'several-licenses': {
    reason: 'There is more than one license in the image, so it was not sent',
    remedy: 'To have WeChat read it too, put one license in each image',
  },
  'engine-crashed': {
    reason: 'The program failed on this image twice',
    remedy: 'Try again; if it keeps failing, take a new photo',
  },
  'engine-timed-out': {
    reason: 'Reading took too long and was stopped',
    remedy: 'Try again; if it keeps happening, make the image smaller',
  },
  'record-unreadable': {
    reason: 'What was saved for this image can no longer be opened',
    remedy: 'Try again',
  },
  cancelled: {
    reason: 'This was cancelled',
    remedy: 'Choose “Try again” to read it',
  },
  'outcome-unknown': {
    reason: 'The image may have reached WeChat, but no result came back',
    remedy: 'Choose “Send again” if you wish; it may use one more call',
  },
} as const satisfies { readonly [K in TroubleHere]: Advice }
