package org.gridclear.cli.publication;

import java.nio.file.Path;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear publish notice correct}: publish another text in place of a notice. */
@Command(name = "correct", description = "Publish another text in place of a notice.")
final class NoticeCorrectCommand extends NoticeStepCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Parameters(
      index = "0",
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Publication that is corrected.")
  private int number;

  @Parameters(index = "1", paramLabel = "FILE", description = "The notice.")
  private Path file;

  @Option(names = "--attach", paramLabel = "FILE", description = "A paper; may be repeated.")
  private @Nullable List<Path> papers;

  @Override
  public Integer call() throws Exception {
    List<Path> attached = papers == null ? List.of() : papers;
    return done(
        market,
        acting,
        "correct",
        (notices, clock, actor) ->
            notices.correct(number, read(file, attached, notices, clock), actor.name()));
  }
}
