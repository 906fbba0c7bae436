-- What happened in the market, numbered in the order in which it was seen, each once.
CREATE TABLE market_event (
  number     BIGINT        NOT NULL PRIMARY KEY,
  event_key  VARCHAR(2000) NOT NULL,
  done_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  kind       VARCHAR(32)   NOT NULL,
  account    VARCHAR(128)  NOT NULL,
  subject    VARCHAR(2000) NOT NULL,
  words      VARCHAR(4000) NOT NULL
);

CREATE INDEX market_event_done ON market_event (done_at);

CREATE TABLE market_event_counter (
  id           INTEGER NOT NULL PRIMARY KEY,
  last_number  BIGINT  NOT NULL
);

INSERT INTO market_event_counter (id, last_number) VALUES (1, 0);
