import type { Migration } from './migration.ts'

export const imageNames: Migration = {
  number: 4,
  name: 'image-names',
  since: '0.1.0',
  sql: `
CREATE TABLE image_names (
  id TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);
CREATE INDEX image_names_content ON image_names (content);
INSERT INTO image_names (id, content) SELECT id, id FROM images;
`,
}
