-- Versions of days: (market, trading date, cycle, version), what each was made from, what somebody
-- must know before it is used (a line each), and the hash of each kind of result (kind, hash).
-- A version without a row does not exist: its blocks are written first.
CREATE TABLE day_version (
  market        VARCHAR(16)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  version       INTEGER      NOT NULL,
  state         VARCHAR(16)  NOT NULL,
  case_hash     CHAR(64)     NOT NULL,
  outcome_hash  CHAR(64)     NOT NULL,
  build         VARCHAR(64)  NOT NULL,
  made_by       VARCHAR(64)  NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  provenance    TEXT         NOT NULL,
  alarms        TEXT         NOT NULL,
  blocks        VARCHAR(2000) NOT NULL,
  PRIMARY KEY (market, trading_date, cycle, version)
);
