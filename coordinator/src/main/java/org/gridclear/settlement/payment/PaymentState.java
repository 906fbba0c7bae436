package org.gridclear.settlement.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridclear.market.store.process.JournalRow;
import org.jspecify.annotations.Nullable;

/** How payments and credit stand after the rows of the journal, and the ledger with them. */
public final class PaymentState {
  private final Function<String, List<PaymentEvent.Act.Share>> shares;
  private final Ledger ledger = new Ledger();
  private final Map<String, MemberAccount> accounts = new TreeMap<>();
  private final Map<String, PaymentEvent.Invoiced> invoices = new TreeMap<>();
  private final LateFees lateFees = new LateFees();
  private final Map<String, PaymentEvent> references = new HashMap<>();
  private final Guarantees guarantees = new Guarantees();
  private final Standing standing = new Standing();
  private final Map<String, PaymentEvent.Act.Rated> ratings = new TreeMap<>();
  private final Map<String, Shortage> shortages = new TreeMap<>();
  private final Map<Long, Proposal> proposals = new TreeMap<>();
  private final Map<String, Recovery> recoveries = new LinkedHashMap<>();
  private final Set<Long> cleared = new HashSet<>();
  private final ElectronicNumbers electronic = new ElectronicNumbers();
  private final Map<String, TreeMap<LocalDate, Long>> payable = new HashMap<>();
  private final Set<String> invoiced = new HashSet<>();
  private PaymentTerms terms = PaymentTerms.STANDARD;
  private long rows;

  /**
   * A guarantee and what is left of it.
   *
   * @param number its number
   * @param given as it was given
   * @param leftMilliYuan what was neither drawn nor given back
   */
  public record HeldGuarantee(long number, PaymentEvent.GuaranteeGiven given, long leftMilliYuan) {
    /** Whether it holds on a day. */
    public boolean on(LocalDate day) {
      return !day.isBefore(given.from()) && (given.to() == null || !day.isAfter(given.to()));
    }
  }

  /**
   * An act that one account proposed.
   *
   * @param number its number
   * @param act the act
   * @param by who proposed it
   * @param state open, approved or rejected
   * @param decidedBy who decided; null while it is open
   */
  public record Proposal(
      long number, PaymentEvent.Act act, String by, String state, @Nullable String decidedBy) {}

  /**
   * A shortage that a member was told of.
   *
   * @param told what it was told
   * @param at when
   */
  public record Shortage(PaymentEvent.ShortageTold told, Instant at) {}

  /**
   * Nothing has happened.
   *
   * @param shares parts in a default by the hash of their list
   */
  PaymentState(Function<String, List<PaymentEvent.Act.Share>> shares) {
    this.shares = shares;
  }

  /** Takes the next row. */
  void take(JournalRow row) {
    PaymentEvent event = PaymentCodec.event(row.kind(), row.content());
    rows = row.number();
    if (event instanceof PaymentEvent.Invoiced invoiced) {
      invoice(invoiced);
    } else if (event instanceof PaymentEvent.Received received) {
      references.put(received.reference(), received);
      ledger.post(Ledger.BANK, Ledger.member(received.member()), received.milliYuan());
      account(received.member()).receive(received.milliYuan(), received.value());
    } else if (event instanceof PaymentEvent.Paid paid) {
      references.put(paid.reference(), paid);
      ledger.post(Ledger.member(paid.member()), Ledger.BANK, paid.milliYuan());
      account(paid.member()).pay(paid.milliYuan(), paid.value());
    } else if (event instanceof PaymentEvent.Offset offset) {
      account(offset.member()).offset(offset.milliYuan(), offset.value());
    } else if (event instanceof PaymentEvent.LateFee fee) {
      lateFee(fee);
    } else if (event instanceof PaymentEvent.ShortageTold told) {
      shortages.put(told.member(), new Shortage(told, row.at()));
    } else if (event instanceof PaymentEvent.ShortageMadeGood good) {
      shortages.remove(good.member());
    } else if (event instanceof PaymentEvent.ElectronicInvoice made) {
      electronic.take(made);
    } else if (event instanceof PaymentEvent.Metered metered) {
      standing.take(metered);
    } else {
      later(event, row);
    }
  }

  private void later(PaymentEvent event, JournalRow row) {
    if (event instanceof PaymentEvent.SuspenseHeld held) {
      ledger.post(Ledger.SUSPENSE, Ledger.CLEARING, held.milliYuan());
    } else if (event instanceof PaymentEvent.Adjusted adjusted) {
      bill(
          adjusted.number(),
          OpenItem.Kind.ADJUSTMENT,
          new Bill(adjusted.member(), adjusted.month(), adjusted.milliYuan(), adjusted.due()),
          Ledger.SUSPENSE);
    } else if (event instanceof PaymentEvent.SuspenseCleared all) {
      cleared.add(all.update());
      ledger.post(Ledger.CLEARING, Ledger.SUSPENSE, all.milliYuan());
    } else if (event instanceof PaymentEvent.SharedBack back) {
      sharedBack(back);
    } else {
      guaranteeOrAct(event, row);
    }
  }

