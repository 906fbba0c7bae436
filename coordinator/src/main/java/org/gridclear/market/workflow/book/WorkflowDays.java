package org.gridclear.market.workflow.book;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The trading dates on which a workflow starts: those that all of this lets through.
 *
 * @param working whether working days alone
 * @param weekdays days of the week; empty for all
 * @param ofMonth days of the month, of which one that a month has not is its last; empty for all
 */
public record WorkflowDays(boolean working, Set<DayOfWeek> weekdays, SortedSet<Integer> ofMonth) {
  /** Every day. */
  public static final WorkflowDays ALL =
      new WorkflowDays(false, EnumSet.noneOf(DayOfWeek.class), new TreeSet<>());

  public WorkflowDays {
    Set<DayOfWeek> copy = EnumSet.noneOf(DayOfWeek.class);
    copy.addAll(weekdays);
    weekdays = Collections.unmodifiableSet(copy);
    ofMonth = Collections.unmodifiableSortedSet(new TreeSet<>(ofMonth));
  }

  /** Whether a date is one of them, but for whether it is a working day. */
  boolean has(LocalDate date) {
    boolean weekday = weekdays.isEmpty() || weekdays.contains(date.getDayOfWeek());
    boolean last = date.getDayOfMonth() == date.lengthOfMonth();
    boolean day =
        ofMonth.isEmpty()
            || ofMonth.contains(date.getDayOfMonth())
            || last && ofMonth.last() > date.getDayOfMonth();
    return weekday && day;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(working ? "working" : "all");
    if (!weekdays.isEmpty()) {
      text.append(", ").append(weekdays.toString().toLowerCase(Locale.ROOT));
    }
    if (!ofMonth.isEmpty()) {
      text.append(", of the month ").append(ofMonth);
    }
    return text.toString();
  }
}
