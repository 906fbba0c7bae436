package org.gridclear.settlement.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to money. Amounts in 0.001 yuan, never negative unless it is said. */
public sealed interface PaymentEvent {
  /**
   * A confirmed statement became an invoice.
   *
   * @param number number of the invoice: I and that of the statement
   * @param member the member
   * @param month first day of the month
   * @param milliYuan total of the statement: negative where the member pays
   * @param due day until which it is paid
   */
  record Invoiced(String number, String member, LocalDate month, long milliYuan, LocalDate due)
      implements PaymentEvent {}

  /**
   * Money came from a member.
   *
   * @param reference reference of the bank, which comes once
   * @param member the member
   * @param milliYuan amount
   * @param value day on which it counts
   */
  record Received(String reference, String member, long milliYuan, LocalDate value)
      implements PaymentEvent {}

  /** Money went to a member; the parts are those of {@link Received}. */
  record Paid(String reference, String member, long milliYuan, LocalDate value)
      implements PaymentEvent {}

  /** What a member owes and what it is owed were set off. */
  record Offset(String member, long milliYuan, LocalDate value) implements PaymentEvent {}

  /**
   * Late fee of an invoice.
   *
   * @param invoice number of the invoice
   * @param member the member
   * @param upTo last day that it is for
   * @param milliYuan what comes to what was charged; negative where money came earlier than known
   */
  record LateFee(String invoice, String member, LocalDate upTo, long milliYuan)
      implements PaymentEvent {}

  /**
   * An updated statement became an invoice, and the others have not settled what they owe for it:
   * what it changed is held in suspense (AMB-34).
   *
   * @param update number of the publication
   * @param member whose statement it is
   * @param milliYuan what it changed by, positive where the exchange pays more
   */
  record SuspenseHeld(long update, String member, long milliYuan) implements PaymentEvent {}

  /**
   * What a publication changed of a statement that was not updated is settled (S-06, S-29).
   *
   * @param number A, the number of that statement, and that of the publication
   * @param update number of the publication
   * @param member the member
   * @param month first day of the month with whose bills it goes
   * @param milliYuan the change: negative where the member pays
   * @param due day until which it is paid
   */
  record Adjusted(
      String number, long update, String member, LocalDate month, long milliYuan, LocalDate due)
      implements PaymentEvent {}

  /**
   * All changes of a publication are settled, and nothing of it is held in suspense any more.
   *
   * @param update number of the publication
   * @param milliYuan what all members get more; the pools have it less
   */
  record SuspenseCleared(long update, long milliYuan) implements PaymentEvent {}

  /**
   * Money that came from a defaulter later goes back to those who bore the gap.
   *
   * @param of number of the default
   * @param milliYuan how much
   * @param shares SHA-256 of the parts, which add up to it
   */
  record SharedBack(String of, long milliYuan, String shares) implements PaymentEvent {}

  /**
   * All meters of an interval were read.
   *
   * @param date operating day
   * @param interval from 1
   * @param readings SHA-256 of the file
   * @param amounts SHA-256 of what it comes to by member
   * @param marketMilliYuan what the market gets: with all members 0
   */
  record Metered(
      LocalDate date, int interval, String readings, String amounts, long marketMilliYuan)
      implements PaymentEvent {}

  /**
   * A tax service made an electronic invoice.
   *
   * @param invoice number of the invoice
   * @param number the number that the service gave
   * @param payload SHA-256 of what it was told
   * @param reply SHA-256 of what it answered
   */
  record ElectronicInvoice(String invoice, String number, String payload, String reply)
      implements PaymentEvent {}

  /** Kinds of guarantees (T-05). */
  enum Guarantee {
    CASH,
    BANK_GUARANTEE,
    /** Credit without a guarantee; nothing can be drawn from it. */
    UNSECURED,
    OTHER
  }

  /**
   * A guarantee was given. The number of its row is that of the guarantee.
   *
   * @param member the member
   * @param kind kind
   * @param milliYuan amount
   * @param from first day
   * @param to last day; null for no end
   * @param note what it is, such as the number of a letter
   */
  record GuaranteeGiven(
      String member,
      Guarantee kind,
      long milliYuan,
      LocalDate from,
      @Nullable LocalDate to,
      String note)
      implements PaymentEvent {}

  /** A guarantee was given back, what is left of it. */
  record GuaranteeReturned(long guarantee, long milliYuan) implements PaymentEvent {}

  /**
   * A member was told that its deposit is short (T-06).
   *
   * @param member the member
   * @param requiredMilliYuan what is required
   * @param heldMilliYuan what there is
   * @param deadline until when it is made good
   */
  record ShortageTold(String member, long requiredMilliYuan, long heldMilliYuan, Instant deadline)
      implements PaymentEvent {}

  /** The shortage that a member was told of is made good. */
  record ShortageMadeGood(String member) implements PaymentEvent {}

  /** An act of two accounts was proposed; the number of its row is that of the act. */
  record Proposed(String act, String content) implements PaymentEvent {}

  /** A proposal was decided. */
  record Decided(long proposal, boolean approved, String reason) implements PaymentEvent {}

  /** What takes effect once one account has proposed it and another one approved it. */
  sealed interface Act {
    /** Terms of payments and credit. */
    record TermsSet(PaymentTerms terms) implements Act {}

    /**
     * A member is rated (T-01).
     *
     * @param member the member
     * @param rating one of the terms
     * @param estimateMilliYuan what it is thought to owe in a month while it has no bill
     */
    record Rated(String member, String rating, long estimateMilliYuan) implements Act {}

    /**
     * A member defaults on a month (T-07, T-08).
     *
     * @param member the member
     * @param month first day of the month
     * @param dueMilliYuan what it owes of invoices
     * @param lateFeeMilliYuan late fees that it owes
     * @param draws what is drawn from its guarantees
     * @param gapMilliYuan what is left, and falls on others
     * @param shares SHA-256 of the parts of the others, which add up to the gap
     * @param on day on which it is found
     */
    record Defaulted(
        String member,
        LocalDate month,
        long dueMilliYuan,
        long lateFeeMilliYuan,
        List<Draw> draws,
        long gapMilliYuan,
        String shares,
        LocalDate on)
        implements Act {
      public Defaulted {
        draws = List.copyOf(draws);
      }
    }

    /** What is drawn from a guarantee. */
    record Draw(long guarantee, long milliYuan) {}

    /** Part of a member in a default. */
    record Share(String member, long milliYuan) {}
  }
}
