package org.gridclear.cli.day.intervention;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.day.option.PaperOption;
import org.gridclear.cli.day.option.ReasonOption;
import org.gridclear.cli.day.option.VersionOptions;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.intervention.DayIntervention;
import org.gridclear.market.intervention.ReclearingRuns;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear day intervene}: a version that is changed by hand. */
@Command(
    name = "intervene",
    description = {
      "Make a new version by hand: fix statuses and outputs of units, clear again, set prices",
      "(format gridclear-intervention). The version before stays; what the auditor says is on top",
      "of the alarms of the new one, so that the exit code is 1."
    })
public final class DayInterveneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private VersionOptions version;
  @Mixin private ReasonOption reason;
  @Mixin private PaperOption papers;
  @Mixin private GridOptions gridOptions;

  @Parameters(paramLabel = "FILE", description = "What is changed, JSON.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    gridOptions.reach();
    Actor actor = acting.required(market.path());
    actor.scope(Right.OPERATE_MARKET);
    Map<String, byte[]> attached = papers.papers();
    DayIntervention.Wanted wanted =
        new DayIntervention.Wanted(
            version.version(), Files.readAllBytes(file), reason.text(), attached);
    try (MarketFolder folder = market.open();
        Grid grid = Grid.startLight(gridOptions)) {
      DayIntervention intervention =
          DayIntervention.of(folder, new ReclearingRuns(grid.runs()), Clock.systemUTC());
      DayVersion made =
          actor.change(
              "day intervene",
              "%s by %s".formatted(wanted.parent().text(), file),
              () ->
                  intervention
                      .intervene(
                          wanted, new Made.Source(Made.BUILD, actor.name(), Clock.systemUTC()))
                      .version());
      PrintWriter out = spec.commandLine().getOut();
      made.alarms().forEach(alarm -> out.println("ALARM: " + alarm));
      out.printf("%s is made from version %d%n", made.text(), wanted.parent().number());
      out.flush();
      return ExitCodes.FAILED_CELLS;
    }
  }
}
