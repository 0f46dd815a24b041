import type { Migration } from './migration.ts'

export const doNotRent: Migration = {
  number: 3,
  name: 'do-not-rent',
  since: '0.1.0',
  sql: `
CREATE TABLE do_not_rent (
  place INTEGER PRIMARY KEY,
  person BLOB NOT NULL UNIQUE,
  content BLOB NOT NULL
);
`,
}
