-- What rules found in versions of days, and what became of it. One row a rule and place of a
-- version; version 0 stands for a result that did not come. The transitions are the history, the
-- state of the row is that of the last of them.
CREATE TABLE anomaly_counter (
  id          INTEGER NOT NULL PRIMARY KEY,
  last_number BIGINT  NOT NULL
);
INSERT INTO anomaly_counter (id, last_number) VALUES (1, 0);

CREATE TABLE anomaly (
  number        BIGINT       NOT NULL PRIMARY KEY,
  market        VARCHAR(16)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  version       INTEGER      NOT NULL,
  rule_id       VARCHAR(64)  NOT NULL,
  rule_type     VARCHAR(32)  NOT NULL,
  severity      VARCHAR(16)  NOT NULL,
  place_kind    VARCHAR(32)  NOT NULL,
  element       VARCHAR(1000) NOT NULL,
  outage        VARCHAR(1000) NOT NULL,
  zone          VARCHAR(1000) NOT NULL,
  owner         VARCHAR(1000) NOT NULL,
  period        INTEGER      NOT NULL,
  period_count  INTEGER      NOT NULL,
  measured      DOUBLE PRECISION NOT NULL,
  threshold     DOUBLE PRECISION NOT NULL,
  unit          VARCHAR(64)  NOT NULL,
  raised_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  state         VARCHAR(16)  NOT NULL,
  step          INTEGER      NOT NULL,
  UNIQUE (market, trading_date, cycle, version, rule_id, place_kind, element, outage)
);
CREATE INDEX anomaly_state ON anomaly (state, severity);

CREATE TABLE anomaly_transition (
  anomaly     BIGINT       NOT NULL REFERENCES anomaly (number),
  step        INTEGER      NOT NULL,
  from_state  VARCHAR(16)  NOT NULL,
  to_state    VARCHAR(16)  NOT NULL,
  measure     VARCHAR(32)  NOT NULL,
  remark      TEXT         NOT NULL,
  done_by     VARCHAR(64)  NOT NULL,
  done_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (anomaly, step)
);

-- That a version was judged, by which rules, and what could not be; the evidence is content.
CREATE TABLE anomaly_evaluation (
  market        VARCHAR(16)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  version       INTEGER      NOT NULL,
  number        INTEGER      NOT NULL,
  rules_version INTEGER      NOT NULL,
  evidence_hash VARCHAR(64)  NOT NULL,
  raised        INTEGER      NOT NULL,
  not_judged    TEXT         NOT NULL,
  judged_by     VARCHAR(64)  NOT NULL,
  judged_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (market, trading_date, cycle, version, number)
);
