package org.gridclear.cli.publication;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.publication.Catalogues;
import org.gridclear.market.publication.PublicationTables;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear publish catalogue}: show the kinds of data in effect, or set them. */
@Command(name = "catalogue", description = "Show the kinds of data in effect, or set them.")
final class PublishCatalogueCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Option(names = "--set", paramLabel = "FILE", description = "The next version, YAML or JSON.")
  private @Nullable Path file;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    output.check();
    if (file != null) {
      output.refuse("the catalogue that is shown, not of --set");
    }
    PrintWriter out = out();
    try (MarketFolder folder = market.open()) {
      Catalogues catalogues = new Catalogues(new PieceStore(folder));
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      if (file == null) {
        output.write(PublicationTables.catalogue(catalogues.at(now)), out);
        return ExitCodes.DONE;
      }
      Actor actor = acting.required(folder.path());
      actor.scope(Right.OPERATE_MARKET);
      String name = String.valueOf(file.getFileName());
      byte[] text = Files.readAllBytes(file);
      PieceStore.Recorded recorded =
          actor.change(
              "publish catalogue",
              name,
              () -> catalogues.set(text, name, MarketOption.recording(actor)));
      out.printf(
          "Catalogue version %d%s%n",
          recorded.version().version(), recorded.added() ? "" : ", was there already");
      out.flush();
    }
    return ExitCodes.DONE;
  }
}
