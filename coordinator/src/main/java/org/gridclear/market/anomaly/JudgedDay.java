package org.gridclear.market.anomaly;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;

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
  /** Kinds of results that rules look at. */
  static final Set<ResultKind> KINDS =
      Set.of(
          ResultKind.PRICES,
          ResultKind.UNITS,
          ResultKind.STORAGE,
          ResultKind.RESERVES,
          ResultKind.BALANCE,
          ResultKind.FLOWS,
          ResultKind.SECURITY);

  public JudgedDay {
    blocks = Map.copyOf(blocks);
  }

  Optional<ResultBlock> block(ResultKind kind) {
    return Optional.ofNullable(blocks.get(kind));
  }
}
