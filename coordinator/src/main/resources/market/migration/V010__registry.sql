-- The registry. Nothing of it is changed or deleted but the one row that counts.
CREATE TABLE registry_head (
  id        INTEGER NOT NULL PRIMARY KEY,
  proposal  BIGINT  NOT NULL,
  revision  BIGINT  NOT NULL
);
INSERT INTO registry_head (id, proposal, revision) VALUES (1, 0, 0);

CREATE TABLE registry_proposal (
  number       BIGINT       NOT NULL PRIMARY KEY,
  proposed_by  VARCHAR(64)  NOT NULL,
  proposed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  note         TEXT         NOT NULL
);

-- What is proposed; base is the revision at which the thing was changed last, 0 if it is new.
CREATE TABLE registry_change (
  proposal  BIGINT       NOT NULL REFERENCES registry_proposal (number),
  number    INTEGER      NOT NULL,
  kind      VARCHAR(32)  NOT NULL,
  id        VARCHAR(64)  NOT NULL,
  last_day  DATE,
  content   TEXT         NOT NULL,
  place     TEXT         NOT NULL,
  base      BIGINT       NOT NULL,
  PRIMARY KEY (proposal, number)
);

CREATE TABLE registry_attachment (
  proposal  BIGINT        NOT NULL REFERENCES registry_proposal (number),
  name      VARCHAR(255)  NOT NULL,
  content   CHAR(64)      NOT NULL,
  PRIMARY KEY (proposal, name)
);

-- A second row for a proposal cannot be; an approval makes the next revision of the registry.
CREATE TABLE registry_review (
  proposal     BIGINT       NOT NULL PRIMARY KEY REFERENCES registry_proposal (number),
  decision     VARCHAR(16)  NOT NULL,
  reviewed_by  VARCHAR(64)  NOT NULL,
  reviewed_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  reason       TEXT         NOT NULL,
  revision     BIGINT       UNIQUE
);

-- All records of a thing from a revision on, until a later revision has others of it.
CREATE TABLE registry_record (
  revision    BIGINT       NOT NULL,
  kind        VARCHAR(32)  NOT NULL,
  id          VARCHAR(64)  NOT NULL,
  valid_from  DATE         NOT NULL,
  valid_to    DATE,
  content     TEXT         NOT NULL,
  PRIMARY KEY (kind, id, revision, valid_from)
);
