package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.register.DataStates;

/** Whether an act can take effect as things stand: looked at when it is proposed and decided. */
final class ActCheck {
  private ActCheck() {}

  /**
   * Checks an act.
   *
   * @throws ProcessConflictException if it cannot take effect
   */
  static void check(Act act, ProcessState state, Instant now, Deadlines deadlines) {
    if (act instanceof Act.Answered answered) {
      answered(answered, state);
    } else if (act instanceof Act.Published published) {
      if (now.isBefore(deadlines.clock().endOf(published.to()))) {
        throw new ProcessConflictException("%s has not ended yet.".formatted(published.to()));
      }
      days(published, state);
      published(published, state);
    } else if (act instanceof Act.RulesSet set && set.rules().equals(state.rules())) {
      throw new ProcessConflictException("These rules hold already.");
    }
  }

  /** Of acts of one kind about one thing, one is open at a time. */
  static void refuseSecond(Act act, ProcessState state) {
    for (Proposal open : state.proposals()) {
      if (open.decision().isEmpty() && subject(open.act()).equals(subject(act))) {
        throw new ProcessConflictException(
            "Proposal %d about the same is open; let it be decided first."
                .formatted(open.number()));
      }
    }
  }

  private static String subject(Act act) {
    if (act instanceof Act.Answered answered) {
      return "answer " + answered.dispute();
    }
    if (act instanceof Act.Published published) {
      return published.isVoucher() || published.corrects()
          ? "month " + published.from()
          : published.kind() + " " + published.from();
    }
    return "rules";
  }

  private static void answered(Act.Answered answered, ProcessState state) {
    Dispute.State stands = state.dispute(answered.dispute()).state();
    if (stands != Dispute.State.IN_PROCESS) {
      throw new ProcessConflictException(
          "Dispute %d is %s; only one that is IN_PROCESS is answered."
              .formatted(answered.dispute(), stands));
    }
  }

  private static void days(Act.Published published, ProcessState state) {
    List<String> bad = new ArrayList<>();
    for (LocalDate day = published.from(); !day.isAfter(published.to()); day = day.plusDays(1)) {
      Optional<ProcessState.Checked> checked = state.checked(day);
      if (checked.isEmpty()) {
        bad.add(day + " not checked");
      } else if (checked.get().day().check() == DataStates.Check.FAILED) {
        bad.add(day + " failed");
      } else if (published.isVoucher()
          && checked.get().day().quality() != DataStates.Quality.QUALIFIED) {
        bad.add(day + " " + checked.get().day().quality());
      }
    }
    if (!bad.isEmpty()) {
      throw new ProcessConflictException(
          "Days are not ready to be published: %s. Check them with 'settle process checked'."
              .formatted(String.join(", ", bad)));
    }
  }

  private static void published(Act.Published act, ProcessState state) {
    if (act.corrects()) {
      updated(act, state);
      return;
    }
    for (Publication each : state.publications()) {
      if (each.act().kind() == act.kind() && each.act().from().equals(act.from())) {
        if (act.kind() == Act.Kind.MONTH || each.act().seal().equals(act.seal())) {
          throw new ProcessConflictException(
              "This was published as %d.%s"
                  .formatted(
                      each.number(),
                      act.kind() == Act.Kind.MONTH
                          ? " What changes of it is an update, or goes to the next bill."
                          : ""));
        }
      }
    }
  }

  private static void updated(Act.Published act, ProcessState state) {
    Publication month = state.publication(act.updates());
    if (month.act().kind() != Act.Kind.MONTH || !month.act().from().equals(act.from())) {
      throw new ProcessConflictException(
          "Publication %d is none of this month.".formatted(act.updates()));
    }
    for (long number : act.disputes()) {
      Dispute dispute = state.dispute(number);
      boolean next = act.kind() == Act.Kind.RESETTLEMENT;
      if (!dispute.awaitsUpdate() || dispute.filed().nextPeriod() != next) {
        throw new ProcessConflictException(
            "Dispute %d does not wait for an updated statement.".formatted(number));
      }
    }
    if (act.kind() == Act.Kind.UPDATE && act.disputes().isEmpty()) {
      throw new ProcessConflictException(
          "No dispute of publication %d waits for an updated statement.".formatted(act.updates()));
    }
  }
}
