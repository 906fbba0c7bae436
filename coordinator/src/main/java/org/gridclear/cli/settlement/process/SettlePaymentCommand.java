package org.gridclear.cli.settlement.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.json.Json;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.einvoice.ConfiguredService;
import org.gridclear.settlement.payment.BankFile;
import org.gridclear.settlement.payment.Carrying;
import org.gridclear.settlement.payment.ElectronicInvoices;
import org.gridclear.settlement.payment.PaymentActs;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.payment.PaymentQueries;
import org.gridclear.settlement.payment.PaymentState;
import org.gridclear.settlement.payment.PaymentTerms;
import org.gridclear.settlement.registry.entry.Party;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle payment}: invoices, payments, late fees, defaults. */
@Command(
    name = "payment",
    description = {
      "Invoices, bank files, late fees, offsets and defaults, in double entry",
      "(docs/settlement-process.md)."
    },
    subcommands = CommandLine.HelpCommand.class)
public final class SettlePaymentCommand extends ProcessCommand {
  /** Whose. */
  private static final class Whose {
    @Option(names = "--member", paramLabel = "ID", defaultValue = "", description = "Only of it.")
    private String member;
  }

  /** Which month. */
  private static final class Month {
    @Option(
        names = "--month",
        paramLabel = "MONTH",
        required = true,
        description = "Month, such as 2026-10.")
    private YearMonth month;
  }

  private static String yuan(long milliYuan) {
    return FixedPoint.format(milliYuan, FixedPoint.YUAN_DECIMALS);
  }

  private static PaymentDesk desk(OpenProcess open) {
    return new PaymentDesk(open.ledger());
  }

  private static PaymentQueries queries(OpenProcess open) {
    return new PaymentQueries(open.ledger());
  }

