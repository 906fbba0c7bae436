package org.gridclear.cli.result;

import java.io.IOException;
import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredTypes;
import org.gridclear.market.result.CurveQuery;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear results curves}: load or output by period of all elements of a type or a member,
 * or the energy of each.
 */
@Command(
    name = "curves",
    description = {
      "Load or output by period of all elements of a type or a member, or the energy of each.",
      "The type of a load is that of the member that buys for it, or of the user that buys"
          + " itself."
    })
final class ResultsCurvesCommand extends ResultQuestion {
  @Parameters(paramLabel = "KIND", description = "loads or units.")
  private String kind;

  @Mixin private MarketOption market;

  @Mixin private RangeOptions range;

  @Mixin private RangeOptions.FilterOptions filter;

  @Option(names = "--by", defaultValue = "type", description = "type (default) or owner.")
  private String by;

  @Option(names = "--energy", description = "The energy of each group over the range.")
  private boolean energy;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    DayQuery query = range.query().with(filter.filter());
    ResultKind of = ResultKind.of(kind);
    CurveQuery.By groups = CurveQuery.by(by);
    return answer(
        market,
        output,
        (folder, service) -> {
          MarketRegistry registry = new MarketRegistry(folder, Clock.systemUTC());
          CurveQuery asked = new CurveQuery(of, groups, energy, RegisteredTypes.byDate(registry));
          return service.curves(Viewer.LOCAL, query, asked);
        });
  }
}
