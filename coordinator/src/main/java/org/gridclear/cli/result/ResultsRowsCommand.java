package org.gridclear.cli.result;

import java.io.IOException;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.Viewer;
import org.gridclear.table.RowRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear results rows}: rows of a kind of results. */
@Command(name = "rows", description = "Rows of a kind of results.")
final class ResultsRowsCommand extends ResultQuestion {
  @Parameters(paramLabel = "KIND", description = KINDS)
  private String kind;

  @Mixin private MarketOption market;

  @Mixin private RangeOptions range;

  @Mixin private RangeOptions.FilterOptions filter;

  @Option(
      names = "--offset",
      defaultValue = "0",
      description = "Rows that are left out before the first (default: 0).")
  private long offset;

  @Option(
      names = "--limit",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "1000000",
      description = "Most rows (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    DayQuery query = range.query().with(filter.filter());
    ResultKind of = ResultKind.of(kind);
    return answer(
        market,
        output,
        service -> whole(service.rows(Viewer.LOCAL, query, of, new RowRange(offset, limit))));
  }
}
