package org.gridclear.market.workflow.book;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.market.calendar.MarketCalendar;
import org.gridclear.market.series.MarketClock;

/**
 * When workflows start and nodes are due. It follows from the workflow, the date and the calendar
 * alone, so that all coordinators say the same whatever their clocks show.
 *
 * @param clock the market's
 * @param calendar its working days
 * @param gates when its markets stop taking declarations
 */
public record InstanceTimes(MarketClock clock, MarketCalendar calendar, GateTimes gates) {
  /** Trading dates looked through for the next start. */
  private static final int DATES_AHEAD = 40;

  /**
   * A start of a workflow.
   *
   * @param date trading date
   * @param cycle number of the cycle
   * @param at when
   */
  public record Start(LocalDate date, int cycle, Instant at) {}

  /** When a time of a day is for a trading date. */
  public Instant at(DayTime time, LocalDate date) {
    LocalDate day =
        time.working() ? calendar.workingDaysAfter(date, time.days()) : date.plusDays(time.days());
    return day.atTime(time.time()).atZone(clock.zone()).toInstant();
  }

  /** When something of an instance is. */
  public Instant at(When when, LocalDate date, Instant start) {
    return when instanceof When.AfterStart after
        ? start.plus(Duration.ofMinutes(after.minutes()))
        : at(((When.At) when).time(), date);
  }

  /** Every start of a trading date, in order; none on a date that is not one of its days. */
  public List<Start> starts(Workflow workflow, LocalDate date) {
    return starts(workflow, date, gatesOf(workflow));
  }

  private Function<LocalDate, Optional<Instant>> gatesOf(Workflow workflow) {
    return workflow.cycles() instanceof Cycles.AtGate gate
        ? gates.of(gate.market())
        : date -> Optional.empty();
  }

  private List<Start> starts(
      Workflow workflow, LocalDate date, Function<LocalDate, Optional<Instant>> gatesOf) {
    boolean off = workflow.days().working() && !calendar.isWorking(date);
    if (!workflow.days().has(date) || off) {
      return List.of();
    }
    if (workflow.cycles() instanceof Cycles.AtGate) {
      return gatesOf.apply(date).map(at -> new Start(date, 0, at)).stream().toList();
    }
    if (workflow.cycles() instanceof Cycles.Daily daily) {
      return List.of(new Start(date, 0, at(daily.at(), date)));
    }
    Cycles.Every every = (Cycles.Every) workflow.cycles();
    List<Start> starts = new ArrayList<>();
    Instant first = clock.startOf(date).minus(Duration.ofMinutes(every.leadMinutes()));
    int count = clock.minutesOf(date) / every.minutes();
    for (int cycle = 1; cycle <= count; cycle++) {
      long minutes = (long) (cycle - 1) * every.minutes();
      starts.add(new Start(date, cycle, first.plus(Duration.ofMinutes(minutes))));
    }
    return starts;
  }

  /**
   * The start of a cycle of a trading date.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Start start(Workflow workflow, LocalDate date, int cycle) {
    List<Start> starts = starts(workflow, date);
    return starts.stream()
        .filter(start -> start.cycle() == cycle)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    starts.isEmpty()
                        ? "%s does not start on %s: it is none of its days, or has no gate."
                            .formatted(workflow.id(), date)
                        : "%s has no cycle %d on %s; give one from %d to %d."
                            .formatted(
                                workflow.id(),
                                cycle,
                                date,
                                starts.get(0).cycle(),
                                starts.get(starts.size() - 1).cycle())));
  }

  /** The starts after a time up to and with another, in order. */
  public List<Start> between(Workflow workflow, Instant after, Instant upTo) {
    List<Start> starts = new ArrayList<>();
    var gatesOf = gatesOf(workflow);
    LocalDate last = lastDate(workflow, upTo);
    for (LocalDate date = firstDate(workflow, after);
        !date.isAfter(last);
        date = date.plusDays(1)) {
      for (Start start : starts(workflow, date, gatesOf)) {
        if (start.at().isAfter(after) && !start.at().isAfter(upTo)) {
          starts.add(start);
        }
      }
    }
    starts.sort(Comparator.comparing(Start::at));
    return starts;
  }

  /** The first start after a time; empty if there is none for weeks. */
  public Optional<Start> next(Workflow workflow, Instant after) {
    LocalDate first = firstDate(workflow, after);
    var gatesOf = gatesOf(workflow);
    for (int ahead = 0; ahead < DATES_AHEAD; ahead++) {
      Optional<Start> found =
          starts(workflow, first.plusDays(ahead), gatesOf).stream()
              .filter(start -> start.at().isAfter(after))
              .min(Comparator.comparing(Start::at));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A trading date before which nothing starts after a time. */
  private LocalDate firstDate(Workflow workflow, Instant after) {
    LocalDate day = clock.dateOf(after);
    if (!(workflow.cycles() instanceof Cycles.Daily daily)) {
      return day;
    }
    int days = daily.at().days();
    return daily.at().working() ? workingDaysBefore(day, days) : day.minusDays(days);
  }

  /** A date from which so many working days lead to a day before this one. */
  private LocalDate workingDaysBefore(LocalDate day, int count) {
    LocalDate before = day.minusDays(1);
    int left = count;
    // A week of working days may be a month of days.
    for (int days = 0; left > 0 && days < 4 * count + 14; days++) {
      left -= calendar.isWorking(before) ? 1 : 0;
      before = before.minusDays(1);
    }
    return before;
  }

  /** A trading date after which nothing starts up to a time. */
  private LocalDate lastDate(Workflow workflow, Instant upTo) {
    if (workflow.cycles() instanceof Cycles.Every every) {
      return clock.dateOf(upTo.plus(Duration.ofMinutes(every.leadMinutes())));
    }
    if (workflow.cycles() instanceof Cycles.AtGate) {
      return clock.dateOf(upTo).plusDays(DATES_AHEAD);
    }
    Cycles.Daily daily = (Cycles.Daily) workflow.cycles();
    return clock.dateOf(upTo).minusDays(daily.at().days());
  }
}
