/** Every statement of the stores; plain SQL but for what the comments name. */

export const jobSql = {
  /** A job that is queued keeps its turn; one that is queued again takes the last. */
  put: `
    INSERT INTO jobs (id, state, turn, record_id, source, failure)
    VALUES (
      :id, :state,
      CASE WHEN :state = 'queued' THEN (SELECT coalesce(max(turn), 0) + 1 FROM jobs) END,
      :recordId, :source, :failure
    )
    ON CONFLICT (id) DO UPDATE SET
      state = excluded.state,
      turn = CASE WHEN excluded.state = 'queued' THEN coalesce(jobs.turn, excluded.turn) END,
      record_id = excluded.record_id,
      source = excluded.source,
      failure = excluded.failure`,
  get: `SELECT id, state, record_id, source, failure FROM jobs WHERE id = :id`,
  all: `SELECT id, state, record_id, source, failure FROM jobs ORDER BY place`,
  remove: `DELETE FROM jobs WHERE id = :id`,
  claim: `
    UPDATE jobs SET state = 'running', turn = NULL WHERE turn = (SELECT min(turn) FROM jobs)
    RETURNING id, state, record_id, source, failure`,
} as const

export const recordSql = {
  put: `
    INSERT INTO records (id, read_at, person, image, content)
    VALUES (:id, :readAt, :person, :image, :content)
    ON CONFLICT (id) DO UPDATE SET
      read_at = excluded.read_at,
      person = excluded.person,
      image = excluded.image,
      content = excluded.content
    RETURNING place`,
  get: `SELECT place, id, read_at, content FROM records WHERE id = :id`,
  place: `SELECT place FROM records WHERE id = :id`,
  index: `SELECT place, id, read_at FROM records ORDER BY place`,
  putIndex: `UPDATE records SET read_at = :readAt, person = :person WHERE id = :id`,
  ofPerson: `
    SELECT place, id, read_at, content FROM records WHERE person = :person ORDER BY place DESC`,
  ofImage: `SELECT place, id, read_at, content FROM records WHERE image = :image`,
  withoutImage: `SELECT id FROM records WHERE image IS NULL`,
  putImage: `UPDATE records SET image = :image WHERE id = :id`,
  marks: `
    SELECT id, read_at FROM records WHERE read_at < :readBefore ORDER BY read_at DESC, place DESC`,
  /** The list of places is JSON, which SQLite reads. */
  count: `
    SELECT count(*) AS count FROM records
    WHERE read_at < :readBefore AND place NOT IN (SELECT value FROM json_each(:without))`,
  page: `
    SELECT place FROM records
    WHERE read_at < :readBefore AND place NOT IN (SELECT value FROM json_each(:without))
    ORDER BY read_at DESC, place DESC LIMIT :limit OFFSET :offset`,
  remove: `DELETE FROM records WHERE id = :id RETURNING place`,
} as const

export const searchSql = {
  get: `SELECT block, entries FROM search_blocks WHERE block = :block`,
  blocks: `SELECT block FROM search_blocks ORDER BY block`,
  from: `SELECT block, entries FROM search_blocks WHERE block >= :block ORDER BY block LIMIT :limit`,
  put: `
    INSERT INTO search_blocks (block, entries) VALUES (:block, :entries)
    ON CONFLICT (block) DO UPDATE SET entries = excluded.entries`,
  remove: `DELETE FROM search_blocks WHERE block = :block`,
} as const

export const paidSql = {
  put: `
    INSERT INTO paid (image, state, outcome) VALUES (:image, :state, :outcome)
    ON CONFLICT (image) DO UPDATE SET state = excluded.state, outcome = excluded.outcome`,
  putFirst: `
    INSERT INTO paid (image, state, outcome) VALUES (:image, :state, :outcome)
    ON CONFLICT (image) DO NOTHING`,
  get: `SELECT image, state, outcome FROM paid WHERE image = :image`,
  all: `SELECT image, state, outcome FROM paid ORDER BY image`,
  remove: `DELETE FROM paid WHERE image = :image`,
} as const

export const imageSql = {
  put: `
    INSERT INTO images (id, bytes) VALUES (:content, :bytes)
    ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes`,
  name: `
    INSERT INTO image_names (id, content) VALUES (:id, :content)
    ON CONFLICT (id) DO UPDATE SET content = excluded.content`,
  contentOf: `SELECT content FROM image_names WHERE id = :id`,
  get: `SELECT bytes FROM images WHERE id = :content`,
  removeName: `DELETE FROM image_names WHERE id = :id RETURNING content`,
  removeUnnamed: `
    DELETE FROM images
    WHERE id = :content AND NOT EXISTS (SELECT 1 FROM image_names WHERE content = :content)`,
} as const

export const doNotRentSql = {
  put: `
    INSERT INTO do_not_rent (person, content) VALUES (:person, :content)
    ON CONFLICT (person) DO UPDATE SET content = excluded.content`,
  get: `SELECT person, content FROM do_not_rent WHERE person = :person`,
  all: `SELECT person, content FROM do_not_rent ORDER BY place DESC`,
  remove: `DELETE FROM do_not_rent WHERE person = :person`,
} as const

