-- A version that was made by hand from another one: who, when, why, and the SHA-256 of what was changed.
-- attachments are papers in content/, a line each (SHA-256, name).
CREATE TABLE version_intervention (
  market        VARCHAR(16)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  version       INTEGER      NOT NULL,
  parent        INTEGER      NOT NULL,
  account       VARCHAR(64)  NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  reason        TEXT         NOT NULL,
  changes_hash  CHAR(64)     NOT NULL,
  attachments   TEXT         NOT NULL,
  PRIMARY KEY (market, trading_date, cycle, version),
  FOREIGN KEY (market, trading_date, cycle, version)
    REFERENCES day_version (market, trading_date, cycle, version),
  FOREIGN KEY (market, trading_date, cycle, parent)
    REFERENCES day_version (market, trading_date, cycle, version)
);

-- What else the rules allow, in words: measures that change no result.
CREATE TABLE day_measure (
  market        VARCHAR(16)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  number        INTEGER      NOT NULL,
  version       INTEGER      NOT NULL,
  account       VARCHAR(64)  NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  words         TEXT         NOT NULL,
  attachments   TEXT         NOT NULL,
  PRIMARY KEY (market, trading_date, cycle, number),
  FOREIGN KEY (market, trading_date, cycle, version)
    REFERENCES day_version (market, trading_date, cycle, version)
);
