-- What became of versions of days. The transitions of one run of a day are one list: step 1, 2, 3 …;
-- whoever adds a step adds the next one, so that of two who decide at once one sees what the other did.
-- The state of a version is that of its last transition, and DRAFT without any. objections are what
-- stood against the version then (a line each).
CREATE TABLE version_transition (
  market        VARCHAR(16)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  step          INTEGER      NOT NULL,
  version       INTEGER      NOT NULL,
  from_state    VARCHAR(16)  NOT NULL,
  to_state      VARCHAR(16)  NOT NULL,
  account       VARCHAR(64)  NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  reason        TEXT         NOT NULL,
  objections    TEXT         NOT NULL,
  PRIMARY KEY (market, trading_date, cycle, step),
  FOREIGN KEY (market, trading_date, cycle, version)
    REFERENCES day_version (market, trading_date, cycle, version)
);

-- Whether versions of a market are approved by themselves, from a trading date on; of several rules
-- that have begun the one with the greatest number holds.
CREATE TABLE approval_rule (
  number        INTEGER      NOT NULL,
  market        VARCHAR(16)  NOT NULL,
  valid_from    DATE         NOT NULL,
  automatic     BOOLEAN      NOT NULL,
  account       VARCHAR(64)  NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  reason        TEXT         NOT NULL,
  PRIMARY KEY (number)
);
