-- Versions of what a case is assembled from: series, network versions, tickets, snapshots, rules of
-- checks. The content lies in content/ by its hash; rows are added and never changed.
CREATE TABLE piece_version (
  kind          VARCHAR(40)  NOT NULL,
  id            VARCHAR(64)  NOT NULL,
  version       INTEGER      NOT NULL,
  source        VARCHAR(64)  NOT NULL,
  state         VARCHAR(16)  NOT NULL,
  starts_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ends_at       TIMESTAMP(3) WITH TIME ZONE,
  known_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  content_hash  CHAR(64)     NOT NULL,
  recorded_by   VARCHAR(64)  NOT NULL,
  recorded_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (kind, id, version)
);

CREATE INDEX piece_version_starts ON piece_version (kind, starts_at);

-- Who records a version of a kind holds its row meanwhile.
CREATE TABLE piece_lock (
  kind          VARCHAR(40)  NOT NULL PRIMARY KEY
);
