-- Proposals of rules and their reviews. Nothing is changed or deleted but the one row that counts.
CREATE TABLE rule_head (
  id        INTEGER NOT NULL PRIMARY KEY,
  proposal  BIGINT  NOT NULL
);
INSERT INTO rule_head (id, proposal) VALUES (1, 0);

-- base is the number of the version that held when it was proposed; valid_from is empty where the
-- rules hold from their approval on, or say themselves from when.
CREATE TABLE rule_proposal (
  number       BIGINT       NOT NULL PRIMARY KEY,
  kind         VARCHAR(40)  NOT NULL,
  id           VARCHAR(64)  NOT NULL,
  base         INTEGER      NOT NULL,
  content_hash CHAR(64)     NOT NULL,
  valid_from   TIMESTAMP(3) WITH TIME ZONE,
  note         VARCHAR(4000) NOT NULL,
  proposed_by  VARCHAR(128) NOT NULL,
  proposed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- A second row for a proposal cannot be.
CREATE TABLE rule_review (
  proposal     BIGINT       NOT NULL PRIMARY KEY REFERENCES rule_proposal (number),
  decision     VARCHAR(16)  NOT NULL,
  reviewed_by  VARCHAR(128) NOT NULL,
  reviewed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  reason       VARCHAR(4000) NOT NULL,
  version      INTEGER
);
