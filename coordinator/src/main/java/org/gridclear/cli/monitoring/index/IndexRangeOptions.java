package org.gridclear.cli.monitoring.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.monitoring.evaluation.IndexQuery;
import org.gridclear.report.monitoring.ReportPeriod;
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

  @Option(names = "--date", paramLabel = "DATE", description = "Trading date.")
  private LocalDate date;

  @Option(names = "--from", paramLabel = "DATE", description = "First trading date of a range.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last trading date of a range.")
  private LocalDate to;

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
    boolean range = from != null && to != null;
    if (date != null ? from != null || to != null : !range) {
      throw new IllegalArgumentException("Give --date, or --from and --to.");
    }
    return new IndexQuery(
        market, date != null ? date : from, date != null ? date : to, indices, zones);
  }

  /** The same over a calendar span that --date lies in. */
  IndexQuery query(ReportPeriod period) {
    IndexQuery given = query();
    if (period == ReportPeriod.RANGE) {
      return given;
    }
    if (date == null) {
      throw new IllegalArgumentException("Give --date with --period.");
    }
    ReportPeriod.Dates dates = period.around(date);
    return new IndexQuery(market, dates.from(), dates.to(), indices, zones);
  }
}
