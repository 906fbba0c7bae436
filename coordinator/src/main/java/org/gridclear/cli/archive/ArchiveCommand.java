package org.gridclear.cli.archive;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.archive.BackupManifest;
import org.gridclear.market.archive.BackupReading;
import org.gridclear.market.archive.MarketBackup;
import org.gridclear.market.archive.Operations;
import org.gridclear.market.archive.Retention;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear archive}: what is kept how long, copies of a market, who did what. */
@Command(
    name = "archive",
    description = "What of a market is kept how long, copies of all of it, and who did what when.",
    subcommands = CommandLine.HelpCommand.class)
public final class ArchiveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(
      name = "operations",
      description = {
        "Who did what when, the earliest first: declarations, versions, transitions, anomalies,",
        "proposals and reviews, workflows, publications, acknowledgements, exchange. Logins and",
        "calls are in the audit log."
      })
  int operations(
      @Mixin MarketOption market,
      @Option(names = "--from", required = true, description = "First day.") LocalDate from,
      @Option(names = "--to", description = "Last day (default: the first).") LocalDate to,
      @Option(
              names = "--account",
              paramLabel = "NAME",
              defaultValue = "",
              description = "Who (default: everybody).")
          String account,
      @Option(
              names = "--member",
              paramLabel = "ID",
              defaultValue = "",
              description = "Whose (default: all).")
          String member,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              split = ",",
              description = "Kinds of things, such as declaration, transition (default: all).")
          List<String> kinds,
      @Option(
              names = "--after",
              paramLabel = "CURSOR",
              defaultValue = Operations.FIRST,
              description = "Go on after an answer, by what it named.")
          String after,
      @Option(
              names = "--limit",
              converter = OptionNumbers.FromOne.class,
              defaultValue = "1000",
              description = "The most (default: ${DEFAULT-VALUE}).")
          int limit,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      ZoneId zone = folder.facts().zone();
      LocalDate last = to == null ? from : to;
      Operations operations = new Operations(folder);
      Operations.Page page =
          operations.find(
              new Operations.Asked(
                  from.atStartOfDay(zone).toInstant(),
                  last.plusDays(1).atStartOfDay(zone).toInstant(),
                  account,
                  member,
                  kinds == null ? List.of() : kinds),
              after,
              limit);
      output.write(operations.table(page.rows()), spec.commandLine().getOut());
      if (!page.next().isEmpty()) {
        spec.commandLine().getErr().println("There are more: --after " + page.next());
      }
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "retention",
      description = "Classes of records: how long each is kept, how many there are, what is over.")
  int retention(@Mixin MarketOption market, @Mixin TableOutput output) throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(new Retention(folder, Clock.systemUTC()).table(), spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "forget",
      description = "Delete records whose time is over; classes without an end stay.")
  int forget(@Mixin MarketOption market, @Mixin ActorOptions acting) throws Exception {
    Actor actor = acting.required();
    try (MarketFolder folder = market.open()) {
      List<String> lines = new ArrayList<>();
      actor.change(
          "archive forget",
          folder.facts().name(),
          () -> lines.addAll(new Retention(folder, Clock.systemUTC()).forget()));
      PrintWriter out = spec.commandLine().getOut();
      lines.forEach(out::println);
      out.flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "backup",
      description = {
        "Copy all of a market: database, content, results, channels with their secrets, audit log.",
        "The market goes on meanwhile; the copy is of one moment."
      })
  int backup(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(
              names = "--since",
              paramLabel = "DIR",
              description = "An earlier backup; only what it does not have is copied.")
          Path since,
      @Parameters(paramLabel = "DIR", description = "Where; must not exist yet.") Path place)
      throws Exception {
    Actor actor = acting.actor();
    try (MarketFolder folder = market.open()) {
      BackupManifest made =
          actor.change(
              "archive backup",
              place.toString(),
              () ->
                  new MarketBackup(folder, Clock.systemUTC())
                      .write(place, Optional.ofNullable(since), ActorOptions.nameOf(actor)));
      PrintWriter out = spec.commandLine().getOut();
      out.println(made.text());
      out.println("Backup: " + place);
      out.flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "verify",
      description = {
        "Compare a backup, and those that it builds on, with its hashes. Exit code 1 if anything"
            + " is",
        "missing or was changed."
      })
  int verify(@Parameters(paramLabel = "DIR", description = "The backup.") Path place)
      throws IOException {
    BackupReading backup = BackupReading.of(place);
    List<String> findings = backup.findings();
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(out::println);
    out.println(backup.manifest().text());
    out.println(findings.isEmpty() ? "Every hash is right." : "The backup cannot be restored.");
    out.flush();
    return findings.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  @Command(
      name = "restore",
      description = {
        "Make a market of a backup; those that it builds on must be there, too. Every hash is",
        "compared before and after. Tables of an earlier build are brought up to date."
      })
  int restore(
      @Parameters(paramLabel = "DIR", description = "The backup.") Path place,
      @Option(
              names = "--market",
              paramLabel = "DIR",
              required = true,
              description = "The folder to make; empty or not there.")
          Path folder,
      @Option(
              names = "--database",
              paramLabel = "ADDRESS",
              defaultValue = MarketDatabase.EMBEDDED,
              description =
                  "Where its records go: embedded, or the address of an empty PostgreSQL (default:"
                      + " ${DEFAULT-VALUE}).")
          String database)
      throws IOException {
    BackupReading backup = BackupReading.of(place);
    backup.restore(folder, database);
    PrintWriter out = spec.commandLine().getOut();
    out.println(backup.manifest().text());
    out.println("Restored into %s; every hash is the same.".formatted(folder));
    out.flush();
    return ExitCodes.DONE;
  }
}
