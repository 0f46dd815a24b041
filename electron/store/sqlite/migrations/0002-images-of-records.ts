import type { Migration } from './migration.ts'

export const imagesOfRecords: Migration = {
  number: 2,
  name: 'images-of-records',
  since: '0.1.0',
  sql: `
ALTER TABLE records ADD COLUMN image BLOB;
CREATE INDEX records_image ON records (image);
`,
}
