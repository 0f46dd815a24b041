import type { PictureCause, ShotCause } from '../../retake/causes.ts'

/** What is written to the customer whose picture is no use. */
export const retake = {
  shot: 'Hello! Some of the print on your driving license cannot be read, because {{problems}}. Could you take another photo of the main page? Please {{requests}}. Thank you!',
  problem: {
    blur: 'the photo is blurred',
    glare: 'there is glare',
    'cut-off': 'part of the license is missing',
    'too-small': 'the license is too small in the photo',
    'turned-away': 'it was photographed at an angle',
    covered: 'something covers part of it',
    unreadable: 'the photo is not clear enough',
  } satisfies { readonly [C in ShotCause]: string },
  request: {
    blur: 'hold the phone still and tap the screen to focus',
    glare: 'keep away from lamps and leave the flash off',
    'cut-off': 'make sure all four corners are in the picture',
    'too-small': 'move closer, so that the license fills the picture',
    'turned-away': 'lay it flat and photograph it from straight above',
    covered: 'keep fingers and other things off the print',
    unreadable: 'lay it flat, move closer, focus, and avoid glare',
  } satisfies { readonly [C in ShotCause]: string },
  /** Between problems. */
  and: ' and ',
  /** Between requests. */
  next: '; ',
  picture: {
    'second-page':
      'Hello! This is the second page of your driving license. Could you also send the main page, the one with your portrait? Please lay it flat, show all four corners, and avoid glare. Thank you!',
    'vehicle-license':
      'Hello! This is a vehicle license. We need your driving license: could you send a photo of its main page, the one with your portrait? Thank you!',
    'identity-card':
      'Hello! This is your identity card. We also need your driving license: could you send a photo of its main page, the one with your portrait? Thank you!',
    'other-document':
      'Hello! This is not a driving license. Could you send a photo of the main page of your driving license, the one with your portrait? Thank you!',
    'no-license':
      'Hello! There is no driving license in this picture. Could you send a photo of its main page, the one with your portrait, so that it fills the picture? Thank you!',
    mirrored:
      'Hello! The photo of your driving license is mirrored. Could you take another one of the main page with the rear camera? Thank you!',
    damaged:
      'Hello! The picture of your driving license did not arrive whole and cannot be opened. Could you send it again, as the original image? Thank you!',
  } satisfies { readonly [C in PictureCause]: string },
} as const
