package org.gridclear.market.anomaly.rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;

/**
 * A version of a day as rules see it.
 *
 * @param key market, date and cycle
 * @param blocks its results
 * @param evidence what its clearing knew of itself; empty where that was not kept
 * @param capYuanPerMwh cap of prices by the parameters of the market; empty where none are set
 * @param before prices of the day before, of the same market and cycle; empty where there is none
 */
public record JudgedDay(
    DayKey key,
    Map<ResultKind, ResultBlock> blocks,
    Optional<CaseEvidence> evidence,
    OptionalDouble capYuanPerMwh,
    Optional<ResultBlock> before) {
  /**
   * What rules look at of the results of a version, given what is known of its clearing.
   *
   * @param evidence what its clearing knew of itself; empty where that was not kept
   */
  public static Map<ResultKind, Selection> wanted(Optional<CaseEvidence> evidence) {
    Map<ResultKind, Selection> wanted = new EnumMap<>(ResultKind.class);
    wanted.put(ResultKind.PRICES, PRICES);
    wanted.put(ResultKind.BALANCE, Selection.of("loadMw", "shedMw"));
    wanted.put(ResultKind.RESERVES, Selection.of("requiredMw", "missingMw"));
    if (evidence.isEmpty() || !evidence.get().outside().isEmpty()) {
      wanted.put(ResultKind.UNITS, Selection.of("mw", "availableMw"));
      wanted.put(ResultKind.STORAGE, Selection.of("chargeMw"));
    }
    if (evidence.isEmpty()) {
      wanted.put(ResultKind.SECURITY, Selection.of("value", "limit"));
    }
    if (evidence.isEmpty() || !evidence.get().checked()) {
      wanted.put(ResultKind.FLOWS, Selection.of("flowMw", "limitMw", "overloadMw"));
    }
    return wanted;
  }

  /** What rules look at of prices. */
  public static final Selection PRICES = Selection.of("lmpYuanPerMwh");

  public JudgedDay {
    blocks = Map.copyOf(blocks);
  }

  Optional<ResultBlock> block(ResultKind kind) {
    return Optional.ofNullable(blocks.get(kind));
  }
}
