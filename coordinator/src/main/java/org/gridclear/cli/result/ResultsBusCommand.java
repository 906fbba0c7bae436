package org.gridclear.cli.result;

import java.io.IOException;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.Viewer;
import org.gridclear.table.RowRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear results bus}: the price of a bus beside what is cleared there. */
@Command(name = "bus", description = "The price of a bus beside what is cleared there.")
final class ResultsBusCommand extends ResultQuestion {
  @Parameters(paramLabel = "BUS", description = "Id of the bus.")
  private String bus;

  @Mixin private MarketOption market;

  @Mixin private RangeOptions range;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    DayQuery query = range.query().with(DayQuery.Filter.ofBus(bus));
    return answer(market, output, service -> service.atBus(Viewer.LOCAL, query, RowRange.ALL));
  }
}
