package org.gridclear.cli.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.market.registry.UnmatchedIds;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registry.entry.EntryKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear registry unmatched}: what has no counterpart in another system. */
@Command(
    name = "unmatched",
    description = {
      "Compare the ids of another system, one a line, with the registry on a day.",
      "Exit code 1: something has no counterpart."
    })
final class RegistryUnmatchedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private RevisionOption revision;

  @Parameters(paramLabel = "FILE", description = "All ids of the other system, one a line.")
  private Path file;

  @Option(names = "--system", required = true, description = "The other system.")
  private String system;

  @Option(
      names = "--kind",
      required = true,
      converter = EntryKindConverter.class,
      description = "Kind of the things.")
  private EntryKind kind;

  @Option(names = "--on", paramLabel = "DATE", required = true, description = "The day.")
  private LocalDate day;

  @Override
  public Integer call() throws IOException {
    List<String> foreign =
        Files.readAllLines(file).stream().map(String::strip).filter(id -> !id.isEmpty()).toList();
    try (MarketFolder folder = market.open()) {
      return RegistryPrint.unmatched(
          UnmatchedIds.of(revision.of(folder).state(), system, kind, day, foreign),
          spec.commandLine().getOut());
    }
  }
}