  private void sharedBack(PaymentEvent.SharedBack back) {
    List<PaymentEvent.Act.Share> parts = shares.apply(back.shares());
    Recovery now = recoveries.computeIfPresent(back.of(), (key, old) -> old.returned(parts));
    for (PaymentEvent.Act.Share part : parts) {
      ledger.post(Ledger.DEFAULTS, Ledger.member(part.member()), part.milliYuan());
      account(part.member())
          .isOwed(
              new OpenItem(
                  "%s-R%d".formatted(back.of(), now.returns()),
                  OpenItem.Kind.DEFAULT_RETURN,
                  now.act().month(),
                  now.act().on(),
                  part.milliYuan(),
                  List.of()));
    }
  }

  private void guaranteeOrAct(PaymentEvent event, JournalRow row) {
    if (event instanceof PaymentEvent.GuaranteeGiven given) {
      guarantees.give(new HeldGuarantee(row.number(), given, given.milliYuan()));
      if (given.kind() == PaymentEvent.Guarantee.CASH) {
        ledger.post(Ledger.BANK, Ledger.guarantee(given.member()), given.milliYuan());
      }
    } else if (event instanceof PaymentEvent.GuaranteeReturned back) {
      HeldGuarantee held = guarantees.less(back.guarantee(), back.milliYuan());
      if (held.given().kind() == PaymentEvent.Guarantee.CASH) {
        ledger.post(Ledger.guarantee(held.given().member()), Ledger.BANK, back.milliYuan());
      }
    } else if (event instanceof PaymentEvent.Proposed proposed) {
      proposals.put(
          row.number(),
          new Proposal(row.number(), PaymentCodec.act(proposed), row.by(), "open", null));
    } else if (event instanceof PaymentEvent.Decided decided) {
      Proposal old = Objects.requireNonNull(proposals.get(decided.proposal()));
      String stands = decided.approved() ? "approved" : "rejected";
      proposals.put(
          old.number(), new Proposal(old.number(), old.act(), old.by(), stands, row.by()));
      if (decided.approved()) {
        act(old.act(), row.at());
      }
    }
  }

  private void act(PaymentEvent.Act act, Instant at) {
    if (act instanceof PaymentEvent.Act.TermsSet set) {
      terms = set.terms();
      lateFees.rate(at, terms);
    } else if (act instanceof PaymentEvent.Act.Rated rated) {
      ratings.put(rated.member(), rated);
    } else if (act instanceof PaymentEvent.Act.Defaulted defaulted) {
      defaulted(defaulted);
    }
  }

  private record Bill(String member, LocalDate month, long milliYuan, LocalDate due) {}

  private void invoice(PaymentEvent.Invoiced made) {
    invoices.put(made.number(), made);
    invoiced.add(made.member() + "\n" + made.month());
    if (made.milliYuan() < 0) {
      payable
          .computeIfAbsent(made.member(), key -> new TreeMap<>())
          .merge(made.month(), -made.milliYuan(), Math::addExact);
    }
    bill(
        made.number(),
        OpenItem.Kind.INVOICE,
        new Bill(made.member(), made.month(), made.milliYuan(), made.due()),
        Ledger.CLEARING);
  }

  private void bill(String number, OpenItem.Kind kind, Bill bill, String other) {
    long owes = -bill.milliYuan();
    ledger.post(Ledger.member(bill.member()), other, owes);
    OpenItem item = new OpenItem(number, kind, bill.month(), bill.due(), Math.abs(owes), List.of());
    if (owes > 0) {
      account(bill.member()).owes(item);
    } else if (owes < 0) {
      account(bill.member()).isOwed(item);
    }
  }

  private void lateFee(PaymentEvent.LateFee fee) {
    LocalDate month = account(fee.member()).due(fee.invoice()).month();
    lateFees.take(fee);
    ledger.post(Ledger.member(fee.member()), Ledger.LATE_FEES, fee.milliYuan());
    account(fee.member()).lateFee("L" + fee.invoice(), month, fee.upTo(), fee.milliYuan());
  }

  private void defaulted(PaymentEvent.Act.Defaulted act) {
    LocalDate value = act.on();
    for (PaymentEvent.Act.Draw draw : act.draws()) {
      HeldGuarantee held = guarantees.less(draw.guarantee(), draw.milliYuan());
      boolean cash = held.given().kind() == PaymentEvent.Guarantee.CASH;
      ledger.post(
          cash ? Ledger.guarantee(act.member()) : Ledger.BANK,
          Ledger.member(act.member()),
          draw.milliYuan());
      account(act.member()).receive(draw.milliYuan(), value);
    }
    String number = "X%s-%d".formatted(act.member(), recoveries.size() + 1);
    for (PaymentEvent.Act.Share share : shares(act)) {
      ledger.post(Ledger.member(share.member()), Ledger.DEFAULTS, share.milliYuan());
      account(share.member())
          .owes(
              new OpenItem(
                  number,
                  OpenItem.Kind.DEFAULT_SHARE,
                  act.month(),
                  act.on(),
                  share.milliYuan(),
                  List.of()));
    }
    recoveries.put(
        number,
        Recovery.of(number, act, shares(act), account(act.member()).settledMilliYuan(act.month())));
  }

