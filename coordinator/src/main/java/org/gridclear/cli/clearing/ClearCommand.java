package org.gridclear.cli.clearing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.clearing.order.CaseOrder;
import org.gridclear.clearing.order.ClearingOrder;
import org.gridclear.clearing.order.LongCycleOrder;
import org.gridclear.cli.option.CaseSource;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.cli.process.FolderRun;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.process.StepLog;
import org.gridclear.study.CaseToClear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear clear CASE}: clears one case of any format in one of the four markets. */
@Command(
    name = "clear",
    description = {
      "Clear one case: commitment, dispatch, reserve and prices.",
      "CASE is a file of any format (pglib-uc, UnitCommitment.jl, Egret, gridclear-case,"
          + " MATPOWER),",
      "a day of RTS-GMLC's folder (FOLDER@2020-07-15), or the name of a built-in network; a network"
          + " alone is completed with synthetic offers."
    })
public final class ClearCommand implements Callable<Integer>, RunLog.Run {
  @Mixin private StrictOption strict;
  @Mixin private FolderRun run;
  @Mixin private CaseSource source;

  @Parameters(paramLabel = "CASE", description = "The case to clear; - for standard input.")
  private String file;

  @Mixin private ClearingChoice choice;
  @Mixin private WindowOptions window;
  @Mixin private LongHorizon horizon;
  @Mixin private KeepOption keep;
  @Mixin private StepLog steps;

  @Override
  public @Nullable Path written() {
    return run.written();
  }

  @Override
  public Integer call() throws IOException {
    steps.start();
    run.check();
    ClearingOrder order = order();
    try (Grid grid = Grid.startLight(run.grid())) {
      ClearingOrder.Cleared cleared =
          order.clear(grid.runs().store(), part -> run.await(grid.runs().submit(part), "cases"));
      return run.write(
          cleared.result(),
          grid.runs(),
          (place, of, store, beside) -> {
            cleared.write(place, store, beside);
            run.wrote(place.folder());
            ClearingOrder.Said said = cleared.said(place.folder(), store);
            return new FolderRun.Written(said.text(), List.of(), said.where(), said.clean());
          });
    }
  }

  private ClearingOrder order() {
    horizon.refuseBesideDays(choice.market(), run.json());
    CaseToClear taken =
        CaseToClear.of(file, strict.load(file), source::day, choice.security(), choice::over);
    return horizon.inDays()
        ? LongCycleOrder.of(
            taken, window.days(horizon.dayMinutes()), window.handed(), strict::check)
        : CaseOrder.of(taken, horizon.windows(), window.of(taken), keep.keeping(), strict::check);
  }
}
