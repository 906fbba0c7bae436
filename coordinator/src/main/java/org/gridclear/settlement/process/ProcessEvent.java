package org.gridclear.settlement.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gridclear.settlement.register.DataStates;
import org.jspecify.annotations.Nullable;

/** What happened in the process. */
public sealed interface ProcessEvent {
  /**
   * The data of a day were checked.
   *
   * @param date the day
   * @param check whether they passed
   * @param quality what they are good for
   * @param note what was found
   */
  record DayChecked(LocalDate date, DataStates.Check check, DataStates.Quality quality, String note)
      implements ProcessEvent {}

  /**
   * An act of two accounts was proposed. The number of its row is that of the act.
   *
   * @param act kind of the act
   * @param content the act, JSON
   */
  record Proposed(String act, String content) implements ProcessEvent {}

  /**
   * A proposal was decided.
   *
   * @param proposal its number
   * @param approved whether it was approved, and takes effect
   * @param reason why
   * @param deadline until when somebody may react to it; null for never
   */
  record Decided(long proposal, boolean approved, String reason, @Nullable Instant deadline)
      implements ProcessEvent {}

  /**
   * A member confirmed its statement.
   *
   * @param publication number of the publication
   * @param member the member
   */
  record Confirmed(long publication, String member) implements ProcessEvent {}

  /**
   * A member filed a dispute. The number of its row is that of the dispute.
   *
   * @param publication number of the publication
   * @param member the member
   * @param date operating day
   * @param entity entity
   * @param item item
   * @param claim what is wrong
   * @param papers SHA-256 of papers, by name
   * @param nextPeriod whether it goes to the next period and holds nothing up
   * @param answerBy until when it is to be answered
   */
  record DisputeFiled(
      long publication,
      String member,
      LocalDate date,
      String entity,
      String item,
      String claim,
      Map<String, String> papers,
      boolean nextPeriod,
      Instant answerBy)
      implements ProcessEvent {}

  /** The exchange works on a dispute. */
  record DisputeTaken(long dispute) implements ProcessEvent {}

  /** Its filer withdrew a dispute. */
  record DisputeWithdrawn(long dispute, String reason) implements ProcessEvent {}

  /**
   * Its filer does not accept the answer to a dispute.
   *
   * @param dispute number of the dispute
   * @param reason why
   * @param answerBy until when it is to be answered again
   */
  record AnswerRefused(long dispute, String reason, Instant answerBy) implements ProcessEvent {}
}
