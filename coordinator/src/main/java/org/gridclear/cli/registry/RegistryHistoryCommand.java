package org.gridclear.cli.registry;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry.Version;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.entry.EntryKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear registry history}: every record that a thing ever had. */
@Command(
    name = "history",
    description = "Every record that a thing ever had, by revision: who proposed, who approved.")
final class RegistryHistoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private TableOutput output;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      converter = EntryKindConverter.class,
      description = "Kind of the thing.")
  private EntryKind kind;

  @Parameters(index = "1", paramLabel = "ID", description = "Its id.")
  private String id;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<Version> versions = RevisionOption.registry(folder).history(new Key(kind, id));
      if (versions.isEmpty()) {
        throw new IllegalArgumentException("There was never a %s %s.".formatted(kind.label(), id));
      }
      output.write(
          EntryTables.history(kind, versions, folder.facts().zone()), spec.commandLine().getOut());
      return ExitCodes.DONE;
    }
  }
}
