package org.gridclear.settlement.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gridclear.json.Json;
import org.gridclear.market.series.MarketClock;
import org.gridclear.settlement.registry.entry.Party;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Questions to payments and credit, as tables for every door.
 *
 * @param ledger the ledger
 */
public record PaymentQueries(PaymentLedger ledger) {
  private static BigDecimal yuan(long milliYuan) {
    return BigDecimal.valueOf(milliYuan, 3);
  }

  private MarketClock clock() {
    return ledger.process().deadlines().clock();
  }

  /** Items of the members that are seen: due, settled, open. */
  public Table items(Predicate<String> sees, boolean openOnly) {
    Table.Rows rows =
        new Table.Rows(
            "payment-items",
            "What a member owes or is owed.",
            Column.text("member", "Whose it is."),
            Column.text("number", "Number of the invoice, or of what it is of."),
            Column.text("kind", "INVOICE, ADJUSTMENT, LATE_FEE, DEFAULT_SHARE or DEFAULT_RETURN."),
            Column.text("direction", "collect: the member pays; pay: the exchange does."),
            new Column("month", Column.Type.DATE, "First day of the month that it is of."),
            new Column("due", Column.Type.DATE, "Day until which it is paid."),
            Column.money("yuan", "Amount."),
            Column.money("openYuan", "What is open of it."),
            Column.flag("late", "Whether it is open after its day."),
            Column.text("eInvoice", "Number of the electronic invoice; empty for none."));
    ledger.ask(
        state -> {
          for (String member : new TreeSet<>(state.members())) {
            if (sees.test(member)) {
              add(rows, state, member, true, openOnly);
              add(rows, state, member, false, openOnly);
            }
          }
          return null;
        });
    return rows.table();
  }

  private void add(
      Table.Rows rows, PaymentState state, String member, boolean collect, boolean openOnly) {
    for (OpenItem item : collect ? state.dues(member) : state.credits(member)) {
      if (!openOnly || item.openMilliYuan() != 0) {
        rows.add(
            member,
            item.number(),
            item.kind().name(),
            collect ? "collect" : "pay",
            item.month(),
            item.due(),
            yuan(item.milliYuan()),
            yuan(item.openMilliYuan()),
            item.openMilliYuan() > 0 && item.due().isBefore(ledger.today()),
            state
                .electronic()
                .of(item.number())
                .map(PaymentEvent.ElectronicInvoice::number)
                .orElse(""));
      }
    }
  }

  /** Balances of all accounts; they add up to 0. */
  public Table balances() {
    Table.Rows rows =
        new Table.Rows(
            "ledger",
            "An account of the ledger.",
            Column.text("account", "Its name."),
            Column.money("balanceYuan", "Positive where it owes or holds."));
    new TreeMap<>(ledger.ask(PaymentState::balances))
        .forEach((account, balance) -> rows.add(account, yuan(balance)));
    return rows.table();
  }

  /** Credit of the members that are seen. */
  public Table credit(Predicate<String> sees) {
    Table.Rows rows =
        new Table.Rows(
            "credit",
            "The deposit of a member and what it owes now.",
            Column.text("member", "Member."),
            Column.text("rating", "Its rating."),
            Column.money("referenceYuan", "What it owes in a period."),
            Column.money(
                "requiredYuan", "Coefficient of the rating times multiple times reference."),
            Column.money("heldYuan", "Guarantees that hold today."),
            Column.money("shortageYuan", "What is missing; 0 for nothing."),
            Column.text("deadline", "Until when it was told to make it good; empty for not told."),
            Column.money("penaltyYuan", "Penalty of the days after the deadline, up to yesterday."),
            Column.money("openYuan", "What it owes of invoices, less what it paid in advance."),
            Column.money(
                "unbilledYuan", "What it owes of days that are published and not invoiced."),
            Column.money(
                "standingYuan", "What it owes of intervals that were read, of days not published."),
            Column.money("exposureYuan", "The three together, not below 0."),
            Column.money("uncoveredYuan", "What its guarantees do not cover of that."));
    for (Credit.Position each : new Credit(ledger).positions()) {
      if (sees.test(each.member())) {
        rows.add(
            each.member(),
            each.rating(),
            yuan(each.referenceMilliYuan()),
            yuan(each.requiredMilliYuan()),
            yuan(each.heldMilliYuan()),
            yuan(each.shortageMilliYuan()),
            each.deadline() == null ? "" : clock().show(each.deadline()),
            yuan(each.penaltyMilliYuan()),
            yuan(each.openMilliYuan()),
            yuan(each.unbilledMilliYuan()),
            yuan(each.standingMilliYuan()),
            yuan(each.exposureMilliYuan()),
            yuan(each.uncoveredMilliYuan()));
      }
    }
    return rows.table();
  }

