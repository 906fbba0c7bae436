package org.gridclear.cli.registry;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear registry show}: what is registered. */
@Command(
    name = "show",
    description = "Show the records of a kind, of all days or of one; without a kind count them.")
final class RegistryShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private RevisionOption revision;
  @Mixin private TableOutput output;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..1",
      converter = EntryKindConverter.class,
      description = "member, unit, meter, contract or another kind (docs/market.md).")
  private EntryKind kind;

  @Option(names = "--on", paramLabel = "DATE", description = "Only what holds on this day.")
  private LocalDate day;

  @Option(names = "--id", description = "Only this thing.")
  private String id;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      Revision registry = revision.of(folder);
      List<Entry> entries =
          (day == null ? registry.state().all() : registry.state().on(day))
              .filter(entry -> kind == null || entry.kind() == kind)
              .filter(entry -> id == null || entry.id().equals(id))
              .toList();
      if (id != null && kind != null && !registry.state().of(kind).containsKey(id)) {
        throw new IllegalArgumentException(
            "There is no %s %s. %s"
                .formatted(
                    kind.label(), id, NearestName.advice(id, registry.state().of(kind).keySet())));
      }
      output.write(
          kind == null
              ? EntryTables.counts(registry.state(), entries)
              : EntryTables.records(kind, entries),
          spec.commandLine().getOut());
      spec.commandLine().getErr().println("Revision " + registry.revision());
      return ExitCodes.DONE;
    }
  }
}
