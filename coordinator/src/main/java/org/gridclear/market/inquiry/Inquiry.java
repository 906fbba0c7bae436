package org.gridclear.market.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question of the regulator about a price, with what was said since.
 *
 * @param number its number, from 1
 * @param asked the question
 * @param since explanations and decisions in their order
 */
public record Inquiry(long number, Act asked, List<Act> since) {
  public Inquiry {
    since = List.copyOf(since);
  }

  /** What was done. */
  public enum Kind {
    /** The regulator asked. */
    ASKED,
    /** The operator explained. */
    EXPLAINED,
    /** The regulator took the explanation. */
    ACCEPTED,
    /** The regulator did not take it, and waits for another. */
    REFUSED
  }

  /**
   * What an inquiry is about.
   *
   * @param market such as {@code da}
   * @param date trading date
   * @param zone zone of the price
   */
  public record Subject(String market, LocalDate date, String zone) {}

  /**
   * What was done, and who did it.
   *
   * @param number number of the inquiry
   * @param kind what
   * @param subject what the inquiry is about
   * @param text question, explanation or comment
   * @param seen how the price went when the question was asked; "" for what is no question
   * @param due until when an explanation is asked for; of an explanation and an acceptance that of
   *     the question
   * @param by the account
   * @param at when
   */
  public record Act(
      long number,
      Kind kind,
      Subject subject,
      String text,
      String seen,
      Instant due,
      String by,
      Instant at) {}

  /** The last act. */
  public Act last() {
    return since.isEmpty() ? asked : since.get(since.size() - 1);
  }

  /** Whether an explanation is waited for. */
  public boolean waits() {
    return last().kind() == Kind.ASKED || last().kind() == Kind.REFUSED;
  }

  /** Whether an explanation is waited for, and its time is over. */
  public boolean isOverdue(Instant now) {
    return waits() && now.isAfter(last().due());
  }

  /** The same with one act more. */
  Inquiry with(Act act) {
    return new Inquiry(number, asked, Stream.concat(since.stream(), Stream.of(act)).toList());
  }
}
