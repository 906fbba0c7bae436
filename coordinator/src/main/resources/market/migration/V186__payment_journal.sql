-- Invoices, payments, guarantees and defaults: a journal as that of the settlement process.
CREATE TABLE payment_journal (
  number   BIGINT         NOT NULL PRIMARY KEY,
  kind     VARCHAR(64)    NOT NULL,
  content  VARCHAR(16000) NOT NULL,
  made_by  VARCHAR(64)    NOT NULL,
  made_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  hash     CHAR(64)       NOT NULL
);

CREATE TABLE payment_journal_head (
  id           INTEGER  NOT NULL PRIMARY KEY,
  last_number  BIGINT   NOT NULL,
  last_hash    CHAR(64) NOT NULL
);

INSERT INTO payment_journal_head (id, last_number, last_hash)
  VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
