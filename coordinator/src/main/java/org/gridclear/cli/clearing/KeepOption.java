package org.gridclear.cli.clearing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.year.Keeping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Option of a clearing that becomes a version of its day. */
final class KeepOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Keep the result in this market folder too, as the next version of its day; the case"
              + " needs a date.")
  private @Nullable Path folder;

  @Option(
      names = "--cycle",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description =
          "Number of the run of its day, from 1, of intraday and real time; 0 is the only run of"
              + " the day ahead (default: 0).")
  private int cycle;

  @Mixin private ActorOptions acting;

  /**
   * Where the result is kept too; empty for nowhere.
   *
   * @throws IllegalArgumentException if an option says how it is kept and none where
   */
  Optional<Keeping> keeping() {
    if (folder != null) {
      return Optional.of(new Keeping(folder, cycle, acting.actor()));
    }
    for (String option : List.of("--cycle", "--by", "--security")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new IllegalArgumentException(
            "%s is of a result that is kept; say in which market: --keep DIR.".formatted(option));
      }
    }
    return Optional.empty();
  }
}
