package org.gridclear.settlement.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.market.series.MarketClock;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.ProcessState;
import org.gridclear.settlement.process.Publication;
import org.gridclear.settlement.process.StatementIndex;

/**
 * Invoices and payments, by the settlement team.
 *
 * @param ledger the ledger
 */
public record PaymentDesk(PaymentLedger ledger) {
  private static final int REFERENCE_MAX = 64;

  /**
   * Makes invoices of all statements of a month that are confirmed and have none. Who disputes
   * waits, alone. What corrections of earlier months changed for others goes with them.
   *
   * @param month any day of the month
   * @return how many were made
   * @throws ProcessConflictException if the month is not published
   */
  public int invoice(LocalDate month, String by) {
    LocalDate first = month.withDayOfMonth(1);
    int[] made = new int[1];
    Carrying carrying = new Carrying(ledger);
    ledger.happen(
        by,
        state -> {
          List<PaymentEvent> events = new ArrayList<>();
          LocalDate due = ledger.workingDaysFromToday(state.terms().dueDays());
          Map<String, List<PaymentEvent>> held = carrying.held(first);
          for (Confirmed each : confirmed(first)) {
            if (!state.invoiced(each.member(), first)) {
              events.add(
                  new PaymentEvent.Invoiced(
                      "I" + each.number(), each.member(), first, each.milliYuan(), due));
              events.addAll(held.getOrDefault(each.member(), List.of()));
            }
          }
          made[0] = (int) events.stream().filter(PaymentEvent.Invoiced.class::isInstance).count();
          events.addAll(carrying.earlier(state, first, due));
          return events;
        });
    return made[0];
  }

  private record Confirmed(String member, String number, long milliYuan) {}

  private List<Confirmed> confirmed(LocalDate first) {
    return ledger
        .process()
        .ask(
            state -> {
              List<Confirmed> found = new ArrayList<>();
              boolean published = false;
              for (Publication each : state.publications()) {
                if (each.act().isVoucher() && each.act().from().equals(first)) {
                  published = true;
                  for (StatementIndex.Entry entry : state.index(each).statements()) {
                    if (state.state(each, entry.member(), ledger.process().now())
                        == ProcessState.StatementState.CONFIRMED) {
                      found.add(
                          new Confirmed(
                              entry.member(),
                              each.statementNumber(entry.member()),
                              entry.milliYuan()));
                    }
                  }
                }
              }
              if (!published) {
                throw new ProcessConflictException("%s is not published.".formatted(first));
              }
              return found;
            });
  }

  /**
   * A line of a bank file.
   *
   * @param reference reference of the bank, which comes once
   * @param member the member
   * @param milliYuan amount, 0.001 yuan
   * @param value day on which it counts
   */
  public record BankLine(String reference, String member, long milliYuan, LocalDate value) {}

  /**
   * What became of a bank file.
   *
   * @param received lines of what members paid that were booked
   * @param paid lines of what the exchange paid that were booked
   * @param known lines whose reference was booked before
   */
  public record Booked(int received, int paid, int known) {}

  /**
   * Reads a file of the bank, CSV or camt.053.
   *
   * @param currency money of the market, such as CNY
   * @throws IllegalArgumentException as {@link BankFile#read}
   */
  public BankFile.Statement read(byte[] file, String currency) {
    return BankFile.read(file, currency, ledger::memberIds);
  }

