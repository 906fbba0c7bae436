package org.gridclear.cli.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Notice;
import org.gridclear.market.publication.NoticeText;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.publication.PublicationRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear publish notice}: notices to the market. */
@Command(
    name = "notice",
    description = "Publish, correct and withdraw notices, and see who has read them.",
    subcommands = CommandLine.HelpCommand.class)
final class NoticeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  /** Something that publishes. */
  @FunctionalInterface
  private interface Work {
    PublicationRow of(Notices notices, MarketClock clock, Actor actor) throws IOException;
  }

  private int done(MarketOption market, ActorOptions acting, String operation, Work work)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(folder.path().resolve("audit"));
      actor.scope(Right.OPERATE_MARKET);
      Notices notices = Notices.of(folder, DayStore.of(folder), Clock.systemUTC());
      MarketClock clock = new MarketClock(folder.facts().zone());
      PublicationRow row =
          actor.change(
              "publish notice " + operation,
              folder.facts().name(),
              () -> work.of(notices, clock, actor));
      spec.commandLine()
          .getOut()
          .printf(
              "Publication %d, %s, %d told%n",
              row.number(), row.action(), notices.receipts(row.number()).size());
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  private static Notice read(Path file, List<Path> papers, Notices notices, MarketClock clock)
      throws IOException {
    Notice notice =
        Notice.read(Files.readAllBytes(file), String.valueOf(file.getFileName()), clock);
    List<Notice.Paper> kept = new ArrayList<>();
    for (Path paper : papers) {
      kept.add(notices.keep(String.valueOf(paper.getFileName()), Files.readAllBytes(paper)));
    }
    return notice.with(kept);
  }

  @Command(
      name = "publish",
      description = "Publish a notice (title, text, from, to, audience; YAML or JSON).")
  int publish(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FILE", description = "The notice.") Path file,
      @Option(names = "--attach", paramLabel = "FILE", description = "A paper; may be repeated.")
          @Nullable List<Path> papers)
      throws Exception {
    List<Path> attached = papers == null ? List.of() : papers;
    return done(
        market,
        acting,
        "publish",
        (notices, clock, actor) ->
            notices.publish(read(file, attached, notices, clock), actor.name()));
  }

  @Command(name = "correct", description = "Publish another text in place of a notice.")
  int correct(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              index = "0",
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Publication that is corrected.")
          int number,
      @Parameters(index = "1", paramLabel = "FILE", description = "The notice.") Path file,
      @Option(names = "--attach", paramLabel = "FILE", description = "A paper; may be repeated.")
          @Nullable List<Path> papers)
      throws Exception {
    List<Path> attached = papers == null ? List.of() : papers;
    return done(
        market,
        acting,
        "correct",
        (notices, clock, actor) ->
            notices.correct(number, read(file, attached, notices, clock), actor.name()));
  }

  @Command(name = "withdraw", description = "Withdraw a notice.")
  int withdraw(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Publication that is withdrawn.")
          int number,
      @Option(names = "--reason", required = true, description = "Why.") String reason)
      throws Exception {
    return done(
        market,
        acting,
        "withdraw",
        (notices, clock, actor) -> notices.withdraw(number, reason, actor.name()));
  }

  @Command(name = "list", description = "Notices that were published in a range of days.")
  int list(
      @Mixin MarketOption market,
      @Option(names = "--from", required = true, description = "First day.") LocalDate from,
      @Option(names = "--to", required = true, description = "Last day.") LocalDate to,
      @Option(names = "--standing", description = "Only those that hold now.") boolean standing,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      Notices notices = Notices.of(folder, DayStore.of(folder), Clock.systemUTC());
      output.write(
          NoticeText.table(
              notices.list(new Recipient.Operator(), Scope.ALL, from, to, standing),
              new MarketClock(folder.facts().zone())),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "receipts", description = "Who was told of a notice, and who has read it.")
  int receipts(
      @Mixin MarketOption market,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Its publication.")
          int number,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      Notices notices = Notices.of(folder, DayStore.of(folder), Clock.systemUTC());
      output.write(
          NoticeText.receipts(notices.receipts(number), new MarketClock(folder.facts().zone())),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}
