import type { Migration } from './migration.ts'

export const first: Migration = {
  number: 1,
  name: 'first',
  since: '0.1.0',
  sql: `
CREATE TABLE about (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
);

CREATE TABLE jobs (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'running', 'done', 'failed', 'unknown', 'cancelled')),
  turn INTEGER UNIQUE,
  record_id TEXT,
  source BLOB NOT NULL,
  failure BLOB,
  CHECK ((state = 'queued') = (turn IS NOT NULL)),
  CHECK (state IN ('queued', 'running') OR (state = 'done') = (record_id IS NOT NULL)),
  CHECK ((state IN ('failed', 'unknown')) = (failure IS NOT NULL))
);

CREATE TABLE records (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  read_at TEXT NOT NULL,
  person BLOB NOT NULL,
  content BLOB NOT NULL
);
CREATE INDEX records_person ON records (person);
CREATE INDEX records_read_at ON records (read_at, place);

CREATE TABLE search_blocks (
  block INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
);

CREATE TABLE paid (
  image BLOB NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('sent', 'answered')),
  outcome BLOB,
  CHECK ((state = 'answered') = (outcome IS NOT NULL))
);

CREATE TABLE images (
  id TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
);

CREATE TABLE quota (
  account BLOB NOT NULL,
  day TEXT NOT NULL,
  used INTEGER NOT NULL,
  is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
  PRIMARY KEY (account, day)
);

CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  entry BLOB NOT NULL,
  link BLOB NOT NULL
);

CREATE TABLE kept (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
);

CREATE TABLE removed (
  what TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (what, id)
);
`,
}
