package org.gridclear.cli.monitoring.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.TradingDates;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.report.monitoring.ReportPeriod;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which indices of which days are asked for. */
final class IndexRangeOptions {
  @Option(
      names = "--of",
      paramLabel = "MARKET",
      defaultValue = "da",
      converter = MarketConverter.class,
      description = "lt-ruc, da, id or rt (default: ${DEFAULT-VALUE}).")
  private Market market;

  @Mixin private TradingDates dates;

  @Option(
      names = "--index",
      paramLabel = "ID",
      description = "This index; may be given more than once (default: all).")
  private List<String> indices = new ArrayList<>();

  @Option(
      names = "--zone",
      description = "This zone, system for all; more than once, too (default: all).")
  private List<String> zones = new ArrayList<>();

  IndexQuery query() {
    TradingDates.Asked asked = dates.asked();
    return query(asked.from(), asked.to());
  }

  /** The same over a calendar span that --date lies in. */
  IndexQuery query(ReportPeriod period) {
    TradingDates.Asked asked = dates.asked();
    if (period == ReportPeriod.RANGE) {
      return query(asked.from(), asked.to());
    }
    if (!asked.one()) {
      throw new IllegalArgumentException("Give --date with --period.");
    }
    ReportPeriod.Dates span = period.around(asked.from());
    return query(span.from(), span.to());
  }

  private IndexQuery query(LocalDate from, LocalDate to) {
    return new IndexQuery(market, from, to, indices, zones);
  }
}
