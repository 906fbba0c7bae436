package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import org.gridclear.account.Actor;
import org.gridclear.settlement.register.DataStates;
import org.jspecify.annotations.Nullable;

/**
 * What the settlement team does.
 *
 * @param process the process
 */
public record ExchangeDesk(SettlementProcess process) {
  private static final int WORDS_MAX = 4000;

  /**
   * Notes the check of a day.
   *
   * @param by the account
   */
  public void checked(LocalDate date, DataStates.State found, String note, String by) {
    words("note", note, false);
    process.happen(
        by,
        (state, now) -> {
          if (now.isBefore(process.deadlines().clock().endOf(date))) {
            throw new ProcessConflictException("%s has not ended yet.".formatted(date));
          }
          return new ProcessEvent.DayChecked(date, found.check(), found.quality(), note);
        });
  }

  /**
   * Proposes an act.
   *
   * @return its number
   * @throws ProcessConflictException if it could not take effect as things stand
   */
  public long propose(Act act, String by) {
    if (act instanceof Act.Answered answered) {
      words("answer", answered.words(), true);
    }
    return process.happen(
        by,
        (state, now) -> {
          ActCheck.check(act, state, now, process.deadlines());
          ActCheck.refuseSecond(act, state);
          return EventCodec.proposed(act);
        });
  }

  /**
   * Decides a proposal.
   *
   * @param approved whether it takes effect
   * @param reason why; needed to reject
   * @param by another account than the one that proposed it
   * @throws ProcessConflictException if it was decided, or what it is about has changed
   */
  public void decide(long number, boolean approved, String reason, String by) {
    words("reason", reason, !approved);
    process.happen(
        by,
        (state, now) -> {
          Proposal proposal = state.proposal(number);
          if (proposal.decision().isPresent()) {
            throw new ProcessConflictException(
                "Proposal %d was %s by %s."
                    .formatted(number, proposal.state(), proposal.decision().get().by()));
          }
          if (Actor.same(proposal.by(), by)) {
            throw new ProcessConflictException(
                "Proposal %d was made by %s; another account decides.".formatted(number, by));
          }
          if (approved) {
            ActCheck.check(proposal.act(), state, now, process.deadlines());
          }
          return new ProcessEvent.Decided(
              number, approved, reason, approved ? deadline(proposal.act(), state, now) : null);
        });
  }

  /** Until when somebody may react to an act that takes effect now. */
  private @Nullable Instant deadline(Act act, ProcessState state, Instant now) {
    int days = state.rules().confirmDays();
    boolean reacts =
        act instanceof Act.Answered
            || (act instanceof Act.Published published && published.isVoucher());
    return reacts ? process.deadlines().workingDaysAfter(now, days) : null;
  }

  /** Takes a dispute into work. */
  public void take(long dispute, String by) {
    process.happen(
        by,
        (state, now) -> {
          Dispute.State stands = state.dispute(dispute).state();
          if (stands != Dispute.State.SUBMITTED && stands != Dispute.State.REFUSED) {
            throw new ProcessConflictException(
                "Dispute %d is %s and cannot be taken.".formatted(dispute, stands));
          }
          return new ProcessEvent.DisputeTaken(dispute);
        });
  }

  static void words(String what, String text, boolean needed) {
    if (needed && text.isBlank()) {
      throw new IllegalArgumentException("Give the %s.".formatted(what));
    }
    if (text.length() > WORDS_MAX) {
      throw new IllegalArgumentException(
          "The %s has %d letters, at most %d are taken; put more into a paper."
              .formatted(what, text.length(), WORDS_MAX));
    }
  }
}
