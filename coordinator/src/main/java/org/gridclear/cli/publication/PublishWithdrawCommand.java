package org.gridclear.cli.publication;

import java.util.Optional;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.publication.Publishing.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear publish withdraw}: withdraw a published version. */
@Command(
    name = "withdraw",
    description = "Withdraw a published version; told to all who were told of it.")
final class PublishWithdrawCommand extends PublishStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private VersionOptions version;

  @Option(names = "--reason", required = true, description = "Why.")
  private String reason;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return publish(
        market,
        acting,
        output,
        "withdraw",
        (publishing, days, actor) ->
            publishing.publishing().withdraw(version.find(days), reason, actor.name()).stream()
                .map(row -> new Outcome(row.kind(), row.subject(), Optional.of(row), 0, ""))
                .toList());
  }
}
