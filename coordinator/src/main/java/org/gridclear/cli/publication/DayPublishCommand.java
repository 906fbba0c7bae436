package org.gridclear.cli.publication;

import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.TableOutput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear day publish}: the last step of a version of a day. */
@Command(
    name = "publish",
    description = {
      "Publish an approved version: all kinds of its market, or those that are named. What is due",
      "and not published yet is said; until then it stays approved. The same as publish day."
    })
public final class DayPublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private VersionOptions version;
  @Mixin private TableOutput output;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Kinds of the catalogue (default: all of the market).")
  private @Nullable List<String> kinds;

  @Override
  public Integer call() throws Exception {
    return PublishDayCommand.day(
        market,
        acting,
        version,
        kinds == null ? List.of() : kinds,
        output,
        spec.commandLine().getOut());
  }
}
