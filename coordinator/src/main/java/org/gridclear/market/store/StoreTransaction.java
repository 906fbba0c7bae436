package org.gridclear.market.store;

import org.jdbi.v3.core.Handle;

/**
 * A transaction that several stores take part in: what each of them writes is kept together, or not
 * at all. Who is no store hands it on.
 */
public final class StoreTransaction {
  private final Handle handle;

  StoreTransaction(Handle handle) {
    this.handle = handle;
  }

  /** For the statements of stores, which alone know SQL. */
  public Handle handle() {
    return handle;
  }
}
