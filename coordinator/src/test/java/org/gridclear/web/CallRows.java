package org.gridclear.web;

import static org.gridclear.account.Right.APPROVE_DAY;
import static org.gridclear.account.Right.OPERATE_MARKET;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.web.CallTable.Call;
import org.gridclear.web.CallTable.Door;
import org.gridclear.web.CallTable.Sample;

/** Calls of a part of the interface, by {@code METHOD /path} as the description has it. */
abstract class CallRows {
  static final String API = "/api/v1/";
  static final String DAY = "markets/da/days/2026-10-01/";
  static final String RANGE = "from=2026-10-01&to=2026-10-02";
  static final List<String> KINDS =
      List.of(
          "prices",
          "zone-prices",
          "units",
          "commitment",
          "reserves",
          "flows",
          "shadow-prices",
          "security",
          "offers",
          "balance",
          "loads",
          "storage");
  static final Set<String> OF_OWNERS = Set.of("units", "commitment", "offers", "loads", "storage");

  static final Set<Right> OPERATES = Set.of(OPERATE_MARKET);
  static final Set<Right> APPROVES = Set.of(APPROVE_DAY);
  final Map<String, Call> calls = new TreeMap<>();

  static Sample get(String address) {
    return new Sample(API + address, null, false);
  }

  static Sample own(String address) {
    return new Sample(API + address, null, true);
  }

  static Sample with(String address, String body) {
    return new Sample(API + address, body, false);
  }

  void add(String key, Door door, Sample... samples) {
    calls.put(key, new Call(door, Set.of(), List.of(samples)));
  }

  void add(String key, Set<Right> rights, Sample... samples) {
    calls.put(key, new Call(Door.RIGHT, rights, List.of(samples)));
  }
}
