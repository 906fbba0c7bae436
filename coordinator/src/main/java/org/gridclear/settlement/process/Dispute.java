package org.gridclear.settlement.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it stands.
 *
 * @param number its number
 * @param filed what was filed
 * @param by who filed it
 * @param at when
 * @param state how it stands
 * @param answerBy until when it is to be answered
 * @param answer the answer; null while there is none
 * @param refuseBy until when the filer may refuse the answer; null while there is none
 * @param refusal why the filer refused an answer; null if it did not
 * @param update number of the publication that settled it; 0 for none
 */
public record Dispute(
    long number,
    ProcessEvent.DisputeFiled filed,
    String by,
    Instant at,
    State state,
    Instant answerBy,
    Act.@Nullable Answered answer,
    @Nullable Instant refuseBy,
    @Nullable String refusal,
    long update) {
  /** How a dispute stands (S-39). */
  public enum State {
    SUBMITTED,
    IN_PROCESS,
    ANSWERED,
    /** The filer did not accept the answer; it will be taken again. */
    REFUSED,
    WITHDRAWN
  }

  static Dispute of(long number, ProcessEvent.DisputeFiled filed, String by, Instant at) {
    return new Dispute(
        number, filed, by, at, State.SUBMITTED, filed.answerBy(), null, null, null, 0);
  }

  Dispute in(State next) {
    return new Dispute(number, filed, by, at, next, answerBy, answer, refuseBy, refusal, update);
  }

  Dispute answered(Act.Answered given, @Nullable Instant deadline) {
    return new Dispute(
        number, filed, by, at, State.ANSWERED, answerBy, given, deadline, refusal, update);
  }

  Dispute refused(String reason, Instant again) {
    return new Dispute(
        number, filed, by, at, State.REFUSED, again, answer, refuseBy, reason, update);
  }

  Dispute updatedBy(long publication) {
    return new Dispute(
        number, filed, by, at, state, answerBy, answer, refuseBy, refusal, publication);
  }

  /** Whether it was granted, in full or with exceptions, and no updated statement followed yet. */
  public boolean awaitsUpdate() {
    return state == State.ANSWERED && answer != null && answer.outcome().isGrant() && update == 0;
  }

  /** Whether the exchange has to do something. */
  public boolean isOpen() {
    return switch (state) {
      case SUBMITTED, IN_PROCESS, REFUSED -> true;
      case ANSWERED -> awaitsUpdate();
      case WITHDRAWN -> false;
    };
  }

  /** Whether the statement that it is about waits for it. */
  boolean holdsUp() {
    return !filed.nextPeriod() && isOpen();
  }
}
