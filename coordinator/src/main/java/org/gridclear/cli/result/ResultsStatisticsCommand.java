package org.gridclear.cli.result;

import java.io.IOException;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.StatisticsQuery;
import org.gridclear.market.result.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear results statistics}: least, mean and greatest number, the mean weighted by load
 * or output, and energy.
 */
@Command(
    name = "statistics",
    description = {
      "Least, mean and greatest number, the mean weighted by load or output, and energy; or a",
      "duration curve. Every number counts as long as its period is."
    })
final class ResultsStatisticsCommand extends ResultQuestion {
  @Parameters(paramLabel = "KIND", description = KINDS)
  private String kind;

  @Mixin private MarketOption market;

  @Mixin private RangeOptions range;

  @Mixin private RangeOptions.FilterOptions filter;

  @Option(
      names = "--column",
      defaultValue = "",
      description = "Column of the numbers (default: the first of the kind).")
  private String column;

  @Option(
      names = "--by",
      split = ",",
      description = "Groups: zone, fuel, owner, bus, unit …, day, month; commas between.")
  private List<String> by;

  @Option(names = "--curve", description = "The duration curve.")
  private boolean curve;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    DayQuery query = range.query().with(filter.filter());
    ResultKind of = ResultKind.of(kind);
    StatisticsQuery asked = new StatisticsQuery(column, by == null ? List.of() : by, curve);
    return answer(market, output, service -> service.statistics(Viewer.LOCAL, query, of, asked));
  }
}
