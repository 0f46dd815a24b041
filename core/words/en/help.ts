/** What --help prints. */
export const help = {
  text: `Usage:
  npm run --silent desk -- scan PATH... [options]   reads driving licenses from images; without
                                                    an account no image leaves this computer
  npm run demo                                      reads the bundled samples, writes out/licenses.csv

Keeping records (sealed; without --data nothing is kept):
  … desk -- scan PATH... --data FOLDER              what was read and what was not outlasts a kill or a power cut
  … desk -- resume --data FOLDER                    goes on with what is left
  … desk -- list --data FOLDER [--json FILE|-]
  … desk -- export --data FOLDER --xlsx FILE        takes --csv, --tsv, --preset, --encoding too
  … desk -- purge --data FOLDER --older-than DAYS [--preview]
  … desk -- renewals --data FOLDER [--within DAYS] [--csv FILE]
                                                    licenses that expire soon, as a call list
  … desk -- audit verify --data FOLDER              checks that the audit log is whole

Options:
  --json FILE|-      one line of JSON per license; - is standard output
  --xlsx FILE        writes a workbook, every cell text, read back and compared; a missing
                     folder is made
  --csv FILE         writes a CSV spreadsheet, read back and compared
  --tsv -            writes the rows to standard output, cells separated by tabs
  --preset NAME      the layout: full (all fields, the default), rental, school,
                     call (a call list, with the birth digits of license numbers hidden)
  --encoding NAME    of CSV and TSV: utf8 (the default) or gb18030
  --vehicle C1 --pick-up DATE --return DATE
                     adds to each line of JSON, and to tables, whether such a car can be rented
                     on those days, and why not
  --force            replaces a file that is there, though this program did not write it;
                     what is to be read, or is a picture, is never replaced
  --engine WAY       offline, auto (offline first, WeChat where in doubt; the default where an
                     account is set), wechat-upload, wechat-cloud,
                     wechat-address (paths are https addresses)
  --base-url URL     WeChat's address: https, or http on this machine
  --pages RANGES     of PDFs and TIFFs, such as 3,101-200; without it the first 100 pages
  --split-pages      a second page in another image or on another page stays a line of its own;
                     without it both pages of one license become one line, where that is certain
  --concurrency N    how many images are sent to WeChat at once, 2 by default
  --data FOLDER      where records are kept; opened in one of two ways:
  --key-file FILE    a key file, made where the folder is new; keep a copy elsewhere
                     or a passphrase in LICENSE_DESK_PASSPHRASE
  --within DAYS      with renewals: from today, 90 by default
  --keep-days DAYS   deletes records read longer ago, now and whenever the folder is used again, as
                     it remembers; without it they are kept until somebody deletes them; 0 ends that
  --older-than DAYS  what purge deletes: records read longer ago; 0 is all of them
  --preview          purge only tells what it would delete
  --when-spent WHAT  when today's calls are used up: fail (the default: the rest is not read),
                     wait (for tomorrow), offline (the rest is read offline)
  --lang zh|en       language; without it that of LC_ALL, LANG or the system
  --quiet            errors only
  --help, -h         this text
  --version          the version of the program

Environment variables:
  LICENSE_DESK_PASSPHRASE          opens the records of --data
  LICENSE_DESK_APP_ID, LICENSE_DESK_APP_SECRET   the account of WeChat
  LICENSE_DESK_TOKEN_MODE          where tokens come from: stable, classic, platform, service
  LICENSE_DESK_COMPONENT_APP_ID, LICENSE_DESK_COMPONENT_APP_SECRET, LICENSE_DESK_COMPONENT_TICKET,
  LICENSE_DESK_AUTHORIZER_APP_ID, LICENSE_DESK_AUTHORIZER_REFRESH_TOKEN   a platform for its merchant
  LICENSE_DESK_TOKEN_URL, LICENSE_DESK_TOKEN_HEADER, LICENSE_DESK_TOKEN_KEY, LICENSE_DESK_TOKEN_PATH,
  LICENSE_DESK_TOKEN_EXPIRY_PATH, LICENSE_DESK_TOKEN_REFUSED_HEADER       a token service
  LICENSE_DESK_CLOUD_ENV, LICENSE_DESK_CLOUD_FUNCTION                     a cloud function

Exit codes:
  0    all was read, and all that was asked for is done
  1    some were not read, or the audit log does not fit
  2    wrong usage; nothing was read
  3    another program has the folder of the records open
  4    the passphrase or key file is wrong or missing
  5    WeChat is not set up
  6    a file or standard output could not be written
  7    records could not be opened, read or kept
  130  interrupted
`,
} as const
