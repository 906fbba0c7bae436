package org.gridclear.cli.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.day.DayKey;
import picocli.CommandLine.Option;

/** Which anomalies are asked for. */
final class AnomalyQueryOptions {
  @Option(
      names = "--trade",
      paramLabel = "MARKET",
      converter = MarketConverter.class,
      description = "lt-ruc, da, id or rt (default: all).")
  private Market market;

  @Option(names = "--date", paramLabel = "DATE", description = "Trading date.")
  private LocalDate date;

  @Option(names = "--from", paramLabel = "DATE", description = "First trading date of a range.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last trading date of a range.")
  private LocalDate to;

  @Option(
      names = "--state",
      description = "open, acknowledged, handled or closed; more than once, too (default: all).")
  private List<AnomalyState> states = new ArrayList<>();

  AnomalyDesk.Query query() {
    boolean range = from != null && to != null;
    if (date != null ? from != null || to != null : !range) {
      throw new IllegalArgumentException("Give --date, or --from and --to.");
    }
    return new AnomalyDesk.Query(
        market == null ? "" : DayKey.word(market),
        date != null ? date : from,
        date != null ? date : to,
        states);
  }
}
