package org.gridclear.cli.day;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.day.option.PaperOption;
import org.gridclear.cli.day.option.VersionOptions;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.approval.FreeMeasures;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear day measure}: what else the rules of the market allow, in words. */
@Command(
    name = "measure",
    description = "Record a measure in words that belongs to a version and changes no result.")
final class DayMeasureCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private VersionOptions version;
  @Mixin private PaperOption papers;

  @Parameters(paramLabel = "WORDS", description = "What was done, and why.")
  private String words;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required(market.path());
    actor.scope(Right.OPERATE_MARKET);
    var attached = papers.papers();
    try (MarketFolder folder = market.open()) {
      int number =
          actor.change(
              "day measure",
              version.version().text(),
              () ->
                  new FreeMeasures(folder, Clock.systemUTC())
                      .take(version.version(), actor.name(), words, attached));
      spec.commandLine().getOut().printf("%s: measure %d%n", version.version().text(), number);
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }
}
