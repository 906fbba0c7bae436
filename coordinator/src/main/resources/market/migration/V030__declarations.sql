-- Declarations: every version that was accepted, by rising number. Nothing is changed or deleted.
CREATE TABLE declaration (
  number             BIGINT       NOT NULL PRIMARY KEY,
  market             VARCHAR(16)  NOT NULL,
  trading_date       DATE         NOT NULL,
  unit               VARCHAR(128) NOT NULL,
  slot               VARCHAR(16)  NOT NULL,
  version            INTEGER      NOT NULL,
  member             VARCHAR(128) NOT NULL,
  kind               VARCHAR(16)  NOT NULL,
  content            VARCHAR(1000000) NOT NULL,
  hash               VARCHAR(64)  NOT NULL,
  arrived_at         TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  prepared_at        TIMESTAMP(3) WITH TIME ZONE,
  made_by            VARCHAR(128) NOT NULL,
  parameters_version INTEGER      NOT NULL,
  replaced           BIGINT,
  UNIQUE (market, trading_date, unit, slot, version)
);
CREATE INDEX declaration_of_unit ON declaration (market, unit, slot, trading_date);
CREATE INDEX declaration_of_member ON declaration (member, market, trading_date);

-- What was refused, and why.
CREATE TABLE declaration_refusal (
  number       BIGINT       NOT NULL PRIMARY KEY,
  market       VARCHAR(16)  NOT NULL,
  trading_date DATE,
  unit         VARCHAR(128) NOT NULL,
  member       VARCHAR(128) NOT NULL,
  arrived_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  made_by      VARCHAR(128) NOT NULL,
  reasons      VARCHAR(1000000) NOT NULL
);

-- One row: the last number. Who writes holds it, so that numbers are the order of writing.
CREATE TABLE declaration_counter (
  id          INTEGER NOT NULL PRIMARY KEY,
  last_number BIGINT  NOT NULL
);
INSERT INTO declaration_counter (id, last_number) VALUES (1, 0);

-- What a market takes, from a date on.
CREATE TABLE declaration_parameters (
  market     VARCHAR(16)  NOT NULL,
  version    INTEGER      NOT NULL,
  valid_from DATE         NOT NULL,
  content    VARCHAR(1000000) NOT NULL,
  made_by    VARCHAR(128) NOT NULL,
  made_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (market, version)
);

-- Offers that hold where a unit has none.
CREATE TABLE reference_offer (
  market     VARCHAR(16)  NOT NULL,
  unit       VARCHAR(128) NOT NULL,
  version    INTEGER      NOT NULL,
  valid_from DATE         NOT NULL,
  content    VARCHAR(1000000) NOT NULL,
  made_by    VARCHAR(128) NOT NULL,
  made_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (market, unit, version)
);

-- Gates that are closed, and what was in force at them.
CREATE TABLE closed_gate (
  market       VARCHAR(16)  NOT NULL,
  trading_date DATE         NOT NULL,
  closed_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  made_by      VARCHAR(128) NOT NULL,
  PRIMARY KEY (market, trading_date)
);
CREATE TABLE offer_in_force (
  market       VARCHAR(16)  NOT NULL,
  trading_date DATE         NOT NULL,
  unit         VARCHAR(128) NOT NULL,
  slot         VARCHAR(16)  NOT NULL,
  element      VARCHAR(128) NOT NULL,
  member       VARCHAR(128) NOT NULL,
  source       VARCHAR(16)  NOT NULL,
  source_version BIGINT     NOT NULL,
  PRIMARY KEY (market, trading_date, unit, slot)
);
CREATE TABLE closed_gate_note (
  market       VARCHAR(16)  NOT NULL,
  trading_date DATE         NOT NULL,
  note         INTEGER      NOT NULL,
  rule         VARCHAR(16)  NOT NULL,
  place        VARCHAR(1000)  NOT NULL,
  found        VARCHAR(1000)  NOT NULL,
  advice       VARCHAR(1000)  NOT NULL,
  PRIMARY KEY (market, trading_date, note)
);
