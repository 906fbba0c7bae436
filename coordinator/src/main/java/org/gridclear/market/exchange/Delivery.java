package org.gridclear.market.exchange;

import java.io.IOException;
import org.gridclear.market.store.exchange.OutboxRow;

/** Brings something to a partner. The same again is no second one: it has the same id. */
interface Delivery {
  /**
   * Delivers.
   *
   * @param row which entry of the outbox
   * @param body its bytes
   * @return what the partner answered; "" for nothing
   * @throws IOException if it may not have arrived
   */
  String deliver(OutboxRow row, byte[] body) throws IOException;
}
