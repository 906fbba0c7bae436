-- What was published: a kind of data of the catalogue, of a day version or of a date (market '',
-- version 0), and the publication that it corrects or withdraws. Rows are added and never changed.
CREATE TABLE publication (
  number            BIGINT       NOT NULL PRIMARY KEY,
  kind              VARCHAR(64)  NOT NULL,
  market            VARCHAR(16)  NOT NULL,
  trading_date      DATE         NOT NULL,
  cycle             INTEGER      NOT NULL,
  version           INTEGER      NOT NULL,
  action            VARCHAR(16)  NOT NULL,
  replaces          BIGINT,
  catalogue_version INTEGER      NOT NULL,
  content_hash      CHAR(64)     NOT NULL,
  reason            VARCHAR(1000) NOT NULL,
  made_by           VARCHAR(64)  NOT NULL,
  made_at           TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE INDEX publication_day ON publication (kind, market, trading_date, cycle, number);

-- Nothing is corrected or withdrawn twice.
CREATE UNIQUE INDEX publication_replaces ON publication (replaces);

-- One message for each member of the audience of a publication, written with it. The number is in
-- the order of commits, so who asks for what comes after a number misses nothing.
CREATE TABLE message (
  number           BIGINT       NOT NULL PRIMARY KEY,
  recipient        VARCHAR(80)  NOT NULL,
  publication      BIGINT       NOT NULL REFERENCES publication (number),
  made_at          TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  acknowledged_at  TIMESTAMP(3) WITH TIME ZONE,
  acknowledged_by  VARCHAR(64),
  UNIQUE (publication, recipient)
);

CREATE INDEX message_recipient ON message (recipient, number);

-- Who writes holds its one row meanwhile.
CREATE TABLE publication_counter (
  id           INTEGER NOT NULL PRIMARY KEY,
  last_number  BIGINT  NOT NULL
);

INSERT INTO publication_counter (id, last_number) VALUES (1, 0);