export const quotaSql = {
  put: `
    INSERT INTO quota (account, day, used, is_closed) VALUES (:account, :day, :used, :isClosed)
    ON CONFLICT (account, day) DO UPDATE SET
      used = excluded.used, is_closed = excluded.is_closed`,
  get: `SELECT used, is_closed FROM quota WHERE account = :account AND day = :day`,
  removeOld: `
    DELETE FROM quota WHERE day NOT IN (
      SELECT day FROM (SELECT DISTINCT day FROM quota) AS days ORDER BY day DESC LIMIT :days
    )`,
} as const

export const auditSql = {
  put: `INSERT INTO audit (number, entry, link) VALUES (:number, :entry, :link)`,
  putAgain: `
    INSERT INTO audit (number, entry, link) VALUES (:number, :entry, :link)
    ON CONFLICT (number) DO UPDATE SET entry = excluded.entry, link = excluded.link`,
  newest: `SELECT number, entry, link FROM audit ORDER BY number DESC LIMIT :limit`,
  after: `SELECT number, entry, link FROM audit WHERE number > :number ORDER BY number LIMIT :limit`,
} as const

export const keptSql = {
  put: `
    INSERT INTO kept (name, value) VALUES (:name, :value)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  get: `SELECT name, value FROM kept WHERE name = :name`,
  all: `SELECT name, value FROM kept ORDER BY name`,
  remove: `DELETE FROM kept WHERE name = :name`,
} as const

export const removedSql = {
  put: `INSERT INTO removed (what, id) VALUES (:what, :id) ON CONFLICT (what, id) DO NOTHING`,
  all: `SELECT what, id FROM removed`,
  clear: `DELETE FROM removed WHERE what = :what AND id = :id`,
} as const

export const aboutSql = {
  put: `
    INSERT INTO about (name, value) VALUES (:name, :value)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  get: `SELECT value FROM about WHERE name = :name`,
} as const

/** Kept apart from the migrations, as it tells which of them there are. */
export const historySql = {
  /** SQLite's own list of tables. */
  isThere: `SELECT count(*) AS count FROM sqlite_schema WHERE name = 'migrations'`,
  create: `
    CREATE TABLE migrations (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      since TEXT NOT NULL,
      sha256 TEXT NOT NULL
    )`,
  all: `SELECT number, name, since, sha256 FROM migrations ORDER BY number`,
  put: `INSERT INTO migrations (number, name, since, sha256) VALUES (:number, :name, :since, :sha256)`,
} as const

/** Whether a store of an older version has a table, by SQLite's own list. */
export const tableIsThere = `SELECT count(*) AS count FROM sqlite_schema WHERE name = :table`

/** The next row of a broken table, found by SQLite's own number of it. */
export const salvageSql = {
  removed: `SELECT rowid AS place, what, id FROM removed WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  jobs: `SELECT rowid AS place, id FROM jobs WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  records: `SELECT rowid AS place, id FROM records WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  images: `
    SELECT rowid AS place, id, content FROM image_names
    WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  /** Of a version that kept each image under one name. */
  olderImages: `
    SELECT rowid AS place, id, id AS content FROM images
    WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  paid: `
    SELECT rowid AS place, image, outcome FROM paid
    WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  quota: `
    SELECT rowid AS place, account, day, used, is_closed FROM quota
    WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  doNotRent: `
    SELECT rowid AS place, person, content FROM do_not_rent
    WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  audit: `
    SELECT rowid AS place, entry, link FROM audit WHERE rowid > :place ORDER BY rowid LIMIT 1`,
  kept: `
    SELECT rowid AS place, name, value FROM kept WHERE rowid > :place ORDER BY rowid LIMIT 1`,
} as const

/** What only SQLite has: how it keeps its file. */
export const sqliteSql = {
  /** The lock stays until the connection ends, however it ends. */
  alone: `PRAGMA locking_mode = EXCLUSIVE`,
  safe: `
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF`,
  /** For a backup: one file, nothing beside it. */
  single: `
    PRAGMA journal_mode = DELETE;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON`,
  /** What no backup keeps. */
  leaveOut: `
    BEGIN;
    DELETE FROM images;
    DELETE FROM image_names;
    DELETE FROM removed;
    COMMIT`,
  flushLater: `PRAGMA synchronous = NORMAL`,
  flushAtOnce: `PRAGMA synchronous = FULL`,
  quickCheck: `PRAGMA quick_check(1)`,
  integrityCheck: `PRAGMA integrity_check(1)`,
  emptyLog: `PRAGMA wal_checkpoint(TRUNCATE)`,
  /** Held for as long as the connection is; what it would need to be taken back stays in memory. */
  takeLock: `
    PRAGMA journal_mode = MEMORY;
    BEGIN EXCLUSIVE`,
} as const
