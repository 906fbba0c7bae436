package org.gridclear.cli.monitoring.index;

import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.monitoring.evaluation.IndexEvaluation;
import org.gridclear.monitoring.evaluation.IndexTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear monitor show}: values of indices that were evaluated. */
@Command(name = "show", description = "Values of indices that were evaluated.")
public final class MonitorShowCommand extends MonitorStepCommand {
  @Mixin private MarketOption market;

  @Mixin private IndexRangeOptions range;

  @Option(
      names = "--view",
      defaultValue = "VALUES",
      description =
          "values, elements (suppliers, fuels, products, constraints), members (to be"
              + " published to each) or overview (limits and trend; default: values).")
  private IndexView view;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          List<IndexEvaluation.StoredIndex> values = evaluation(folder).values(range.query());
          return switch (view) {
            case VALUES -> IndexTables.values(values);
            case ELEMENTS -> IndexTables.elements(values);
            case MEMBERS -> IndexTables.members(values);
            case OVERVIEW -> IndexTables.overview(values);
          };
        });
  }
}
