package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.process.ProcessState.StatementState;
import org.gridclear.settlement.register.DataStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How statements and disputes stand after the rows of a journal (docs/settlement-process.md). */
// Rows: S-37, S-38, S-39, S-40, S-41
class ProcessStateTest extends ProcessJournal {
  @ParameterizedTest
  @CsvSource({
    "DAY, INFORMATION",
    "WEEK, INFORMATION",
    "MONTH, UNCONFIRMED",
  })
  void monthsAloneAreConfirmed(Act.Kind kind, StatementState expected) {
    long number = published(kind, OCTOBER, OCTOBER, "a");
    assertEquals(expected, stands(number, "a", NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-06T15:59:59.999Z, UNCONFIRMED",
    "2026-11-06T16:00:00Z, CONFIRMED",
    "2026-11-06T16:00:00.001Z, CONFIRMED"
  })
  void silenceConfirmsAtTheEndOfTheLastDay(Instant at, StatementState expected) {
    assertEquals(expected, stands(month("a"), "a", at));
    assertEquals(Optional.empty(), state.confirmation(2, "a"), "nobody did");
  }

  @Test
  void confirmationIsOfOneMemberAndOnePublication() {
    long month = month("a b");
    happens(new ProcessEvent.Confirmed(month, "a"), "ann", NOW);
    assertEquals(StatementState.CONFIRMED, stands(month, "a", NOW));
    assertEquals(StatementState.UNCONFIRMED, stands(month, "b", NOW));
    assertEquals(
        Optional.of(new ProcessState.Confirmation("ann", NOW)), state.confirmation(month, "a"));
    assertEquals(Optional.empty(), state.confirmation(month + 1, "a"));
  }

  /** Only who disputes waits, and silence does not confirm what is disputed. */
  @Test
  void disputeHoldsUpItsFilerAlone() {
    long month = month("a b");
    files(month, "a", false);
    assertEquals(StatementState.DISPUTED, stands(month, "a", CONFIRM.plusSeconds(1)));
    assertEquals(StatementState.CONFIRMED, stands(month, "b", CONFIRM.plusSeconds(1)));
  }

  @Test
  void disputeForTheNextPeriodHoldsUpNothing() {
    long month = month("a");
    long dispute = files(month, "a", true);
    assertEquals(StatementState.UNCONFIRMED, stands(month, "a", NOW));
    Instant later = CONFIRM.plusSeconds(100);
    answered(dispute, Act.Outcome.GRANTED, later);
    assertEquals(CONFIRM, state.confirmBy(state.publication(month), "a"));
    assertEquals(StatementState.CONFIRMED, stands(month, "a", CONFIRM));
  }

  /** A denial gives three working days more to confirm; a grant waits for the update. */
  @ParameterizedTest
  @CsvSource({
    "GRANTED, DISPUTED, DISPUTED",
    "GRANTED_WITH_EXCEPTIONS, DISPUTED, DISPUTED",
    "DENIED, UNCONFIRMED, CONFIRMED"
  })
  void answerDecidesWhetherTheStatementWaits(
      Act.Outcome outcome, StatementState before, StatementState after) {
    long month = month("a");
    Instant deadline = CONFIRM.plusSeconds(3600);
    answered(files(month, "a", false), outcome, deadline);
    assertEquals(before, stands(month, "a", deadline.minusMillis(1)));
    assertEquals(after, stands(month, "a", deadline));
    assertEquals(deadline, state.confirmBy(state.publication(month), "a"));
  }

  @Test
  void answerThatIsEarlyTakesNoTimeAway() {
    long month = month("a");
    answered(files(month, "a", false), Act.Outcome.DENIED, CONFIRM.minusSeconds(60));
    assertEquals(CONFIRM, state.confirmBy(state.publication(month), "a"));
  }

  @Test
  void latestOfSeveralAnswersCounts() {
    long month = month("a b");
    long one = files(month, "a", false);
    long two = files(month, "a", false);
    answered(one, Act.Outcome.DENIED, CONFIRM.plusSeconds(20));
    assertEquals(StatementState.DISPUTED, stands(month, "a", NOW), "the other is open");
    answered(two, Act.Outcome.DENIED, CONFIRM.plusSeconds(10));
    assertEquals(CONFIRM.plusSeconds(20), state.confirmBy(state.publication(month), "a"));
    assertEquals(CONFIRM, state.confirmBy(state.publication(month), "b"), "another's");
  }

  @Test
  void refusedAnswerIsAnsweredAgain() {
    long month = month("a");
    long number = files(month, "a", false);
    answered(number, Act.Outcome.DENIED, CONFIRM.plusSeconds(20));
    Instant again = NOW.plusSeconds(77);
    happens(new ProcessEvent.AnswerRefused(number, "no", again), "a", NOW);
    Dispute dispute = state.dispute(number);
    assertEquals(Dispute.State.REFUSED, dispute.state());
    assertEquals("no", dispute.refusal());
    assertEquals(again, dispute.answerBy());
    assertTrue(dispute.isOpen());
    assertEquals(StatementState.DISPUTED, stands(month, "a", CONFIRM.plusSeconds(21)));
    answered(number, Act.Outcome.DENIED, CONFIRM.plusSeconds(40));
    assertEquals("no", state.dispute(number).refusal(), "that it was refused once stays");
    assertEquals(StatementState.CONFIRMED, stands(month, "a", CONFIRM.plusSeconds(40)));
  }

  @Test
  void withdrawnDisputeLeavesTheStatementAsItWas() {
    long month = month("a");
    long number = files(month, "a", false);
    happens(new ProcessEvent.DisputeWithdrawn(number, "found it"), "a", NOW);
    assertEquals(StatementState.UNCONFIRMED, stands(month, "a", NOW));
    assertEquals(StatementState.CONFIRMED, stands(month, "a", CONFIRM));
    assertFalse(state.dispute(number).isOpen());
  }

  /** The updated statement replaces that of its members alone, and is confirmed like the first. */
  @Test
  void updateReplacesTheStatementsOfItsMembers() {
    long month = month("a b");
    long number = files(month, "a", false);
    answered(number, Act.Outcome.GRANTED, CONFIRM);
    assertTrue(state.dispute(number).awaitsUpdate());
    long update = corrected(Act.Kind.UPDATE, month, "a", number);
    assertEquals(update, state.dispute(number).update());
    assertFalse(state.dispute(number).awaitsUpdate());
    assertEquals(StatementState.REPLACED, stands(month, "a", NOW));
    assertEquals(StatementState.UNCONFIRMED, stands(month, "b", NOW));
    assertEquals(StatementState.UNCONFIRMED, stands(update, "a", NOW));
    long second = corrected(Act.Kind.UPDATE, month, "a");
    assertEquals(StatementState.REPLACED, stands(update, "a", NOW));
    assertEquals(StatementState.UNCONFIRMED, stands(second, "a", NOW));
    assertEquals(month, state.publication(update).first());
    assertEquals(month, state.publication(month).first());
  }

  @Test
  void updateOfAnotherMonthReplacesNothingHere() {
    long month = month("a");
    LocalDate november = LocalDate.of(2026, 11, 1);
    long other = published(Act.Kind.MONTH, november, november.plusDays(29), "a");
    corrected(Act.Kind.UPDATE, other, "a");
    assertEquals(StatementState.UNCONFIRMED, stands(month, "a", NOW));
    assertEquals(StatementState.REPLACED, stands(other, "a", NOW));
  }

  @Test
  void resettlementUpdatesNobody() {
    long month = month("a");
    long number = corrected(Act.Kind.RESETTLEMENT, month, "");
    assertEquals(StatementState.UNCONFIRMED, stands(month, "a", NOW));
    assertEquals(StatementState.INFORMATION, stands(number, "a", NOW));
    assertEquals(Optional.of(number), state.lastOf(OCTOBER).map(Publication::number));
    assertEquals(Optional.of(month), state.inForce("a", OCTOBER).map(Publication::number));
  }

  @Test
  void proposalThatIsRejectedTakesNoEffect() {
    long number = decided(act(Act.Kind.MONTH, OCTOBER, LAST, "a", 0), false, null);
    assertEquals(List.of(), List.copyOf(state.publications()));
    assertEquals("rejected", state.proposal(number).state());
    ProcessRules rules = new ProcessRules(1, 2, 3, 4, 5, 6);
    decided(new Act.RulesSet(rules), false, null);
    assertEquals(ProcessRules.STANDARD, state.rules());
    decided(new Act.RulesSet(rules), true, null);
    assertEquals(rules, state.rules());
    long open = happens(EventCodec.proposed(new Act.RulesSet(ProcessRules.STANDARD)));
    assertEquals("open", state.proposal(open).state());
    assertEquals(4, state.proposals().size());
    assertFalse(state.proposal(number).publishesCorrection());
  }

  @Test
  void correctionsAloneAreToldToMembers() {
    long month = month("a");
    assertFalse(state.proposal(month).publishesCorrection());
    long update = corrected(Act.Kind.UPDATE, month, "a");
    long resettlement = corrected(Act.Kind.RESETTLEMENT, month, "");
    assertTrue(state.proposal(update).publishesCorrection());
    assertTrue(state.proposal(resettlement).publishesCorrection());
    long refused = decided(act(Act.Kind.UPDATE, OCTOBER, LAST, "a", month), false, null);
    assertFalse(state.proposal(refused).publishesCorrection());
  }

  /** What holds of a day: the member's statement of the month, else that of the week or day. */
  @Test
  void lastStatementThatCoversADayIsInForce() {
    LocalDate fifth = LocalDate.of(2026, 10, 5);
    long day = published(Act.Kind.DAY, fifth, fifth, "a b");
    assertEquals(Optional.of(day), state.inForce("a", fifth).map(Publication::number));
    assertEquals(Optional.empty(), state.inForce("a", fifth.plusDays(1)));
    assertEquals(Optional.empty(), state.inForce("a", fifth.minusDays(1)));
    long week = published(Act.Kind.WEEK, fifth, fifth.plusDays(6), "a b");
    assertEquals(Optional.of(week), state.inForce("a", fifth).map(Publication::number));
    long month = month("a b");
    long again = published(Act.Kind.DAY, fifth, fifth, "a b");
    assertEquals(Optional.of(month), state.inForce("a", fifth).map(Publication::number));
    long update = corrected(Act.Kind.UPDATE, month, "a");
    assertEquals(Optional.of(update), state.inForce("a", fifth).map(Publication::number));
    assertEquals(Optional.of(month), state.inForce("b", fifth).map(Publication::number));
    assertEquals(Optional.of(day), state.published(fifth).map(Publication::number));
    assertEquals(Optional.of(month), state.published(LAST).map(Publication::number));
    assertEquals(Optional.empty(), state.published(LAST.plusDays(1)));
    assertTrue(again > month);
  }

  @Test
  void lastOfAMonthIsOfVouchersAndCorrectionsOfThatMonth() {
    published(Act.Kind.DAY, OCTOBER, OCTOBER, "a");
    assertEquals(Optional.empty(), state.lastOf(OCTOBER));
    long month = month("a");
    published(Act.Kind.WEEK, OCTOBER, OCTOBER.plusDays(3), "a");
    assertEquals(Optional.of(month), state.lastOf(OCTOBER).map(Publication::number));
    assertEquals(Optional.empty(), state.lastOf(OCTOBER.plusMonths(1)));
  }

  @Test
  void statementsAreThoseOfTheIndexes() {
    long month = month("a b");
    assertEquals("a", state.statement(month, "a").member());
    assertTrue(state.stated("b"));
    assertFalse(state.stated("c"));
    assertThrows(NoSuchSubjectException.class, () -> state.statement(month, "c"));
    assertThrows(NoSuchSubjectException.class, () -> state.statement(month + 9, "a"));
  }

  @Test
  void whatIsNotThereIsSaidByItsNumber() {
    for (Executable each :
        List.<Executable>of(
            () -> state.publication(7), () -> state.proposal(7), () -> state.dispute(7))) {
      String said = assertThrows(NoSuchSubjectException.class, each).getMessage();
      assertTrue(said.contains("7"), said);
    }
  }

  @Test
  void lastCheckOfADayCounts() {
    happens(day(OCTOBER, DataStates.Check.FAILED, DataStates.Quality.UNQUALIFIED));
    happens(day(OCTOBER, DataStates.Check.PASSED, DataStates.Quality.QUALIFIED), "sam", CONFIRM);
    ProcessState.Checked last = state.checked(OCTOBER).orElseThrow();
    assertEquals(DataStates.Check.PASSED, last.day().check());
    assertEquals("sam", last.by());
    assertEquals(CONFIRM, last.at());
    assertEquals(Optional.empty(), state.checked(LAST));
  }
}
