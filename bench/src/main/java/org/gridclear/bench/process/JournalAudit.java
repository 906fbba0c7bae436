package org.gridclear.bench.process;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
          "Received", List.of("reference"),
          "Paid", List.of("reference"),
          "ShortageTold", List.of("member"),
          "GuaranteeGiven", List.of("member", "kind"));

  private final Map<String, Integer> counts = new TreeMap<>();
  private final Set<String> known = new HashSet<>();

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

  /** How many rows there are of each kind. */
  Map<String, Integer> counts() {
    return counts;
  }
}
