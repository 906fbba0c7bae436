package org.gridclear.cli.settlement.process;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.settlement.exposure.StandingLedger;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.settlement.payment.PaymentActs;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentEvent;
import org.gridclear.settlement.payment.PaymentQueries;
import org.gridclear.settlement.reader.SettlementReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle credit}: ratings, guarantees, deposits, exposure. */
@Command(
    name = "credit",
    description = {
      "Ratings, guarantees and deposits of those who pay, and what they owe now",
      "(docs/settlement-process.md)."
    },
    subcommands = CommandLine.HelpCommand.class)
public final class SettleCreditCommand extends ProcessCommand {
  /** Whose. */
  private static final class Whose {
    @Option(names = "--member", paramLabel = "ID", defaultValue = "", description = "Only of it.")
    private String member;
  }

  private static long milliYuan(BigDecimal yuan) {
    try {
      return FixedPoint.parse(yuan.toPlainString(), FixedPoint.YUAN_DECIMALS);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The amount (%s yuan) cannot be used: %s.".formatted(yuan, e.getMessage()), e);
    }
  }

  @Command(name = "show", description = "Deposits and exposure of rated members, as of now.")
  int show(@Mixin MarketOption market, @Mixin Whose whose, @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(new PaymentQueries(open.ledger()).credit(OpenProcess.of(whose.member)), out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "tell",
      description = "Tell members whose deposit is short, with a deadline; exit code 1 if any is.")
  int tell(@Mixin MarketOption market, @Mixin ActorOptions acting) throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      List<String> told =
          open.settle(acting, "credit tell", "", by -> new Credit(open.ledger()).tell(by));
      said("Told: %s", told.isEmpty() ? "nobody" : String.join(", ", told));
      return told.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  /** Which interval. */
  private static final class Interval {
    @Option(
        names = "--folder",
        paramLabel = "DIR",
        required = true,
        description = "Settlement folder with the day as it is known: contracts, awards, prices.")
    private Path folder;

    @Option(names = "--date", required = true, description = "Operating day.")
    private LocalDate date;

    @Option(
        names = "--interval",
        required = true,
        converter = OptionNumbers.FromOne.class,
        description = "Interval that was read, from 1.")
    private int number;
  }

  @Command(
      name = "read",
      description = {
        "Take the readings of all meters of an interval and say whose guarantees do not cover what",
        "it owes now. Exit code 1 if there are some."
      })
  int read(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin Interval interval,
      @Parameters(paramLabel = "FILE", description = "CSV: meter,series,mwh.") Path file)
      throws Exception {
    byte[] readings = Files.readAllBytes(file);
    StandingDay day = StandingDay.of(SettlementReader.open(interval.folder), interval.date);
    try (OpenProcess open = OpenProcess.of(market)) {
      StandingLedger.Outcome outcome =
          open.settle(
              acting,
              "credit read",
              interval.date + " " + interval.number,
              by ->
                  new StandingLedger(open.ledger())
                      .read(day, interval.date, interval.number, readings, by));
      said(
          "%d readings, %d members; the market gets %s yuan.",
          outcome.readings(), outcome.members(), yuan(outcome.marketMilliYuan()));
      for (Credit.Position each : outcome.uncovered()) {
        said("%s: %s yuan are not covered", each.member(), yuan(each.uncoveredMilliYuan()));
      }
      return outcome.uncovered().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  private static String yuan(long milliYuan) {
    return FixedPoint.format(milliYuan, FixedPoint.YUAN_DECIMALS);
  }

  @Command(name = "standing", description = "Days of which intervals were read, and their balance.")
  int standing(@Mixin MarketOption market, @Mixin TableOutput output) throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(new PaymentQueries(open.ledger()).standing(), out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "rate", description = "Propose the rating of a member.")
  int rate(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "MEMBER", description = "The member.") String member,
      @Option(names = "--rating", required = true, description = "One of the terms.") String rating,
      @Option(
              names = "--estimate",
              paramLabel = "YUAN",
              defaultValue = "0",
              description = "What it is thought to owe in a month while it has no bill.")
          BigDecimal estimate)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      PaymentEvent.Act.Rated rated =
          new PaymentEvent.Act.Rated(member, rating, milliYuan(estimate));
      long number =
          open.settle(
              acting,
              "credit rate",
              member + " " + rating,
              by -> new PaymentActs(open.ledger()).propose(rated, by));
      return said("Proposal %d: another account approves it ('settle payment decide').", number);
    }
  }

  /** A guarantee. */
  private static final class Given {
    @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}.")
    private PaymentEvent.Guarantee kind;

    @Option(names = "--yuan", required = true, description = "Amount.")
    private BigDecimal yuan;

    @Option(names = "--from", required = true, description = "First day.")
    private LocalDate from;

    @Option(names = "--to", description = "Last day (default: no end).")
    private @Nullable LocalDate to;

    @Option(names = "--note", defaultValue = "", description = "What it is.")
    private String note;
  }

  @Command(name = "guarantee", description = "Note a guarantee that a member gave.")
  int guarantee(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "MEMBER", description = "The member.") String member,
      @Mixin Given given)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      PaymentEvent.GuaranteeGiven event =
          new PaymentEvent.GuaranteeGiven(
              member, given.kind, milliYuan(given.yuan), given.from, given.to, given.note);
      long number =
          open.settle(
              acting,
              "credit guarantee",
              member + " " + given.kind,
              by -> new PaymentDesk(open.ledger()).guarantee(event, by));
      return said("Guarantee %d is noted.", number);
    }
  }

  @Command(name = "return", description = "Give a guarantee back, in whole or in part.")
  int giveBack(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the guarantee.")
          int number,
      @Option(names = "--yuan", required = true, description = "Amount.") BigDecimal yuan)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.settle(
          acting,
          "credit return",
          "guarantee " + number,
          by -> {
            new PaymentDesk(open.ledger()).giveBack(number, milliYuan(yuan), by);
            return number;
          });
      return said("Given back.");
    }
  }

  @Command(name = "guarantees", description = "Guarantees and what is left of them.")
  int guarantees(@Mixin MarketOption market, @Mixin Whose whose, @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          new PaymentQueries(open.ledger()).guarantees(OpenProcess.of(whose.member)), out());
    }
    return ExitCodes.DONE;
  }
}
