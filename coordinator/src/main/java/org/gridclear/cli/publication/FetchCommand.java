package org.gridclear.cli.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.publication.MailFetch;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.TableFormat;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear publish fetch}: messages of a recipient as files. */
@Command(
    name = "fetch",
    description = {
      "Write messages of a recipient and their rows to a folder. The folder knows how far it is:",
      "the same command goes on behind that."
    })
final class FetchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;

  @ArgGroup(multiplicity = "1")
  private Whose whose;

  /** Whose messages. */
  private static final class Whose {
    @Option(names = "--member", paramLabel = "ID", description = "A member of the registry.")
    private String member;

    @Option(
        names = "--recipient",
        paramLabel = "WHO",
        description = "member:ID, regulator or operator.")
    private String recipient;

    Recipient recipient() {
      return member != null ? new Recipient.OfMember(member) : Recipient.of(recipient);
    }
  }

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder, one for each recipient.")
  private Path out;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "CSV,JSON",
      description = "csv, json, parquet, xlsx; commas between (default: ${DEFAULT-VALUE}).")
  private List<TableFormat> formats;

  @Option(
      names = "--acknowledge",
      description = "Record that they arrived, when they are on disk here.")
  private boolean acknowledge;

  @Override
  public Integer call() throws Exception {
    MailFetch fetch = new MailFetch(whose.recipient(), out, formats, acknowledge);
    try (MarketFolder folder = market.open()) {
      String said = fetch.from(folder, acting.required(folder.path()));
      spec.commandLine().getOut().println(said);
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }
}