  /** Days of which intervals were read. */
  public Table standing() {
    Table.Rows rows =
        new Table.Rows(
            "standing",
            "A day of which intervals were read.",
            new Column("date", Column.Type.DATE, "Operating day."),
            Column.whole("intervals", "How many were read."),
            Column.money("membersYuan", "What all members get."),
            Column.money("marketYuan", "What the market gets; together 0."));
    for (Credit.StandingDay each : new Credit(ledger).standingDays()) {
      rows.add(
          each.date(),
          (long) each.intervals(),
          yuan(each.membersMilliYuan()),
          yuan(each.marketMilliYuan()));
    }
    return rows.table();
  }

  /** Guarantees of the members that are seen. */
  public Table guarantees(Predicate<String> sees) {
    Table.Rows rows =
        new Table.Rows(
            "guarantees",
            "A guarantee.",
            Column.whole("number", "Its number."),
            Column.text("member", "Whose it is."),
            Column.text("kind", "CASH, BANK_GUARANTEE, UNSECURED or OTHER."),
            Column.money("yuan", "Amount."),
            Column.money("leftYuan", "What was neither drawn nor given back."),
            new Column("from", Column.Type.DATE, "First day."),
            new Column("to", Column.Type.DATE, "Last day; empty for no end."),
            Column.text("note", "What it is."));
    ledger.ask(
        state -> {
          TreeSet<String> members = new TreeSet<>(state.members());
          members.addAll(state.rated());
          members.addAll(state.guaranteed());
          members.stream()
              .filter(sees)
              .flatMap(member -> state.guarantees(member).stream())
              .forEach(
                  held ->
                      rows.add(
                          held.number(),
                          held.given().member(),
                          held.given().kind().name(),
                          yuan(held.given().milliYuan()),
                          yuan(held.leftMilliYuan()),
                          held.given().from(),
                          held.given().to(),
                          held.given().note()));
          return null;
        });
    return rows.table();
  }

  /** Defaults, and what of them falls on the members that are seen; the sums are for everybody. */
  public Table defaults(Predicate<String> sees) {
    Table.Rows rows =
        new Table.Rows(
            "defaults",
            "A default, or the part of a member in it.",
            Column.text("defaulter", "Who did not pay."),
            new Column("month", Column.Type.DATE, "First day of the month."),
            Column.text("member", "Who bears a part; empty for the whole."),
            Column.money("yuan", "What is borne."));
    ledger.ask(
        state -> {
          for (PaymentEvent.Act.Defaulted each : state.defaults()) {
            rows.add(each.member(), each.month(), "", yuan(each.gapMilliYuan()));
            state.shares(each).stream()
                .filter(share -> sees.test(share.member()))
                .forEach(
                    share ->
                        rows.add(
                            each.member(), each.month(), share.member(), yuan(share.milliYuan())));
          }
          return null;
        });
    return rows.table();
  }

  /** Proposals; those that are open alone unless all are asked for. */
  public Table proposals(boolean openOnly) {
    Table.Rows rows =
        new Table.Rows(
            "payment-proposals",
            "An act of two accounts.",
            Column.whole("number", "Its number."),
            Column.text("act", "What it is."),
            Column.text("content", "The act, JSON."),
            Column.text("state", "open, approved or rejected."),
            Column.text("by", "Who proposed it."),
            Column.text("decidedBy", "Who decided; empty while it is open."));
    for (PaymentState.Proposal each : ledger.ask(PaymentState::proposals)) {
      if (!openOnly || each.state().equals("open")) {
        rows.add(
            each.number(),
            each.act().getClass().getSimpleName(),
            Json.MAPPER.writeValueAsString(each.act()),
            each.state(),
            each.by(),
            each.decidedBy() == null ? "" : each.decidedBy());
      }
    }
    return rows.table();
  }

  /**
   * Payments to be made: what each member is owed, in whole 0.01 yuan, where it owes nothing. Who
   * owes, too, is set off first.
   *
   * <p>Names and bank accounts are those of the registry, of today; an account that it does not
   * have is "".
   */
  public List<BankFile.Order> orders() {
    Map<String, Party.Member> payees = ledger.members();
    Map<String, Long> owed = new TreeMap<>();
    long last =
        ledger.ask(
            state -> {
              for (String member : state.members()) {
                long open = PaymentDesk.owedMilliYuan(state, member);
                if (MemberAccount.open(state.dues(member)) == 0 && BankFile.payable(open) > 0) {
                  owed.put(member, BankFile.payable(open));
                }
              }
              return state.rows();
            });
    List<BankFile.Order> orders = new ArrayList<>();
    owed.forEach(
        (member, amount) -> {
          Optional<Party.Member> payee = Optional.ofNullable(payees.get(member));
          orders.add(
              new BankFile.Order(
                  "P%d-%d".formatted(last, orders.size() + 1),
                  member,
                  payee.map(Party.Member::name).orElse(member),
                  payee.flatMap(each -> each.person().bank()).orElse(""),
                  amount));
        });
    return orders;
  }
}
