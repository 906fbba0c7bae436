package org.gridclear.cli.result;

import java.io.IOException;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear results versions}: list the versions of days. */
@Command(name = "versions", description = "List the versions of days.")
final class ResultsVersionsCommand extends ResultQuestion {
  @Mixin private MarketOption market;

  @Mixin private RangeOptions range;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    DayQuery query = range.query();
    return answer(
        market,
        output,
        service -> service.versions(Viewer.LOCAL, query.market(), query.from(), query.to()));
  }
}
