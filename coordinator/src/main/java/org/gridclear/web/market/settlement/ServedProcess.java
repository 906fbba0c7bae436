package org.gridclear.web.market.settlement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.market.series.MarketClock;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.einvoice.ConfiguredService;
import org.gridclear.settlement.notice.EffectNotices;
import org.gridclear.settlement.payment.ElectronicInvoices;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.payment.PaymentQueries;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.web.CaseFolder;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The settlement process of the served market. */
@Component
class ServedProcess {
  private final ServedMarket served;
  private final ServerSecurity security;
  private final Path runs;
  private final Clock time;
  private @Nullable SettlementProcess process;
  private @Nullable PaymentLedger ledger;

  ServedProcess(ServedMarket served, ServerSecurity security, CaseFolder cases, Clock time) {
    this.served = served;
    this.time = time;
    this.security = security;
    this.runs = cases.path().resolve("runs");
  }

  /**
   * The process.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  synchronized SettlementProcess process() {
    if (process == null) {
      process = SettlementProcess.of(served.folder(), time);
    }
    return process;
  }

  /**
   * Payments and credit.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  synchronized PaymentLedger ledger() {
    if (ledger == null) {
      ledger = PaymentLedger.of(served.folder(), process());
    }
    return ledger;
  }

  /** Messages to members of what corrections change for them. */
  EffectNotices notices() {
    return new EffectNotices(served.folder(), process(), time);
  }

  /** Electronic invoices of the tax service that the market names. */
  ElectronicInvoices electronicInvoices() {
    return ConfiguredService.invoices(served.folder(), ledger(), time);
  }

  /** The currency of the market as banks name it. */
  String currencyCode() {
    return served.folder().facts().currencyCode();
  }

  PaymentQueries payments() {
    return new PaymentQueries(ledger());
  }

  /** An amount as answers have it. */
  static String yuan(long milliYuan) {
    return FixedPoint.format(milliYuan, FixedPoint.YUAN_DECIMALS);
  }

  MarketClock clock() {
    return process().deadlines().clock();
  }

  ExchangeDesk exchange() {
    return new ExchangeDesk(process());
  }

  MemberDesk members() {
    return new MemberDesk(process());
  }

  StatementQueries queries() {
    return new StatementQueries(process());
  }

  /** Whose statements a caller sees: all who settles, else those of its scope. */
  static Predicate<String> sees(Caller caller) {
    return member -> caller.may(Right.SETTLE) || caller.scope().seesMember(member);
  }

  /**
   * A close of the server by its name.
   *
   * @throws ResponseStatusException 404 if there is none
   */
  CloseFolder close(String id) {
    Path path = runs.resolve(id).normalize();
    if (!id.matches("[\\w.-]+")
        || !path.startsWith(runs)
        || !Files.exists(path.resolve("close.json"))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no close " + id + " here.");
    }
    return CloseFolder.open(path);
  }

  /**
   * That who proposed has an account here: a name that was typed may be anybody's.
   *
   * @throws ProcessConflictException if it is none; never without accounts
   */
  void requireAccount(String name) {
    if (security.closed()
        && security.accounts().all().stream().noneMatch(a -> Actor.same(a.name(), name))) {
      throw new ProcessConflictException(
          "It was proposed by '%s', who has no account here: let an account propose it again."
              .formatted(name));
    }
  }

  /** The answer of a question: 404 for what there is not, 409 for what cannot be as it stands. */
  static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoSuchSubjectException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (ProcessConflictException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
