package org.gridclear.monitoring.evaluation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.gridclear.clearing.input.Market;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.validate.UnknownNameException;

/**
 * Which indices are asked for.
 *
 * @param market the market
 * @param from first trading date
 * @param to last trading date
 * @param indices ids; empty for all
 * @param zones zones as {@link MarketFacts#word} writes them; empty for all
 */
public record IndexQuery(
    Market market, LocalDate from, LocalDate to, List<String> indices, List<String> zones) {
  public IndexQuery {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("%s is after %s.".formatted(from, to));
    }
    indices = List.copyOf(indices);
    zones = List.copyOf(zones);
  }

  /**
   * The definitions, in the order of the catalogue.
   *
   * @throws UnknownNameException if the catalogue has none of an id
   */
  List<IndexDefinition> definitions(IndexCatalogue catalogue) {
    for (String id : indices) {
      if (catalogue.find(id).isEmpty()) {
        throw new UnknownNameException(
            "index",
            id,
            new TreeSet<>(catalogue.indices().stream().map(IndexDefinition::id).toList()));
      }
    }
    return catalogue.indices().stream()
        .filter(index -> indices.isEmpty() || indices.contains(index.id()))
        .toList();
  }

  boolean wantsZone(String zone) {
    return zones.isEmpty() || zones.contains(MarketFacts.word(zone));
  }

  /**
   * Refuses zones that are none.
   *
   * @param known all zones there are
   * @throws UnknownNameException for the first that is not among them
   */
  void requireZones(Collection<String> known) {
    List<String> words = known.stream().map(MarketFacts::word).distinct().sorted().toList();
    for (String zone : zones) {
      if (!words.contains(zone)) {
        throw new UnknownNameException("zone", zone, words);
      }
    }
  }
}
