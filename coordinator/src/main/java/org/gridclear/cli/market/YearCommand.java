package org.gridclear.cli.market;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.ProgressOption;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.year.ClearedDate;
import org.gridclear.market.year.DayNotClearedException;
import org.gridclear.market.year.YearOrder;
import org.gridclear.market.year.YearText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear year SOURCE}: clears and stores market days one after the other. */
@Command(
    name = "year",
    description = {
      "Clear day-ahead markets day after day, each from what the day before handed on, and keep",
      "every day as a version in a market folder. A day that is there already is not cleared"
          + " again.",
      "SOURCE is RTS-GMLC's folder, or a network, built-in or a file, that gets synthetic days."
    })
public final class YearCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;
  @Mixin private ProgressOption progress;
  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "SOURCE", description = "The cases of all dates.")
  private String source;

  @Option(
      names = "--market",
      required = true,
      paramLabel = "DIR",
      description = "The market folder (gridclear market init DIR).")
  private Path market;

  @Mixin private YearOptions dates;

  @Override
  public Integer call() throws IOException {
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    gridOptions.reach();
    YearOrder order = dates.of(source);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = progress.on(spec.commandLine().getErr());
    try (MarketFolder folder = MarketFolder.open(market);
        Grid grid = Grid.startLight(gridOptions)) {
      List<ClearedDate> days =
          order.clear(folder, grid.runs(), actor, err == null ? line -> {} : err::println);
      out.print(YearText.of(days, order.plan()));
      out.flush();
      return ExitCodes.clean(days.stream().allMatch(day -> day.alarms().isEmpty()));
    } catch (DayNotClearedException e) {
      spec.commandLine().getErr().println("gridclear: " + e.getMessage());
      return ExitCodes.FAILED_CELLS;
    }
  }
}
