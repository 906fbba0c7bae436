-- Indices of days. The key of an item names all that its value depends on; a value is written once
-- and never changed, and another version of a day, or another definition, is another item.
CREATE TABLE index_value (
  market       VARCHAR(16)  NOT NULL,
  trading_date DATE         NOT NULL,
  cycle        INTEGER      NOT NULL,
  zone         VARCHAR(200) NOT NULL,
  index_id     VARCHAR(64)  NOT NULL,
  item_key     VARCHAR(64)  NOT NULL,
  measured     DOUBLE PRECISION,
  by_period    TEXT         NOT NULL,
  elements     TEXT         NOT NULL,
  note         TEXT         NOT NULL,
  PRIMARY KEY (market, trading_date, cycle, zone, index_id, item_key)
);

-- The zones of a run, so that its items are known without its results.
CREATE TABLE index_zone (
  outcome_hash VARCHAR(64)  NOT NULL,
  zone         VARCHAR(200) NOT NULL,
  PRIMARY KEY (outcome_hash, zone)
);

CREATE TABLE index_alarm_counter (
  id          INTEGER NOT NULL PRIMARY KEY,
  last_number BIGINT  NOT NULL
);
INSERT INTO index_alarm_counter (id, last_number) VALUES (1, 0);

CREATE TABLE index_alarm (
  number       BIGINT       NOT NULL PRIMARY KEY,
  market       VARCHAR(16)  NOT NULL,
  trading_date DATE         NOT NULL,
  cycle        INTEGER      NOT NULL,
  version      INTEGER      NOT NULL,
  zone         VARCHAR(200) NOT NULL,
  index_id     VARCHAR(64)  NOT NULL,
  severity     VARCHAR(16)  NOT NULL,
  measured     DOUBLE PRECISION NOT NULL,
  threshold    DOUBLE PRECISION NOT NULL,
  raised_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  cleared_by   VARCHAR(200) NOT NULL,
  cleared_at   TIMESTAMP(3) WITH TIME ZONE,
  remark       TEXT         NOT NULL,
  UNIQUE (market, trading_date, cycle, version, zone, index_id)
);
