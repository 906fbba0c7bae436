package org.gridclear.cli.publication;

import java.io.PrintWriter;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.TableOutput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear publish day}: publish kinds of data of an approved version by hand, all of them
 * or none.
 */
@Command(
    name = "day",
    description = "Publish kinds of data of an approved version by hand, all of them or none.")
final class PublishDayCommand extends PublishStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private VersionOptions version;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..*",
      description = "Kinds of the catalogue (default: all of the market).")
  private @Nullable List<String> kinds;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    List<String> wanted = kinds == null ? List.of() : kinds;
    return day(market, acting, version, wanted, output, out());
  }

  /** Publishes kinds of a version by hand; returns the exit code. */
  static int day(
      MarketOption market,
      ActorOptions acting,
      VersionOptions version,
      List<String> kinds,
      TableOutput output,
      PrintWriter out)
      throws Exception {
    return publish(
        market,
        acting,
        output,
        "day",
        (publishing, days, actor) ->
            publishing.publishing().version(version.find(days), kinds, actor.name()),
        out);
  }
}
