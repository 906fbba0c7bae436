package org.gridclear.cli.publication;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.publication.Catalogues;
import org.gridclear.market.publication.HandedTable;
import org.gridclear.market.publication.PublicationTables;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.publication.PublicationStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear publish}: what a market publishes, and to whom. */
@Command(
    name = "publish",
    description = {
      "Publish approved versions of days and data of dates to members, regulator and operator",
      "(docs/market-day.md, Publication). What could not be published ends with 1."
    },
    subcommands = {FetchCommand.class, NoticeCommand.class, CommandLine.HelpCommand.class})
public final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  /** Something that publishes. */
  @FunctionalInterface
  private interface Work {
    List<Outcome> of(ScheduledPublishing publishing, DayStore days, Actor actor);
  }

  private int publish(
      MarketOption market, ActorOptions acting, TableOutput output, String operation, Work work)
      throws Exception {
    return publish(market, acting, output, operation, work, spec.commandLine().getOut());
  }

  /** Publishes kinds of a version by hand; returns the exit code. */
  static int day(
      MarketOption market,
      ActorOptions acting,
      VersionOptions version,
      List<String> kinds,
      TableOutput output,
      PrintWriter out)
      throws Exception {
    return publish(
        market,
        acting,
        output,
        "day",
        (publishing, days, actor) ->
            publishing.publishing().version(version.find(days), kinds, actor.name()),
        out);
  }

  private static int publish(
      MarketOption market,
      ActorOptions acting,
      TableOutput output,
      String operation,
      Work work,
      PrintWriter out)
      throws Exception {
    Right needed = operation.equals("withdraw") ? Right.APPROVE_DAY : Right.OPERATE_MARKET;
    output.check();
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(folder.path().resolve("audit"));
      actor.scope(needed);
      DayStore days = DayStore.of(folder);
      ScheduledPublishing publishing = ScheduledPublishing.of(folder, days, Clock.systemUTC());
      List<Outcome> outcomes =
          actor.change(
              "publish " + operation,
              folder.facts().name(),
              () -> work.of(publishing, days, actor));
      output.write(PublicationTables.outcomes(outcomes), out);
      boolean all = outcomes.stream().allMatch(each -> each.remark().isEmpty());
      return all ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  @Command(name = "run", description = "Publish what is due by the catalogue.")
  int run(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--from", required = true, description = "First trading date.")
          LocalDate from,
      @Option(names = "--to", required = true, description = "Last trading date.") LocalDate to,
      @Mixin TableOutput output)
      throws Exception {
    return publish(
        market,
        acting,
        output,
        "run",
        (publishing, days, actor) -> publishing.run(from, to, actor.name()));
  }

  @Command(
      name = "day",
      description = "Publish kinds of data of an approved version by hand, all of them or none.")
  int day(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Parameters(
              paramLabel = "KIND",
              arity = "0..*",
              description = "Kinds of the catalogue (default: all of the market).")
          @Nullable List<String> kinds,
      @Mixin TableOutput output)
      throws Exception {
    List<String> wanted = kinds == null ? List.of() : kinds;
    return day(market, acting, version, wanted, output, spec.commandLine().getOut());
  }

  @Command(
      name = "data",
      description = {
        "Publish a kind of data of a date by hand: a series, tickets or records as they are known",
        "now, or a table that is handed in (CSV; its column member says whose a row is)."
      })
  int data(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "KIND", description = "The kind.") String kind,
      @Option(names = "--date", required = true, description = "Trading date.") LocalDate date,
      @Option(names = "--file", paramLabel = "FILE", description = "The table that is handed in.")
          @Nullable Path file,
      @Mixin TableOutput output)
      throws Exception {
    Optional<HandedTable> handed =
        file == null
            ? Optional.empty()
            : Optional.of(
                new HandedTable(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
    return publish(
        market,
        acting,
        output,
        "data",
        (publishing, days, actor) -> List.of(publishing.date(kind, date, handed, actor.name())));
  }

  @Command(
      name = "withdraw",
      description = "Withdraw a published version; told to all who were told of it.")
  int withdraw(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Option(names = "--reason", required = true, description = "Why.") String reason,
      @Mixin TableOutput output)
      throws Exception {
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

  @Command(name = "list", description = "What was published of a range of trading dates.")
  int list(
      @Mixin MarketOption market,
      @Option(names = "--from", required = true, description = "First trading date.")
          LocalDate from,
      @Option(names = "--to", required = true, description = "Last trading date.") LocalDate to,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          PublicationTables.publications(
              new PublicationStore(folder.database()).between(from, to),
              new MarketClock(folder.facts().zone())),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "catalogue", description = "Show the kinds of data in effect, or set them.")
  int catalogue(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--set", paramLabel = "FILE", description = "The next version, YAML or JSON.")
          @Nullable Path file,
      @Mixin TableOutput output)
      throws Exception {
    output.check();
    PrintWriter out = spec.commandLine().getOut();
    try (MarketFolder folder = market.open()) {
      Catalogues catalogues = new Catalogues(new PieceStore(folder));
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      if (file == null) {
        output.write(PublicationTables.catalogue(catalogues.at(now)), out);
        return ExitCodes.DONE;
      }
      Actor actor = acting.required(folder.path().resolve("audit"));
      actor.scope(Right.OPERATE_MARKET);
      String name = String.valueOf(file.getFileName());
      byte[] text = Files.readAllBytes(file);
      PieceStore.Recorded recorded =
          actor.change(
              "publish catalogue",
              name,
              () -> catalogues.set(text, name, new Recording(actor.name(), now)));
      out.printf(
          "Catalogue version %d%s%n",
          recorded.version().version(), recorded.added() ? "" : ", was there already");
      out.flush();
    }
    return ExitCodes.DONE;
  }
}
