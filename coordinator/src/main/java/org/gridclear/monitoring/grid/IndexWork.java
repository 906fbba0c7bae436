package org.gridclear.monitoring.grid;

import java.util.List;
import java.util.SortedMap;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexValue;
import org.gridclear.monitoring.measure.MarketFacts;

/** Where indices are computed: in this process, or on the nodes of a grid. */
public interface IndexWork {
  /**
   * Indices of a day and zone.
   *
   * @param called what people call the day
   * @param facts the day
   * @param zone the zone; "" for the system
   * @param indices ids
   */
  record Asked(String called, MarketFacts facts, String zone, List<String> indices) {
    public Asked {
      indices = List.copyOf(indices);
    }
  }

  /**
   * Values by id of each question, in order.
   *
   * @param catalogue the indices
   * @param text their text
   */
  List<SortedMap<String, IndexValue>> values(
      IndexCatalogue catalogue, byte[] text, List<Asked> asked);

  /** All threads of this process. */
  static IndexWork here() {
    return (catalogue, text, asked) ->
        asked.parallelStream()
            .map(each -> catalogue.values(each.facts().of(each.zone()), each.indices()))
            .toList();
  }
}
