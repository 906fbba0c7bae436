package org.gridclear.cli.publication;

import java.time.LocalDate;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.TableOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear publish run}: publish what is due by the catalogue. */
@Command(name = "run", description = "Publish what is due by the catalogue.")
final class PublishRunCommand extends PublishStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--from", required = true, description = "First trading date.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last trading date.")
  private LocalDate to;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return publish(
        market,
        acting,
        output,
        "run",
        (publishing, days, actor) -> publishing.run(from, to, actor.name()));
  }
}
