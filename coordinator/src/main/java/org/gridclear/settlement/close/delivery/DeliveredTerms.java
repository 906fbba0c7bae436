package org.gridclear.settlement.close.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementMonth;

/** Offers and transmission rights of a day by entity, as they were delivered. */
final class DeliveredTerms {
  private static final String NONE = "none";

  private final SettlementMonth month;
  private final Map<String, String> offers = new HashMap<>();
  private final Map<String, List<String>> rights = new HashMap<>();

  DeliveredTerms(SettlementMonth month, LocalDate date, DeliveredCsv offered, DeliveredCsv held) {
    this.month = month;
    for (List<String> row : offered.on(date)) {
      offers.put(
          offered.cell(row, "entity"),
          text(
              DeliveredSeries.whole(offered.cell(row, "noLoadYuanPerH"), 3),
              DeliveredSeries.whole(offered.cell(row, "startUpYuan"), 3),
              segments(offered.cell(row, "segments"))));
    }
    for (List<String> row : held.on(date)) {
      rights
          .computeIfAbsent(held.cell(row, "entity"), id -> new ArrayList<>())
          .add(
              right(
                  held.cell(row, "source"),
                  held.cell(row, "sink"),
                  DeliveredSeries.whole(held.cell(row, "mw"), 4)));
    }
  }

  private static String segments(String text) {
    List<String> segments = new ArrayList<>();
    for (String segment : text.split(";", 0)) {
      int colon = segment.indexOf(':');
      segments.add(
          segment(
              DeliveredSeries.whole(segment.substring(0, colon).strip(), 4),
              DeliveredSeries.whole(segment.substring(colon + 1).strip(), 3)));
    }
    return segments.toString();
  }

  private static String segment(long uptoMw, long yuanPerMwh) {
    return uptoMw + ":" + yuanPerMwh;
  }

  private static String text(long noLoad, long startUp, String segments) {
    return "%d %d %s".formatted(noLoad, startUp, segments);
  }

  private static String right(String source, String sink, long mw) {
    return "%s to %s %d".formatted(source, sink, mw);
  }

  /** Whether the offer of an entity is the one that was delivered, or it has none. */
  boolean sameOffer(String entity, EntityBlock block, int row) {
    return offer(block, row).equals(offers.getOrDefault(entity, NONE));
  }

  private static String offer(EntityBlock block, int row) {
    Offer offer = block.offers()[row];
    if (offer == null || block.attributes()[SettlementColumn.OFFERED.index()][row] != 1) {
      return NONE;
    }
    List<String> segments = new ArrayList<>();
    for (int k = 0; k < offer.uptoMw().length; k++) {
      segments.add(segment(offer.uptoMw()[k], offer.yuanPerMwh()[k]));
    }
    return text(
        block.attributes()[SettlementColumn.NO_LOAD.index()][row],
        block.attributes()[SettlementColumn.START_UP.index()][row],
        segments.toString());
  }

  /** Whether the rights of an entity are those that were delivered. */
  boolean sameRights(String entity, EntityBlock block, int row) {
    List<String> settled =
        block.rights().stream()
            .filter(right -> right.row() == row)
            .map(
                right ->
                    right(
                        month.points().get(right.source()),
                        month.points().get(right.sink()),
                        right.mw()))
            .sorted()
            .toList();
    return settled.equals(rights.getOrDefault(entity, List.of()).stream().sorted().toList());
  }
}
