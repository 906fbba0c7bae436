-- What is handed to other systems. A channel has its own sequence without gaps; the id is what a
-- partner knows a message by, so that one that comes twice is taken once.
CREATE TABLE exchange_outbox (
  number        BIGINT        NOT NULL PRIMARY KEY,
  channel       VARCHAR(64)   NOT NULL,
  sequence      BIGINT        NOT NULL,
  id            VARCHAR(120)  NOT NULL,
  market        VARCHAR(16)   NOT NULL,
  trading_date  DATE,
  cycle         INTEGER       NOT NULL,
  version       INTEGER       NOT NULL,
  action        VARCHAR(16)   NOT NULL,
  content_hash  CHAR(64)      NOT NULL,
  state         VARCHAR(16)   NOT NULL,
  attempts      INTEGER       NOT NULL,
  next_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  said          VARCHAR(1000) NOT NULL,
  made_by       VARCHAR(64)   NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  sent_at       TIMESTAMP(3) WITH TIME ZONE,
  UNIQUE (channel, id),
  UNIQUE (channel, sequence)
);

CREATE INDEX exchange_outbox_state ON exchange_outbox (state, channel, number);

-- What came from other systems. RECEIVED: it is here and may have been taken; TAKEN or REFUSED.
CREATE TABLE exchange_inbox (
  channel       VARCHAR(64)   NOT NULL,
  id            VARCHAR(120)  NOT NULL,
  sequence      BIGINT        NOT NULL,
  content_hash  CHAR(64)      NOT NULL,
  state         VARCHAR(16)   NOT NULL,
  said          VARCHAR(1000) NOT NULL,
  made_by       VARCHAR(64)   NOT NULL,
  received_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (channel, id)
);

-- Who adds to the outbox holds its one row meanwhile.
CREATE TABLE exchange_counter (
  id           INTEGER NOT NULL PRIMARY KEY,
  last_number  BIGINT  NOT NULL
);

INSERT INTO exchange_counter (id, last_number) VALUES (1, 0);