  /** Parts of the others in a default. */
  public List<PaymentEvent.Act.Share> shares(PaymentEvent.Act.Defaulted act) {
    return shares.apply(act.shares());
  }

  private MemberAccount account(String member) {
    return accounts.computeIfAbsent(member, id -> new MemberAccount());
  }

  /** Balances of the ledger by account, 0.001 yuan; they add up to 0. */
  public Map<String, Long> balances() {
    return ledger.balances();
  }

  /** Number of the last row. */
  long rows() {
    return rows;
  }

  /** Members with a guarantee. */
  Set<String> guaranteed() {
    return guarantees.members();
  }

  /** Members that have an account. */
  public Set<String> members() {
    return Set.copyOf(accounts.keySet());
  }

  /** What a member owes, the earliest due first. */
  public List<OpenItem> dues(String member) {
    return accounts.containsKey(member) ? accounts.get(member).dues() : List.of();
  }

  /** What the exchange owes a member, the earliest due first. */
  public List<OpenItem> credits(String member) {
    return accounts.containsKey(member) ? accounts.get(member).credits() : List.of();
  }

  /** Money of a member that nothing was open for, 0.001 yuan. */
  public long unappliedMilliYuan(String member) {
    return accounts.containsKey(member) ? accounts.get(member).unappliedMilliYuan() : 0;
  }

  /** What a member owes in all, 0.001 yuan; negative where the exchange owes it. */
  public long balanceMilliYuan(String member) {
    return accounts.containsKey(member) ? accounts.get(member).balanceMilliYuan() : 0;
  }

  /** All invoices, by number. */
  public Map<String, PaymentEvent.Invoiced> invoices() {
    return Collections.unmodifiableMap(invoices);
  }

  /** Late fees that were charged, and their rates. */
  LateFees lateFees() {
    return lateFees;
  }

  /** What was booked by a reference of the bank; nothing if it was not. */
  public Optional<PaymentEvent> booked(String reference) {
    return Optional.ofNullable(references.get(reference));
  }

  /** Guarantees of a member, by number. */
  public List<HeldGuarantee> guarantees(String member) {
    return guarantees.of(member);
  }

  /** A guarantee. */
  Optional<HeldGuarantee> guarantee(long number) {
    return guarantees.find(number);
  }

  /** The rating of a member. */
  public Optional<PaymentEvent.Act.Rated> rating(String member) {
    return Optional.ofNullable(ratings.get(member));
  }

  /** All that are rated. */
  public Set<String> rated() {
    return Set.copyOf(ratings.keySet());
  }

  /** The shortage that a member was told of and did not make good. */
  public Optional<Shortage> shortage(String member) {
    return Optional.ofNullable(shortages.get(member));
  }

  /** Defaults that took effect, in order. */
  public List<PaymentEvent.Act.Defaulted> defaults() {
    return recoveries.values().stream().map(Recovery::act).toList();
  }

  /** Defaults with what came back of them since, in order. */
  public List<Recovery> recoveries() {
    return List.copyOf(recoveries.values());
  }

  /** What came of a default since and was not shared back: paid, or not owed any more. */
  long recoveredMilliYuan(Recovery of) {
    MemberAccount defaulter = account(of.act().member());
    long paid = defaulter.settledMilliYuan(of.act().month()) - of.paidBeforeMilliYuan();
    long gone = of.act().gapMilliYuan() - defaulter.openMilliYuan(of.act().month());
    long back = Math.max(paid, gone) - of.returnedMilliYuan();
    return Math.max(0, Math.min(of.borneMilliYuan(), back));
  }

  /** What intervals that were read come to. */
  Standing standing() {
    return standing;
  }

  /** Whether all changes of a publication are settled. */
  boolean cleared(long update) {
    return cleared.contains(update);
  }

  /** Electronic invoices that were made. */
  public ElectronicNumbers electronic() {
    return electronic;
  }

  /** Payable bills of a member by month, 0.001 yuan. */
  TreeMap<LocalDate, Long> payable(String member) {
    return payable.getOrDefault(member, new TreeMap<>());
  }

  /** Whether a member has an invoice of a month. */
  public boolean invoiced(String member, LocalDate month) {
    return invoiced.contains(member + "\n" + month);
  }

  /** Terms that hold. */
  public PaymentTerms terms() {
    return terms;
  }

  /** All proposals, by number. */
  public List<Proposal> proposals() {
    return List.copyOf(proposals.values());
  }

  /** A proposal. */
  public Optional<Proposal> proposal(long number) {
    return Optional.ofNullable(proposals.get(number));
  }
}
