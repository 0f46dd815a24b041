/** Asking for a better picture, the first start, help, what the program is made of, the report for support. */
export const manners = {
  retakeTitle: 'Ask the customer for a new photo',
  retakeText: 'Copy the message and paste it into the chat.',
  retakeOpen: 'Ask for a new photo…',
  retakeMessage: 'Message to the customer',
  retakeLanguage: 'Language of the message',
  retakeCrop: 'The place in the picture',
  copyMessage: 'Copy message',
  messageCopied: 'The message is on the clipboard',
  opening: 'Opening your list…',
  keyRetake: 'Copy the message that asks for a new photo',

  textSize: 'Text size',
  highContrast: 'High contrast',
  listWidth: 'Width of the list',
  fieldsWidth: 'Width of the fields',
  widthAutomatic: 'automatic',
  widthHint: 'Drag to resize; double-click for the usual width',
  asides: {
    help: 'Help',
    welcome: 'First steps',
    report: 'Report for support',
    about: 'About LicenseDesk',
  },
  asideLoading: 'One moment…',

  welcomeTitle: 'Welcome to LicenseDesk',
  welcomeStep: 'Step {{at}} of {{of}}',
  welcomeSkip: 'Skip',
  welcomeBack: 'Back',
  welcomeNext: 'Next',
  welcomeDone: 'Start',
  welcome: {
    language: {
      title: 'Which language?',
      text: 'You can change it at any time in the settings. Names and addresses stay as they are printed.',
    },
    way: {
      title: 'How should images be read?',
      text: 'Offline works at once. WeChat can be added later, too.',
    },
    folder: {
      title: 'Where should spreadsheets go?',
      text: 'Each export suggests this folder; you can still choose another one.',
    },
  },
  welcomeOffline: 'Offline, on this computer',
  welcomeOfflineText: 'No account and no network. No image leaves this computer.',
  welcomeWechat: 'With WeChat as well',
  welcomeWechatText:
    'For shops with a WeChat developer account. After the last step you enter the account, and are asked before any image leaves.',
  welcomeDocuments: 'Your Documents folder',
  welcomeChooseFolder: 'Choose folder…',

  aboutText:
    'Reads Chinese driving licenses from images and exports a spreadsheet whose digits survive. Free software under the MIT license.',
  licensesTitle: 'Licenses',
  licensesText: 'Open a line to read the license of that part.',
  reportText:
    'For whoever looks after the program. This is all that the report says: versions, settings, counts, and the latest faults; no name, number, image, path or password. Nothing is sent; you save it as a file.',
  reportContent: 'What the report says',
  reportSave: 'Save…',
  reportSaved: 'Saved, exactly as shown.',
  reportFailed: 'The report could not be written there. Choose another place.',

  helpSearch: 'Search in the help',
  helpNothing: 'Nothing in the help matches. Try a shorter word.',
  guide: {
    start: {
      title: 'From image to spreadsheet',
      text: `Drop license images anywhere on the window: files, a whole folder, or images from a chat. Copying and pasting works as well.
Each license becomes a line in the list, with its image in the middle and the eleven fields on the right. Reading starts at once.
A green line can be exported. Look at what is orange, then choose Export at the top right.`,
    },
    ways: {
      title: 'Other ways to bring images in',
      text: `Document camera or webcam: choose “Use the camera…”, fill the frame with the license and press the space bar. You can take one after the other.
Scanner or phone that saves images by itself: choose “Watch a folder…”. Whatever is put there is read by itself; what was read can be moved to its folder done.
Every page of a PDF or TIFF is read. Of more than 100 pages the first 100 come in; “Choose pages…” shows the others, small, to choose from.
If the first and the second page of a license come as two images, they become one record where that is certain. “Take apart” undoes it.
A pasted screenshot, or an image dragged from a web page, has no file: it is kept encrypted, and deleted when it is taken off the list.
Web addresses of images: if “WeChat, by address” is chosen under “Reading method and WeChat account”, paste them, one per line. WeChat fetches them; this program never opens an address.`,
    },
    orange: {
      title: 'What orange and red mean',
      text: `Orange: please look. The program read something there, but is not sure, could not find it, or inferred it from another field. The reason is written below it, and beside it is that place of the image.
Press Enter if it is right; correct it if it is wrong. Tab goes to the next place, and after the last one to the next license.
Red: two things contradict each other, such as a license number and its check digit. The program never corrects a number by itself.
A line with a red cross could not be read at all; it says why and what to do.`,
    },
    retake: {
      title: 'Asking for a better photo',
      text: `If an image is blurred, cut off, glaring, or shows another paper, choose “Copy message” beside it or press Alt C, and paste the message into the chat with the customer.
The message is in Chinese, or in English if you switch it. It tells what was wrong and how to take the photo.`,
    },
    verdict: {
      title: 'May this car be rented, may this class be added',
      text: `Choose “Rental or school?” above the list, or press Ctrl G. Enter the car’s class, pick-up and return, or choose the school. Each license then has a verdict, which follows every correction.
Green: nothing speaks against it. Amber: check first. Red: the regulations or the shop’s policy say no. Every reason says what to do.
What the shop asks beyond the law stands in the settings under “House policy…”. To rent to somebody no more, choose “Add to do-not-rent list…” beside their license.
This is no legal advice. Points, and whether a license was revoked or withheld, do not stand on the card.`,
    },
    returning: {
      title: 'When a customer comes again',
      text: `If a license number was read before, “Seen before” says so and lists what has changed, such as an address or a new class.
“Merge into one record…” shows the images side by side first. The record read last stands; the others stay behind it as they are, and can be taken apart at any time.
Where name and birthday are the same and the number is not, you are asked to compare. Nothing is ever merged by itself.`,
    },
    exports: {
      title: 'Exporting, and opening it in Excel',
      text: `Every file is read back after it was written, and each digit is compared; only then it says so.
Excel keeps 15 digits only: if you double-click a CSV file, license numbers are destroyed. In Excel use Data → From Text/CSV and set the number column to “Text”. In WPS and LibreOffice choose text for that column, too.
If another program has the file open, close it there, or take the name that is offered.`,
    },
    leaving: {
      title: 'Which columns, and where they go',
      text: `Choose the arrow beside Export, or press Ctrl Shift E. There are presets for a rental ledger, a school roll and a call list. Columns can be added, moved, renamed or left out, and a preset copied under a name of your own.
“One file a day”: each export is added to the end of today’s spreadsheet, no license twice, and what you added to it stays.
“As files”: for a rental system that picks up files. Choose a folder, and each license you finish reviewing is written there.
“Field by field”, Ctrl Shift C: for a system with a form to fill in. Paste the first field there, then press Ctrl Alt N for the next. The clipboard is cleared after a minute.`,
    },
    records: {
      title: 'Finding earlier records',
      text: `Press Ctrl R and type part of a name, number, address or seal; a few digits from the middle will do.
“Filter and sort” shows those with something to check, by who read them or on which day, and sorts by what expires soonest. Several can be exported, confirmed, read again or deleted at once.
The program does not keep images, only where they are: an image is shown as long as its file is there and unchanged.`,
    },
    renewals: {
      title: 'Licenses about to expire',
      text: `Choose “Licenses about to expire” in the settings, and 30, 60, 90 or 180 days. Of each person the license read last counts.
“Export call list” writes a CSV spreadsheet to work from. Only records that are still kept are looked through.`,
    },
    wechat: {
      title: 'Reading with WeChat',
      text: `Without an account everything is read offline. If your shop has a WeChat developer account, choose “How to read” in the settings; you are asked before any image leaves this computer.
“Offline first, then WeChat” spends a call only where the program is in doubt. The calls left today stand at the top. If WeChat cannot be reached, the images wait, and it says why.
If an answer was lost, the program never sends the image again by itself, as that may cost another call: you decide.`,
    },
    privacy: {
      title: 'What is kept, and who can see it',
      text: `Records are kept encrypted on this computer and deleted after the time you set under Records. Set a PIN under Protection, and the window locks when nobody is there.
License numbers are masked except where you are checking them; hold F2 to see them.
Everything about one person can be exported or deleted under Records.`,
    },
    trouble: {
      title: 'When something goes wrong',
      text: `Nothing that was read is lost when the program is closed, or the power fails: it goes on with the next start.
If something fails again and again, save a report for support and give it to whoever looks after the program. It shows you beforehand what it says.`,
    },
  },
} as const