  @Command(name = "invoice", description = "Make invoices of the confirmed statements of a month.")
  int invoice(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin Month month)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      int made =
          open.settle(
              acting,
              "invoice",
              month.month.toString(),
              by -> desk(open).invoice(month.month.atDay(1), by));
      return said("%d invoices are made.", made);
    }
  }

  @Command(name = "items", description = "What members owe and are owed, and what is open of it.")
  int items(
      @Mixin MarketOption market,
      @Mixin Whose whose,
      @Mixin TableOutput output,
      @Option(names = "--open", description = "Only what is open.") boolean openOnly)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(queries(open).items(OpenProcess.of(whose.member), openOnly), out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "book",
      description = "Book a file of the bank, CSV or camt.053, all of it or nothing.")
  int book(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FILE", description = "What the bank booked.") Path file)
      throws Exception {
    byte[] content = Files.readAllBytes(file);
    try (OpenProcess open = OpenProcess.of(market)) {
      BankFile.Statement statement = BankFile.read(content, open.folder().facts().currencyCode());
      PaymentDesk.Booked booked =
          open.settle(
              acting,
              "book",
              file.toString(),
              by -> desk(open).book(statement.received(), statement.paid(), by));
      return said(
          "Booked: %d received, %d paid; %d were known.",
          booked.received(), booked.paid(), booked.known());
    }
  }

  /** Who pays. */
  private static final class Payer {
    @Option(
        names = "--pain",
        paramLabel = "NAME",
        defaultValue = "",
        description = "As pain.001 of the exchange of this name (default: CSV).")
    private String name;

    @Option(
        names = "--account",
        paramLabel = "ACCOUNT",
        defaultValue = "",
        description = "Its account; needed with --pain.")
    private String account;
  }

  @Command(
      name = "orders",
      description = "Write the payments to be made, with accounts from the registry.")
  int orders(
      @Mixin MarketOption market,
      @Mixin Payer payer,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write.")
          Path file)
      throws Exception {
    if (Files.exists(file) || payer.name.isEmpty() != payer.account.isEmpty()) {
      throw new IllegalArgumentException(
          "Name a file that is not there, and --pain and --account together or not at all.");
    }
    try (OpenProcess open = OpenProcess.of(market)) {
      Map<String, Party.Member> members = members(open);
      List<BankFile.Order> orders =
          queries(open)
              .orders(
                  id -> members.containsKey(id) ? members.get(id).name() : id,
                  id -> members.containsKey(id) ? members.get(id).person().bank().orElse("") : "");
      String currency = open.folder().facts().currencyCode();
      Files.write(
          file,
          payer.name.isEmpty()
              ? BankFile.csv(orders, currency)
              : BankFile.pain(orders, currency, payer.name, payer.account, Instant.now()));
      return said("Written: %s, %d payments", file, orders.size());
    }
  }

  private static Map<String, Party.Member> members(OpenProcess open) {
    Map<String, Party.Member> members = new TreeMap<>();
    new MarketRegistry(open.folder(), Clock.systemUTC())
        .at(OptionalLong.empty())
        .state()
        .on(open.ledger().today())
        .filter(Party.Member.class::isInstance)
        .map(Party.Member.class::cast)
        .forEach(member -> members.put(member.id(), member));
    return members;
  }

  @Command(name = "offset", description = "Set off what a member owes and is owed.")
  int offset(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "MEMBER", description = "The member.") String member)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long amount = open.settle(acting, "offset", member, by -> desk(open).offset(member, by));
      return said("Set off: %s yuan", yuan(amount));
    }
  }

  @Command(name = "late-fees", description = "Charge late fees up to a day that has ended.")
  int lateFees(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--to", required = true, description = "Last day.") LocalDate to)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long sum = open.settle(acting, "late-fees", to.toString(), by -> desk(open).lateFees(to, by));
      return said("Charged: %s yuan", yuan(sum));
    }
  }

  @Command(name = "balances", description = "Balances of all accounts; they add up to 0.")
  int balances(@Mixin MarketOption market, @Mixin TableOutput output) throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(queries(open).balances(), out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "default",
      description = {
        "Propose the default of a member on a month: what is drawn from its guarantees, and on"
            + " whom",
        "the gap falls."
      })
  int proposeDefault(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin Month month,
      @Parameters(paramLabel = "MEMBER", description = "The member.") String member)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long number =
          open.settle(
              acting,
              "default",
              member + " " + month.month,
              by ->
                  new PaymentActs(open.ledger()).proposeDefault(member, month.month.atDay(1), by));
      return said("Proposal %d: another account approves it.", number);
    }
  }

  @Command(name = "defaults", description = "Defaults, and on whom they fell.")
  int defaults(@Mixin MarketOption market, @Mixin Whose whose, @Mixin TableOutput output)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(queries(open).defaults(OpenProcess.of(whose.member)), out());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "share-back",
      description = "Share what defaulters paid since among those who bore the gaps.")
  int shareBack(@Mixin MarketOption market, @Mixin ActorOptions acting) throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      long sum =
          open.settle(acting, "share-back", "", by -> new PaymentActs(open.ledger()).shareBack(by));
      return said("Shared back: %s yuan", yuan(sum));
    }
  }

  @Command(
      name = "carry",
      description = {
        "Settle at once what an update or a resettlement changed for all others, as bills of their",
        "own; without it they go with the bills of the next month."
      })
  int carry(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the publication.")
          int number)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      int made =
          open.settle(
              acting,
              "carry",
              "publication " + number,
              by -> new Carrying(open.ledger()).settle(number, by));
      return said("%d bills are made.", made);
    }
  }

  @Command(
      name = "e-invoices",
      description = {
        "Let the tax service of einvoice.json make electronic invoices of a month. Exit code 1 if"
            + " it",
        "did not make all."
      })
  int electronic(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin Month month)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      ElectronicInvoices invoices =
          ConfiguredService.invoices(open.folder(), open.ledger(), Clock.systemUTC());
      ElectronicInvoices.Outcome outcome =
          open.settle(
              acting,
              "e-invoices",
              month.month.toString(),
              by -> invoices.make(month.month.atDay(1), by));
      outcome.failed().forEach((number, why) -> said("%s: %s", number, why));
      said(
          "%d are made, %d were, %d failed.",
          outcome.made(), outcome.known(), outcome.failed().size());
      return outcome.failed().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  @Command(
      name = "terms",
      description = "Show the terms of payments and credit, or propose others.")
  int terms(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--set", paramLabel = "FILE", description = "Terms, JSON as shown.")
          Path file)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      if (file == null) {
        PaymentTerms terms = open.ledger().ask(PaymentState::terms);
        String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(terms);
        return said("%s", text);
      }
      PaymentTerms wanted = TermsFile.read(file);
      long number =
          open.settle(
              acting,
              "terms",
              file.toString(),
              by -> new PaymentActs(open.ledger()).propose(wanted, by));
      return said("Proposal %d: another account approves it.", number);
    }
  }

  @Command(name = "pending", description = "Proposals that are open.")
  int pending(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--all", description = "Those that were decided, too.") boolean all)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(queries(open).proposals(!all), out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "decide", description = "Approve or reject a proposal of another account.")
  int decide(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the proposal.")
          int number,
      @Mixin DecisionOptions decision)
      throws Exception {
    decision.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      PaymentLedger ledger = open.ledger();
      Actor actor = acting.required(market.path().resolve("audit"));
      actor.requireAccount(new PaymentActs(ledger).proposal(number).by());
      open.settle(
          acting,
          "decide payment",
          "proposal %d %s".formatted(number, decision.word()),
          by -> {
            new PaymentActs(ledger).decide(number, decision.approved(), decision.reason(), by);
            return number;
          });
      return said("Proposal %d is %s.", number, decision.word());
    }
  }
}
