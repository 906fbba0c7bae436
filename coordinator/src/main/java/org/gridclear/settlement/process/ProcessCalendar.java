package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.process.ProcessState.StatementState;
import org.gridclear.settlement.register.DataStates;
import org.jspecify.annotations.Nullable;

/** What is due in a month, what is late and whose it is. */
public final class ProcessCalendar {
  private final ProcessState state;
  private final Deadlines deadlines;
  private final Instant now;
  private final List<Task> tasks = new ArrayList<>();

  private ProcessCalendar(ProcessState state, Deadlines deadlines, Instant now) {
    this.state = state;
    this.deadlines = deadlines;
    this.now = now;
  }

  /**
   * A task.
   *
   * @param task what is to be done
   * @param subject of what
   * @param owner whose it is: data, settlement, or a member
   * @param due until when
   * @param done when it was done; null while it is open
   * @param state ahead, open, late, done, or done late
   */
  public record Task(
      String task,
      String subject,
      String owner,
      Instant due,
      @Nullable Instant done,
      String state) {}

  /**
   * Tasks of a month.
   *
   * @param fixedWeeks whether weeks are 1–7, 8–14, 15–21, 22–28, 29–end (AMB-19)
   */
  public static List<Task> of(SettlementProcess process, YearMonth month, boolean fixedWeeks) {
    return process.ask(
        state -> {
          ProcessCalendar calendar = new ProcessCalendar(state, process.deadlines(), process.now());
          calendar.days(month);
          calendar.weeks(month, fixedWeeks);
          calendar.ofMonth(month);
          calendar.disputes(month);
          return List.copyOf(calendar.tasks);
        });
  }

  private void days(YearMonth month) {
    for (int d = 1; d <= month.lengthOfMonth(); d++) {
      LocalDate day = month.atDay(d);
      Optional<Instant> checked =
          state
              .checked(day)
              .filter(
                  found ->
                      found.day().check() == DataStates.Check.PASSED
                          && found.day().quality() == DataStates.Quality.QUALIFIED)
              .map(ProcessState.Checked::at);
      add("data", day, day, "data", state.rules().dataHours(), checked);
      add("day", day, day, "settlement", state.rules().dayHours(), published(Act.Kind.DAY, day));
    }
  }

  private void weeks(YearMonth month, boolean fixedWeeks) {
    int first = 1;
    int last = month.lengthOfMonth();
    for (int d = 1; d <= last; d++) {
      int week = SettlementMonth.week(month, fixedWeeks, d);
      if (d == last || SettlementMonth.week(month, fixedWeeks, d + 1) != week) {
        add(
            "week",
            month.atDay(first),
            month.atDay(d),
            "settlement",
            state.rules().weekHours(),
            published(Act.Kind.WEEK, month.atDay(first)));
        first = d + 1;
      }
    }
  }

  private void ofMonth(YearMonth month) {
    LocalDate from = month.atDay(1);
    add(
        "month",
        from,
        month.atEndOfMonth(),
        "settlement",
        state.rules().monthHours(),
        published(Act.Kind.MONTH, from));
    for (Publication each : state.publications()) {
      if (each.act().isVoucher() && each.act().from().equals(from)) {
        for (StatementIndex.Entry entry : state.index(each).statements()) {
          confirmation(each, entry.member());
        }
      }
    }
  }

  /** Silence confirms in time, so a confirmation is never late. */
  private void confirmation(Publication publication, String member) {
    StatementState stands = state.state(publication, member, now);
    if (stands == StatementState.UNCONFIRMED || stands == StatementState.CONFIRMED) {
      Instant due = state.confirmBy(publication, member);
      Instant done =
          state
              .confirmation(publication.number(), member)
              .map(ProcessState.Confirmation::at)
              .orElse(stands == StatementState.CONFIRMED ? due : null);
      tasks.add(task("confirmation", publication.statementNumber(member), member, due, done));
    }
  }

  private void disputes(YearMonth month) {
    for (Dispute dispute : state.disputes()) {
      if (!YearMonth.from(dispute.filed().date()).equals(month)
          || dispute.state() == Dispute.State.WITHDRAWN) {
        continue;
      }
      boolean answered = dispute.state() == Dispute.State.ANSWERED;
      Instant done =
          answered
              ? state.proposals().stream()
                  .filter(
                      each ->
                          each.act() instanceof Act.Answered act
                              && act.dispute() == dispute.number()
                              && each.decision().map(Proposal.Decision::approved).orElse(false))
                  .map(each -> each.decision().orElseThrow().at())
                  .reduce((one, next) -> next)
                  .orElse(null)
              : null;
      String subject = "dispute " + dispute.number();
      tasks.add(task("answer", subject, "settlement", dispute.answerBy(), done));
      if (done != null && dispute.awaitsUpdate() && !dispute.filed().nextPeriod()) {
        Instant due = deadlines.workingDaysAfter(done, state.rules().answerDays());
        tasks.add(task("update", subject, "settlement", due, null));
      }
    }
  }

  private Optional<Instant> published(Act.Kind kind, LocalDate from) {
    return state.publications().stream()
        .filter(each -> each.act().kind() == kind && each.act().from().equals(from))
        .map(Publication::at)
        .findFirst();
  }

  private void add(
      String task, LocalDate from, LocalDate to, String owner, int hours, Optional<Instant> done) {
    String subject = from.equals(to) ? from.toString() : from + " to " + to;
    Instant due = deadlines.hoursAfter(to, hours);
    boolean ended = !now.isBefore(deadlines.clock().endOf(to));
    tasks.add(
        ended || done.isPresent()
            ? task(task, subject, owner, due, done.orElse(null))
            : new Task(task, subject, owner, due, null, "ahead"));
  }

  private Task task(
      String task, String subject, String owner, Instant due, @Nullable Instant done) {
    String word =
        done != null
            ? done.isAfter(due) ? "done late" : "done"
            : now.isAfter(due) ? "late" : "open";
    return new Task(task, subject, owner, due, done, word);
  }
}
