package org.gridclear.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.account.Right;

/**
 * Every call of the interface: who may make it, and samples of it. A sample that names something of
 * the member alder is also sent by the member birch, who must hear what it hears of something that
 * does not exist.
 */
final class CallTable {
  /** Who may make a call. */
  enum Door {
    /** Everybody, with a token or without. */
    OPEN,
    /** Everybody whose token is good. */
    KNOWN,
    /** Who has logged in, which no API token has. */
    SESSION,
    /** Who has one of the rights. */
    RIGHT
  }

  /**
   * A call.
   *
   * @param door who may make it
   * @param rights rights of which one is enough, where the door asks for any
   * @param samples what to send
   */
  record Call(Door door, Set<Right> rights, List<Sample> samples) {}

  /**
   * A sample.
   *
   * @param address path and query
   * @param body null for none
   * @param own whether alder's answer names something of alder
   */
  record Sample(String address, String body, boolean own) {
    /** Whether it names something of alder. */
    boolean ofAlder() {
      return (address + body).contains("alder");
    }

    /** The same with something that does not exist instead of what is alder's. */
    Sample ofNobody() {
      return new Sample(
          address.replace("alder", "aspen"),
          body == null ? null : body.replace("alder", "aspen"),
          own);
    }
  }

  private CallTable() {}

  /** All calls, by {@code METHOD /path} as the description has it. */
  static Map<String, Call> calls() {
    Map<String, Call> calls = new TreeMap<>();
    for (CallRows rows :
        List.of(new SystemCalls(), new MarketCalls(), new PublicCalls(), new SettlementCalls())) {
      rows.calls.forEach(
          (key, call) -> {
            if (calls.put(key, call) != null) {
              throw new IllegalStateException(key + " is there twice");
            }
          });
    }
    return calls;
  }
}
