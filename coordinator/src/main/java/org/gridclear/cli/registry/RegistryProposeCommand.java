package org.gridclear.cli.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.market.registry.ChangeFiles;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.MarketRegistry.Wanted;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registry.entry.EntryKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear registry propose}: changes that somebody else is to review. */
@Command(
    name = "propose",
    description = {
      "Propose records of CSV (one kind a file) or JSON as one proposal; it holds once somebody",
      "else has approved it. Every issue is told at once. Exit code 1: there are warnings."
    })
final class RegistryProposeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV or JSON.")
  private List<Path> files;

  @Option(
      names = "--kind",
      converter = EntryKindConverter.class,
      description = "Kind of the records of a CSV (default: the name of its file, unit.csv).")
  private EntryKind kind;

  @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
  private String note;

  @Option(names = "--attach", paramLabel = "FILE", description = "Files that belong to it.")
  private List<Path> attachments = List.of();

  @Override
  public Integer call() throws Exception {
    List<Change> changes = ChangeFiles.read(files, Optional.ofNullable(kind));
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path());
      RegistryRights.require(actor, Right.MANAGE_REGISTRY);
      MarketRegistry registry = RevisionOption.registry(folder);
      return actor.change(
          "registry propose",
          "%d changes of %s".formatted(changes.size(), files),
          () ->
              RegistryPrint.proposed(
                  registry.propose(
                      new Wanted(
                          actor.name(),
                          note,
                          files.size() == 1 ? files.get(0).toString() : "proposal",
                          changes,
                          ChangeFiles.kept(attachments, folder.content()))),
                  spec.commandLine().getOut()));
    }
  }
}
