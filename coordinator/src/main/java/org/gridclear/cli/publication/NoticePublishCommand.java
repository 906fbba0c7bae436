package org.gridclear.cli.publication;

import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear publish notice publish}: publish a notice (title, text, from, to, audience. */
@Command(
    name = "publish",
    description = "Publish a notice (title, text, from, to, audience; YAML or JSON).")
final class NoticePublishCommand extends NoticeStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", description = "The notice.")
  private Path file;

  @Option(names = "--attach", paramLabel = "FILE", description = "A paper; may be repeated.")
  private @Nullable List<Path> papers;

  @Override
  public Integer call() throws Exception {
    List<Path> attached = papers == null ? List.of() : papers;
    return done(
        market,
        acting,
        "publish",
        (notices, clock, actor) ->
            notices.publish(read(file, attached, notices, clock), actor.name()));
  }
}
