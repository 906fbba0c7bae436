package org.gridclear.cli.settlement.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.analysis.SettlementReports;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.ProcessTables;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle member}: what a member sees of the settlement and does with it. */
@Command(
    name = "member",
    description = {
      "Statements, lines, sums and disputes of members, for a member or the exchange",
      "(docs/settlement-process.md)."
    },
    subcommands = CommandLine.HelpCommand.class)
public final class SettleMemberCommand extends ProcessCommand {
  /** Which statement. */
  private static final class Statement {
    @Parameters(
        index = "0",
        paramLabel = "PUBLICATION",
        converter = OptionNumbers.FromOne.class,
        description = "Number of the publication.")
    private int publication;

    @Option(names = "--member", paramLabel = "ID", required = true, description = "The member.")
    private String member;
  }

  /** Whose. */
  private static final class Whose {
    @Option(
        names = "--member",
        paramLabel = "ID",
        defaultValue = "",
        description = "Only of this member.")
    private String member;
  }

  /** Which dispute. */
  private static final class Disputed {
    @Parameters(
        index = "0",
        paramLabel = "DISPUTE",
        converter = OptionNumbers.FromOne.class,
        description = "Number of the dispute.")
    private int number;

    @Option(names = "--member", paramLabel = "ID", required = true, description = "The member.")
    private String member;

    @Option(names = "--reason", required = true, description = "Why.")
    private String reason;
  }

  @Command(name = "statements", description = "Statements as they stand.")
  int statements(@Mixin MarketOption market, @Mixin Whose whose, @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          ProcessTables.statements(open.queries().list(OpenProcess.of(whose.member)), open.clock()),
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "lines", description = "Items of a statement by entity and day.")
  int lines(@Mixin MarketOption market, @Mixin Statement statement, @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          ProcessTables.lines(open.queries().lines(statement.publication, statement.member)),
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "intervals",
      description = "Every interval of an entity on a day, with price and contract.")
  int intervals(
      @Mixin MarketOption market,
      @Mixin Statement statement,
      @Mixin TableOutput output,
      @Option(names = "--entity", paramLabel = "ID", required = true, description = "Entity.")
          String entity,
      @Option(names = "--date", required = true, description = "Operating day.") LocalDate date)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          ProcessTables.intervals(
              open.queries().intervals(statement.publication, statement.member, entity, date)),
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "resettlements",
      description = "Differences of earlier months that a statement settles, with their bills.")
  int resettlements(
      @Mixin MarketOption market, @Mixin Statement statement, @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          SettlementReports.resettlements(
              open.queries().resettlements(statement.publication, statement.member)),
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "bundle",
      description = "The statement of a month as a file that proves itself: 'gridclear verify'.")
  int bundle(
      @Mixin MarketOption market,
      @Mixin Statement statement,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "ZIP to write.")
          Path out)
      throws Exception {
    if (Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    try (OpenProcess open = OpenProcess.of(market)) {
      Files.write(out, open.queries().bundle(statement.publication, statement.member).zip());
      return said("Written: %s", out);
    }
  }

  @Command(name = "sums", description = "Sums of a member by item over any days.")
  int sums(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--member", paramLabel = "ID", required = true, description = "The member.")
          String member,
      @Option(names = "--from", required = true, description = "First day.") LocalDate from,
      @Option(names = "--to", required = true, description = "Last day.") LocalDate to)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(ProcessTables.sums(open.queries().sums(member, from, to)), out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "disputes", description = "Disputes as they stand.")
  int disputes(@Mixin MarketOption market, @Mixin Whose whose, @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          ProcessTables.disputes(
              open.queries().disputes(OpenProcess.of(whose.member)), open.clock()),
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "effects", description = "What an update changes, of a member or of all.")
  int effects(
      @Mixin MarketOption market,
      @Mixin Whose whose,
      @Mixin TableOutput output,
      @Parameters(
              paramLabel = "PUBLICATION",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the update.")
          int publication)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          ProcessTables.effects(
              open.queries().effects(publication).changes().stream()
                  .filter(each -> OpenProcess.of(whose.member).test(each.member()))
                  .toList()),
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "confirm", description = "Confirm a statement.")
  int confirm(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin Statement statement)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.member(
          acting,
          statement.member,
          "confirm",
          by -> {
            new MemberDesk(open.process()).confirm(statement.publication, statement.member, by);
            return by;
          });
      return said("Confirmed.");
    }
  }

  /** What is disputed. */
  private static final class Claimed {
    @Option(names = "--date", required = true, description = "Operating day.")
    private LocalDate date;

    @Option(names = "--entity", paramLabel = "ID", required = true, description = "Entity.")
    private String entity;

    @Option(names = "--item", paramLabel = "CODE", required = true, description = "Item.")
    private String item;

    @Option(names = "--claim", required = true, description = "What is wrong.")
    private String claim;

    @Option(names = "--attach", paramLabel = "FILE", description = "A paper.")
    private List<Path> papers = List.of();

    @Option(
        names = "--next-period",
        description = "Of a confirmed statement: the dispute goes to the next period.")
    private boolean nextPeriod;
  }

  @Command(name = "dispute", description = "File a dispute.")
  int dispute(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin Statement statement,
      @Mixin Claimed claimed)
      throws Exception {
    Map<String, byte[]> papers = papers(claimed.papers);
    try (OpenProcess open = OpenProcess.of(market)) {
      MemberDesk.Claim claim =
          new MemberDesk.Claim(
              statement.publication,
              statement.member,
              claimed.date,
              claimed.entity,
              claimed.item,
              claimed.claim,
              papers,
              claimed.nextPeriod);
      long number =
          open.member(
              acting,
              statement.member,
              "dispute",
              by -> new MemberDesk(open.process()).file(claim, by));
      return said("Dispute %d is submitted.", number);
    }
  }

  private static Map<String, byte[]> papers(List<Path> files) throws IOException {
    Map<String, byte[]> papers = new TreeMap<>();
    for (Path file : files) {
      if (papers.put(String.valueOf(file.getFileName()), Files.readAllBytes(file)) != null) {
        throw new IllegalArgumentException("Two papers are called %s.".formatted(file));
      }
    }
    return papers;
  }

  @Command(name = "withdraw", description = "Withdraw a dispute.")
  int withdraw(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin Disputed disputed)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.member(
          acting,
          disputed.member,
          "withdraw",
          by -> {
            new MemberDesk(open.process())
                .withdraw(disputed.number, disputed.member, disputed.reason, by);
            return by;
          });
      return said("Dispute %d is withdrawn.", disputed.number);
    }
  }

  @Command(name = "refuse", description = "Do not accept the answer to a dispute.")
  int refuse(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin Disputed disputed)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.member(
          acting,
          disputed.member,
          "refuse",
          by -> {
            new MemberDesk(open.process())
                .refuse(disputed.number, disputed.member, disputed.reason, by);
            return by;
          });
      return said("The answer to dispute %d is refused.", disputed.number);
    }
  }
}
