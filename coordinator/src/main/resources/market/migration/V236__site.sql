-- What a standby site is sent of this database: a row for each changed row, and which site this is.
CREATE SEQUENCE site_sequence START WITH 1 CACHE 1;

CREATE TABLE site_change (
  seq BIGINT NOT NULL PRIMARY KEY,
  of_table VARCHAR(128) NOT NULL,
  gone BOOLEAN NOT NULL,
  content TEXT NOT NULL,
  made_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE site_mark (
  id INTEGER NOT NULL PRIMARY KEY,
  role VARCHAR(16) NOT NULL,
  epoch BIGINT NOT NULL,
  log_id VARCHAR(64) NOT NULL,
  floor_seq BIGINT NOT NULL,
  seen TEXT NOT NULL,
  contact_at TIMESTAMP WITH TIME ZONE NOT NULL,
  before_log VARCHAR(64) NOT NULL,
  before_floor BIGINT NOT NULL,
  before_seen TEXT NOT NULL
);