  /**
   * Books what a bank booked, all of it or nothing; what was booked before is not booked again.
   *
   * @param in what members paid
   * @param out what the exchange paid
   * @throws IllegalArgumentException if a line cannot be, with every one that cannot
   */
  public Booked book(List<BankLine> in, List<BankLine> out, String by) {
    int[] counts = new int[3];
    ledger.happen(
        by,
        state -> {
          List<PaymentEvent> events = new ArrayList<>();
          List<String> wrong = new ArrayList<>();
          Set<String> seen = new HashSet<>();
          for (boolean paid : List.of(false, true)) {
            for (BankLine line : paid ? out : in) {
              PaymentEvent event = event(line, paid);
              Optional<PaymentEvent> before = state.booked(line.reference());
              String why =
                  before.isPresent() && !before.get().equals(event)
                      ? "it was booked as %s".formatted(words(before.get()))
                      : wrong(line, state, seen, paid ? out : List.of());
              if (!why.isEmpty()) {
                wrong.add("%s: %s".formatted(line.reference(), why));
              } else if (before.isPresent()) {
                counts[2]++;
              } else {
                counts[paid ? 1 : 0]++;
                events.add(event);
              }
            }
          }
          if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                "Nothing was booked. " + String.join("; ", wrong) + ".");
          }
          return events;
        });
    return new Booked(counts[0], counts[1], counts[2]);
  }

  private static PaymentEvent event(BankLine line, boolean out) {
    return out
        ? new PaymentEvent.Paid(line.reference(), line.member(), line.milliYuan(), line.value())
        : new PaymentEvent.Received(
            line.reference(), line.member(), line.milliYuan(), line.value());
  }

  private static String words(PaymentEvent booked) {
    return booked instanceof PaymentEvent.Paid paid
        ? "%s yuan to %s of %s".formatted(yuan(paid.milliYuan()), paid.member(), paid.value())
        : booked instanceof PaymentEvent.Received received
            ? "%s yuan from %s of %s"
                .formatted(yuan(received.milliYuan()), received.member(), received.value())
            : booked.toString();
  }

  /** Why a line cannot be booked; "" if it can. What goes out is at most what is owed. */
  private String wrong(BankLine line, PaymentState state, Set<String> seen, List<BankLine> out) {
    if (line.reference().isBlank() || line.reference().length() > REFERENCE_MAX) {
      return "a reference has 1 to %d letters".formatted(REFERENCE_MAX);
    }
    if (!seen.add(line.reference())) {
      return "the reference comes twice";
    }
    if (line.milliYuan() <= 0) {
      return "an amount is more than 0";
    }
    if (line.milliYuan() > Ledger.AMOUNT_MAX_MILLI_YUAN) {
      return "an amount is at most %s yuan".formatted(yuan(Ledger.AMOUNT_MAX_MILLI_YUAN));
    }
    if (line.value().isAfter(ledger.today())) {
      return "%s is still to come".formatted(line.value());
    }
    if (!state.members().contains(line.member())) {
      return "there is no member %s with an invoice".formatted(line.member());
    }
    long asked =
        out.stream()
            .filter(
                each ->
                    each.member().equals(line.member()) && state.booked(each.reference()).isEmpty())
            .mapToLong(BankLine::milliYuan)
            .sum();
    long owed = owedMilliYuan(state, line.member());
    return asked > owed
        ? "%s is owed %s yuan, not %s".formatted(line.member(), yuan(owed), yuan(asked))
        : "";
  }

  private static String yuan(long milliYuan) {
    return FixedPoint.format(milliYuan, FixedPoint.YUAN_DECIMALS);
  }

  /** What the exchange owes a member: open credits, and money that nothing was open for. */
  public static long owedMilliYuan(PaymentState state, String member) {
    return MemberAccount.open(state.credits(member)) + state.unappliedMilliYuan(member);
  }

  /**
   * Sets off what a member owes and is owed.
   *
   * @return the amount, 0.001 yuan
   * @throws ProcessConflictException if there is nothing to set off
   */
  public long offset(String member, String by) {
    long[] amount = new long[1];
    ledger.happen(
        by,
        state -> {
          amount[0] =
              Math.min(
                  MemberAccount.open(state.dues(member)),
                  MemberAccount.open(state.credits(member)));
          if (amount[0] == 0) {
            throw new ProcessConflictException(
                "There is nothing to set off of %s.".formatted(member));
          }
          return List.of(new PaymentEvent.Offset(member, amount[0], ledger.today()));
        });
    return amount[0];
  }

  /**
   * Charges late fees of all invoices up to a day. Money that came earlier than was known when a
   * fee was charged makes it smaller.
   *
   * @param upTo last day, before today
   * @return the sum of what was charged, 0.001 yuan
   * @throws ProcessConflictException if the day has not ended, or is before the last one that a fee
   *     was charged up to: fees of the days between would be taken back
   */
  public long lateFees(LocalDate upTo, String by) {
    if (!upTo.isBefore(ledger.today())) {
      throw new ProcessConflictException(
          "%s has not ended; fees are charged up to a day that has.".formatted(upTo));
    }
    MarketClock clock = ledger.process().deadlines().clock();
    long[] sum = new long[1];
    ledger.happen(
        by,
        state -> {
          state.lateFees().last().filter(upTo::isBefore).ifPresent(PaymentDesk::charged);
          List<PaymentEvent> events = new ArrayList<>();
          for (String member : state.members()) {
            for (OpenItem item : state.dues(member)) {
              if (item.kind().isBill()) {
                long fee =
                    state.lateFees().milliYuan(item, upTo, clock::dateOf)
                        - state.lateFees().charged(item.number());
                if (fee != 0) {
                  events.add(new PaymentEvent.LateFee(item.number(), member, upTo, fee));
                }
                sum[0] += fee;
              }
            }
          }
          return events;
        });
    return sum[0];
  }

  private static void charged(LocalDate last) {
    throw new ProcessConflictException(
        "Late fees are charged up to %s; give that day or a later one.".formatted(last));
  }

  /**
   * All meters of an interval were read. The same again is nothing new; others replace them.
   *
   * @param interval from 1
   * @param readings the file
   * @param amounts what it comes to by member, 0.001 yuan, positive where the exchange pays
   * @throws ProcessConflictException if the day or its month is published, which takes the place of
   *     readings
   */
  public void metered(
      LocalDate date, int interval, byte[] readings, Map<String, Long> amounts, String by) {
    PaymentEvent.Metered event =
        new PaymentEvent.Metered(
            date,
            interval,
            ledger.process().content().put(readings),
            ledger.process().content().put(Standing.bytes(amounts)),
            -amounts.values().stream().mapToLong(Long::longValue).sum());
    ledger.happen(
        by,
        state -> {
          if (event.equals(state.standing().of(date, interval))) {
            return List.of();
          }
          ledger
              .process()
              .ask(process -> process.published(date))
              .ifPresent(each -> over(date, each));
          return List.of(event);
        });
  }

  private static void over(LocalDate date, Publication published) {
    throw new ProcessConflictException(
        "%s is published (%s, publication %d), which takes the place of readings: correct its close."
            .formatted(date, published.act().kind(), published.number()));
  }

  /**
   * A guarantee was given.
   *
   * @return its number
   * @throws NoSuchSubjectException if there is no such member
   */
  public long guarantee(PaymentEvent.GuaranteeGiven given, String by) {
    if (given.milliYuan() <= 0
        || given.milliYuan() > Ledger.AMOUNT_MAX_MILLI_YUAN
        || given.member().isBlank()
        || (given.to() != null && given.to().isBefore(given.from()))) {
      throw new IllegalArgumentException(
          "A guarantee has a member, more than 0 and at most %s yuan, and ends after it begins."
              .formatted(yuan(Ledger.AMOUNT_MAX_MILLI_YUAN)));
    }
    ledger.requireMember(given.member());
    return ledger.happen(by, state -> List.of(given));
  }

  /**
   * What is left of a guarantee is given back, in whole or in part.
   *
   * @throws ProcessConflictException if less is left
   */
  public void giveBack(long guarantee, long milliYuan, String by) {
    ledger.happen(
        by,
        state -> {
          PaymentState.HeldGuarantee held =
              state
                  .guarantee(guarantee)
                  .orElseThrow(
                      () ->
                          new NoSuchSubjectException(
                              "There is no guarantee %d.".formatted(guarantee)));
          if (milliYuan <= 0 || milliYuan > held.leftMilliYuan()) {
            throw new ProcessConflictException(
                "Of guarantee %d are %s yuan left."
                    .formatted(guarantee, yuan(held.leftMilliYuan())));
          }
          return List.of(new PaymentEvent.GuaranteeReturned(guarantee, milliYuan));
        });
  }
}
