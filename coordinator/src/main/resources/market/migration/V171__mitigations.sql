-- Offers that go to reference because of market power: proposed by one account, decided by another.
-- The content names the day as it was offered and as it would be cleared; both are kept.
CREATE TABLE mitigation (
  number       BIGINT       NOT NULL PRIMARY KEY,
  market       VARCHAR(16)  NOT NULL,
  trading_date DATE         NOT NULL,
  content_hash VARCHAR(64)  NOT NULL,
  owners       TEXT         NOT NULL,
  state        VARCHAR(16)  NOT NULL,
  proposed_by  VARCHAR(200) NOT NULL,
  proposed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  decided_by   VARCHAR(200) NOT NULL,
  decided_at   TIMESTAMP(3) WITH TIME ZONE,
  remark       TEXT         NOT NULL
);
