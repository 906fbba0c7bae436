package org.gridclear.cli.anomaly;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.TradingDates;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.day.DayKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which anomalies are asked for. */
final class AnomalyQueryOptions {
  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      converter = MarketConverter.class,
      description = "lt-ruc, da, id or rt (default: all).")
  private Market market;

  @Mixin private TradingDates dates;

  @Option(
      names = "--state",
      description = "open, acknowledged, handled or closed; more than once, too (default: all).")
  private List<AnomalyState> states = new ArrayList<>();

  AnomalyDesk.Query query() {
    TradingDates.Asked asked = dates.asked();
    return new AnomalyDesk.Query(
        market == null ? "" : DayKey.word(market), asked.from(), asked.to(), states);
  }
}
