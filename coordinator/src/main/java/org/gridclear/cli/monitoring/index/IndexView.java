package org.gridclear.cli.monitoring.index;

/** What is shown of indices. */
enum IndexView {
  /** A row a value. */
  VALUES,
  /** Numbers of suppliers, fuels, products, constraints. */
  ELEMENTS,
  /** Numbers of members, to be published to each. */
  MEMBERS,
  /** A row an index, over the range. */
  OVERVIEW
}
