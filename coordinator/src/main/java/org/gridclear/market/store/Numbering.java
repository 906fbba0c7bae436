package org.gridclear.market.store;

import org.jdbi.v3.core.Handle;

/**
 * Numbers that rows get in the order in which they are added: each once, by one at a time. Only
 * stores use it; whoever holds a numbering holds it until the transaction ends.
 */
public enum Numbering {
  /** Of declarations. */
  DECLARATIONS("declaration"),
  /** Of anomalies. */
  ANOMALIES("anomaly"),
  /** Of events of the market. */
  EVENTS("market_event"),
  /** Of what is sent over channels. */
  EXCHANGES("exchange"),
  /** Of posts of the forum. */
  POSTS("forum"),
  /** Of publications. */
  PUBLICATIONS("publication"),
  /** Of alarms of indices. */
  INDEX_ALARMS("index_alarm");

  private final String table;

  Numbering(String subject) {
    table = subject + "_counter";
  }

  /** The last number that was given; 0 for none. Others wait until this transaction has ended. */
  public long hold(Handle handle) {
    return last(handle, " FOR UPDATE");
  }

  /** The last number that was given; 0 for none. */
  public long last(Handle handle) {
    return last(handle, "");
  }

  private long last(Handle handle, String lock) {
    return handle
        .createQuery("SELECT last_number FROM " + table + " WHERE id = 1" + lock)
        .mapTo(Long.class)
        .one();
  }

  /** Says the last number that was given, of a numbering that is held. */
  public void given(Handle handle, long last) {
    handle.execute("UPDATE " + table + " SET last_number = ? WHERE id = 1", last);
  }
}
