package org.gridclear.bench.process;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.json.Json;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import tools.jackson.databind.JsonNode;

/** What lies on disk when everything is over: no gap, nothing twice. */
final class JournalAudit {
  private static final Map<String, List<String>> ONCE =
      Map.of(
          "Confirmed", List.of("publication", "member"),
          "Decided", List.of("proposal"),
          "DisputeWithdrawn", List.of("dispute"),
          "Invoiced", List.of("member", "month"),
          "Adjusted", List.of("number"),
          "SharedBack", List.of("of"),
          "Received", List.of("reference"),
          "Paid", List.of("reference"),
          "ShortageTold", List.of("member"),
          "GuaranteeGiven", List.of("member", "kind"));

  private static final String MEMBER = "member:";

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Long> owes = new TreeMap<>();
  private final Map<Long, JsonNode> proposed = new TreeMap<>();

  /** Reads both journals of a market that nobody has open. */
  static JournalAudit of(Path folder, Calls calls) {
    JournalAudit audit = new JournalAudit();
    try (MarketFolder market = MarketFolder.open(folder)) {
      for (JournalStore.Journal journal : JournalStore.Journal.values()) {
        audit.known.clear();
        for (JournalRow row :
            new JournalStore(market.database(), journal).after(0, JournalRow.FIRST)) {
          audit.counts.merge(row.kind(), 1, Integer::sum);
          audit.once(row, calls);
          if (journal == JournalStore.Journal.PAYMENT) {
            audit.owes(row, market);
          }
        }
      }
    }
    return audit;
  }

  private void once(JournalRow row, Calls calls) {
    List<String> key = ONCE.get(row.kind());
    if (key != null) {
      JsonNode content = Json.MAPPER.readTree(row.content());
      StringBuilder text = new StringBuilder(row.kind());
      key.forEach(field -> text.append(' ').append(content.get(field)));
      calls.require(known.add(text.toString()), "%s is in the journal twice", text);
    }
  }

  /** Balances of all accounts as the server tells them, 0.001 yuan. */
  static Map<String, Long> told(Calls calls, String token) {
    Map<String, Long> balances = new TreeMap<>();
    for (JsonNode row : calls.get("payments/balances", token)) {
      balances.put(row.get("account").asString(), milli(row.get("balanceYuan")));
    }
    return balances;
  }

  private static long milli(JsonNode yuan) {
    return new BigDecimal(yuan.asString()).movePointRight(3).longValueExact();
  }

  /**
   * Compares what each member owes with the rows, added up here by themselves. Who has rows that do
   * not come to 0 has an account.
   */
  void accounts(Map<String, Long> told, Calls calls) {
    Set<String> accounts = new TreeSet<>(told.keySet());
    owes.keySet().forEach(member -> accounts.add(MEMBER + member));
    for (String account : accounts) {
      if (account.startsWith(MEMBER)) {
        long own = owes.getOrDefault(account.substring(MEMBER.length()), 0L);
        long balance = told.getOrDefault(account, 0L);
        calls.require(own == balance, "%s is %d, not %d", account, balance, own);
      }
    }
  }

  private void owes(JournalRow row, MarketFolder market) {
    JsonNode content = Json.MAPPER.readTree(row.content());
    switch (row.kind()) {
      case "Invoiced", "Adjusted", "Received" ->
          add(content.get("member").asString(), -content.get("milliYuan").asLong());
      case "Paid", "LateFee" ->
          add(content.get("member").asString(), content.get("milliYuan").asLong());
      case "SharedBack" -> shares(content.get("shares").asString(), -1, market);
      case "Proposed" -> proposed.put(row.number(), content);
      case "Decided" -> {
        JsonNode act =
            Objects.requireNonNull(proposed.get(content.get("proposal").asLong()), row.content());
        if (content.get("approved").asBoolean() && act.get("act").asString().equals("Defaulted")) {
          JsonNode made = Json.MAPPER.readTree(act.get("content").asString());
          for (JsonNode draw : made.get("draws")) {
            add(made.get("member").asString(), -draw.get("milliYuan").asLong());
          }
          shares(made.get("shares").asString(), 1, market);
        }
      }
      default -> {}
    }
  }

  private void shares(String hash, int sign, MarketFolder market) {
    for (JsonNode share : Json.MAPPER.readTree(market.content().get(hash))) {
      add(share.get("member").asString(), sign * share.get("milliYuan").asLong());
    }
  }

  private void add(String member, long milliYuan) {
    owes.merge(member, milliYuan, Long::sum);
  }

  /** How many rows there are of each kind. */
  Map<String, Integer> counts() {
    return counts;
  }
}
