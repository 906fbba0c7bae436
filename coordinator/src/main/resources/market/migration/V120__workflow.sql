-- Instances of workflows: one a start of a cycle of a trading date, and one more for each start by
-- hand. A second row for a start cannot be, so that no two coordinators make it.
CREATE TABLE workflow_instance (
  workflow      VARCHAR(64)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  run           INTEGER      NOT NULL,
  book_version  INTEGER      NOT NULL,
  starts_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  state         VARCHAR(16)  NOT NULL,
  steps         INTEGER      NOT NULL,
  PRIMARY KEY (workflow, trading_date, cycle, run)
);
CREATE INDEX workflow_instance_state ON workflow_instance (state);
CREATE INDEX workflow_instance_date ON workflow_instance (trading_date);

-- Where each node of an instance stands. The token rises with every take of the node: who holds an
-- earlier one ends nothing. The beat rises while its holder lives.
CREATE TABLE workflow_node (
  workflow      VARCHAR(64)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  run           INTEGER      NOT NULL,
  node          VARCHAR(64)  NOT NULL,
  place         INTEGER      NOT NULL,
  state         VARCHAR(16)  NOT NULL,
  attempt       INTEGER      NOT NULL,
  not_before    TIMESTAMP(3) WITH TIME ZONE,
  due_at        TIMESTAMP(3) WITH TIME ZONE,
  overdue       BOOLEAN      NOT NULL,
  released_by   VARCHAR(128) NOT NULL,
  holder        VARCHAR(64)  NOT NULL,
  token         BIGINT       NOT NULL,
  beat          BIGINT       NOT NULL,
  PRIMARY KEY (workflow, trading_date, cycle, run, node)
);

-- What became of a node, or of the instance where none is named; rows are added and never changed.
CREATE TABLE workflow_transition (
  workflow      VARCHAR(64)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  run           INTEGER      NOT NULL,
  number        INTEGER      NOT NULL,
  node          VARCHAR(64)  NOT NULL,
  state         VARCHAR(16)  NOT NULL,
  made_by       VARCHAR(128) NOT NULL,
  made_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  reason        VARCHAR(4000) NOT NULL,
  PRIMARY KEY (workflow, trading_date, cycle, run, number)
);

-- What happened that nodes wait for; cycle 0 is for all cycles of the date.
CREATE TABLE workflow_event (
  name          VARCHAR(64)  NOT NULL,
  trading_date  DATE         NOT NULL,
  cycle         INTEGER      NOT NULL,
  raised_by     VARCHAR(128) NOT NULL,
  raised_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (name, trading_date, cycle)
);
