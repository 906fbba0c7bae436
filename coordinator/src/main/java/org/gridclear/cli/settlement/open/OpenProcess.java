package org.gridclear.cli.settlement.open;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.payment.PaymentActs;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.payment.PaymentQueries;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.process.StatementQueries;
import org.gridclear.table.Table;

/**
 * The settlement process of a market folder that a command has open.
 *
 * @param folder the folder
 * @param process its process
 * @param ledger its payments
 */
public record OpenProcess(MarketFolder folder, SettlementProcess process, PaymentLedger ledger)
    implements AutoCloseable {
  /** Opens a market and its process. */
  public static OpenProcess of(MarketOption market) {
    return of(market.open());
  }

  /** The process of a market that is open. */
  private static OpenProcess of(MarketFolder folder) {
    SettlementProcess process = SettlementProcess.of(folder, Clock.systemUTC());
    return new OpenProcess(folder, process, PaymentLedger.of(folder, process));
  }

  /** What the process of a market is asked; a table answers. */
  @FunctionalInterface
  public interface Question {
    /** The answer of an open process. */
    Table of(OpenProcess open) throws Exception;
  }

  /** Asks the process of a market for a table, as {@link MarketOption#answer} does. */
  public static int answer(
      MarketOption market, TableOutput output, PrintWriter out, Question question)
      throws Exception {
    return market.answer(output, out, folder -> question.of(of(folder)));
  }

  /** Questions to statements. */
  public StatementQueries queries() {
    return new StatementQueries(process);
  }

  /** What the settlement team does. */
  public ExchangeDesk exchange() {
    return new ExchangeDesk(process);
  }

  /** What members do. */
  public MemberDesk members() {
    return new MemberDesk(process);
  }

  /** What is booked of payments. */
  public PaymentDesk desk() {
    return new PaymentDesk(ledger);
  }

  /** What is proposed and decided of payments. */
  public PaymentActs acts() {
    return new PaymentActs(ledger);
  }

  /** Questions to payments. */
  public PaymentQueries payments() {
    return new PaymentQueries(ledger);
  }

  /** The clock of the market. */
  public MarketClock clock() {
    return process.deadlines().clock();
  }

  /** Who acts, by name, written down in the market where no other place is named. */
  public Actor actor(ActorOptions acting) {
    return acting.required(folder.path());
  }

  /** Lets somebody of the settlement team do something, which is written down. */
  public <T> T settle(ActorOptions acting, String what, String detail, Function<String, T> work)
      throws Exception {
    Actor actor = actor(acting);
    actor.scope(Right.SETTLE);
    return actor.change("settle process " + what, detail, work(actor, work));
  }

  /** Lets a member do something, which is written down. */
  public <T> T member(ActorOptions acting, String member, String what, Function<String, T> work)
      throws Exception {
    Actor actor = actor(acting);
    if (!actor.scope(Right.DECLARE).seesMember(member)) {
      throw new IllegalArgumentException(
          "The account %s does not act for the member %s.".formatted(actor.name(), member));
    }
    return actor.change("settle member " + what, member, work(actor, work));
  }

  private static <T> Callable<T> work(Actor actor, Function<String, T> work) {
    return () -> work.apply(actor.name());
  }

  /** Members that a command asks for: one, or all. */
  public static Predicate<String> of(String member) {
    return each -> member.isEmpty() || each.equals(member);
  }

  @Override
  public void close() {
    folder.close();
  }
}
