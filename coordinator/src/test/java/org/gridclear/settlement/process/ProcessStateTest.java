package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.process.JournalRow;
import org.gridclear.market.store.process.JournalStore;
import org.gridclear.settlement.process.ProcessState.StatementState;
import org.gridclear.settlement.register.DataStates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How statements and disputes stand after the rows of a journal (docs/settlement-process.md). */
// Rows: S-01, S-37, S-38, S-39, S-40, S-41
class ProcessStateTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
  private static final Instant NOW = Instant.parse("2026-11-03T02:00:00Z");

  /** The end of the third working day after Tuesday the 3rd of November, UTC+8: the 6th, 24:00. */
  private static final Instant CONFIRM = Instant.parse("2026-11-06T16:00:00Z");

  private static final Deadlines DEADLINES =
      new Deadlines(
          new MarketClock(ZoneId.of("Asia/Shanghai")), (date, count) -> date.plusDays(count));

  private final ProcessState state = new ProcessState(ProcessStateTest::index);
  private long rows;

  /** The hash of a list names its members: "a b" is of a and of b. */
  private static StatementIndex index(String members) {
    List<StatementIndex.Entry> entries =
        members.isEmpty()
            ? List.of()
            : List.of(members.split(" ", -1)).stream()
                .map(m -> new StatementIndex.Entry(m, m, List.of(m + "1"), 1, "h", "e", "s"))
                .toList();
    return new StatementIndex(OCTOBER, LAST, List.of("DEVIATION"), "", entries);
  }

  private long happens(ProcessEvent event, String by, Instant at) {
    JournalStore.Entry entry = EventCodec.entry(event);
    rows++;
    state.take(new JournalRow(rows, entry.kind(), entry.content(), by, at, "hash"));
    return rows;
  }

  private long happens(ProcessEvent event) {
    return happens(event, "sue", NOW);
  }

  private long decided(Act act, boolean approved, @Nullable Instant deadline) {
    long number = happens(EventCodec.proposed(act));
    happens(new ProcessEvent.Decided(number, approved, "", deadline), "bob", NOW);
    return number;
  }

  private static Act.Published act(
      Act.Kind kind, LocalDate from, LocalDate to, String members, long updates, Long... disputes) {
    return new Act.Published(
        kind, from, to, "close", "seal", "books", members, "r", updates, List.of(disputes), "");
  }

  private long published(Act.Kind kind, LocalDate from, LocalDate to, String members) {
    Act.Published act = act(kind, from, to, members, 0);
    return decided(act, true, act.isVoucher() ? CONFIRM : null);
  }

  private long month(String members) {
    return published(Act.Kind.MONTH, OCTOBER, LAST, members);
  }

  private long corrected(Act.Kind kind, long of, String members, Long... disputes) {
    return decided(act(kind, OCTOBER, LAST, members, of, disputes), true, CONFIRM);
  }

  private long files(long publication, String member, boolean nextPeriod) {
    return happens(
        new ProcessEvent.DisputeFiled(
            publication,
            member,
            OCTOBER,
            member + "1",
            "DEVIATION",
            "wrong",
            Map.of(),
            nextPeriod,
            NOW.plusSeconds(5)),
        member,
        NOW);
  }

  private void answered(long dispute, Act.Outcome outcome, Instant deadline) {
    happens(new ProcessEvent.DisputeTaken(dispute));
    decided(new Act.Answered(dispute, outcome, "because"), true, deadline);
  }

  private StatementState stands(long publication, String member, Instant at) {
    return state.state(state.publication(publication), member, at);
  }

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

  private static ProcessEvent.DayChecked day(
      LocalDate date, DataStates.Check check, DataStates.Quality quality) {
    return new ProcessEvent.DayChecked(date, check, quality, "");
  }

  private void conflict(String words, Act act) {
    String said =
        assertThrows(
                ProcessConflictException.class,
                () -> ActCheck.check(act, state, Instant.parse("2026-10-31T16:00:00Z"), DEADLINES))
            .getMessage();
    assertTrue(said.contains(words), said);
  }

  private void passes(Act act) {
    ActCheck.check(act, state, Instant.parse("2026-10-31T16:00:00Z"), DEADLINES);
  }

  /** A day with a check that failed is not published; a month wants days that are qualified. */
  @ParameterizedTest
  @CsvSource({
    "DAY, PASSED, QUALIFIED, ''",
    "DAY, PASSED, TO_BE_VERIFIED, ''",
    "DAY, PASSED, UNQUALIFIED, ''",
    "DAY, FAILED, QUALIFIED, 2026-10-02 failed",
    "WEEK, PASSED, TO_BE_VERIFIED, ''",
    "WEEK, FAILED, QUALIFIED, 2026-10-02 failed",
    "MONTH, PASSED, QUALIFIED, ''",
    "MONTH, PASSED, TO_BE_VERIFIED, 2026-10-02 TO_BE_VERIFIED",
    "MONTH, PASSED, UNQUALIFIED, 2026-10-02 UNQUALIFIED",
    "MONTH, FAILED, QUALIFIED, 2026-10-02 failed"
  })
  void daysHaveToBeReady(
      Act.Kind kind, DataStates.Check check, DataStates.Quality quality, String words) {
    LocalDate second = OCTOBER.plusDays(1);
    happens(day(OCTOBER, DataStates.Check.PASSED, DataStates.Quality.QUALIFIED));
    happens(day(second, check, quality));
    Act act = act(kind, OCTOBER, second, "a", 0);
    if (words.isEmpty()) {
      passes(act);
    } else {
      conflict(words, act);
    }
    conflict("2026-10-03 not checked", act(kind, OCTOBER, second.plusDays(1), "a", 0));
  }

  @Test
  void periodHasToBeOver() {
    happens(day(LAST, DataStates.Check.PASSED, DataStates.Quality.QUALIFIED));
    Act act = act(Act.Kind.DAY, LAST, LAST, "a", 0);
    passes(act);
    Instant before = Instant.parse("2026-10-31T15:59:59.999Z");
    assertThrows(
        ProcessConflictException.class, () -> ActCheck.check(act, state, before, DEADLINES));
  }

  /** A day is published again from another close; a month is published once. */
  @ParameterizedTest
  @CsvSource({"DAY, seal, true", "DAY, other, false", "MONTH, seal, true", "MONTH, other, true"})
  void whatWasPublishedIsNotPublishedAgain(Act.Kind kind, String seal, boolean refused) {
    happens(day(OCTOBER, DataStates.Check.PASSED, DataStates.Quality.QUALIFIED));
    long first = published(kind, OCTOBER, OCTOBER, "a");
    Act again =
        new Act.Published(
            kind, OCTOBER, OCTOBER, "close", seal, "books", "a", "r", 0, List.of(), "");
    if (refused) {
      conflict("published as " + first, again);
    } else {
      passes(again);
    }
    passes(act(kind == Act.Kind.DAY ? Act.Kind.WEEK : Act.Kind.DAY, OCTOBER, OCTOBER, "a", 0));
  }

  @Test
  void updateIsOfThisMonthAndOfDisputesThatWait() {
    happens(day(OCTOBER, DataStates.Check.PASSED, DataStates.Quality.QUALIFIED));
    long of = published(Act.Kind.MONTH, OCTOBER, OCTOBER, "a");
    long now = files(of, "a", false);
    long next = files(of, "a", true);
    conflict("Dispute " + now, act(Act.Kind.UPDATE, OCTOBER, OCTOBER, "a", of, now));
    answered(now, Act.Outcome.GRANTED, CONFIRM);
    answered(next, Act.Outcome.GRANTED, CONFIRM);
    conflict("No dispute of publication", act(Act.Kind.UPDATE, OCTOBER, OCTOBER, "a", of));
    conflict("Dispute " + next, act(Act.Kind.UPDATE, OCTOBER, OCTOBER, "a", of, next));
    conflict("Dispute " + now, act(Act.Kind.RESETTLEMENT, OCTOBER, OCTOBER, "", of, now));
    passes(act(Act.Kind.UPDATE, OCTOBER, OCTOBER, "a", of, now));
    passes(act(Act.Kind.RESETTLEMENT, OCTOBER, OCTOBER, "", of, next));
    passes(act(Act.Kind.RESETTLEMENT, OCTOBER, OCTOBER, "", of));
    long day = published(Act.Kind.DAY, OCTOBER, OCTOBER, "a");
    conflict("none of this month", act(Act.Kind.UPDATE, OCTOBER, OCTOBER, "a", day, now));
  }

  @Test
  void onlyWhatIsInProcessIsAnswered() {
    long number = files(month("a"), "a", false);
    conflict("SUBMITTED", new Act.Answered(number, Act.Outcome.DENIED, "w"));
    happens(new ProcessEvent.DisputeTaken(number));
    passes(new Act.Answered(number, Act.Outcome.DENIED, "w"));
  }

  @Test
  void rulesThatHoldAreNotSetAgain() {
    conflict("hold already", new Act.RulesSet(ProcessRules.STANDARD));
    passes(new Act.RulesSet(new ProcessRules(24, 48, 72, 72, 3, 6)));
  }

  /** Of acts about one thing one is open at a time: a month and its corrections are one thing. */
  @Test
  void twoActsAboutTheSameAreNotOpenTogether() {
    happens(EventCodec.proposed(act(Act.Kind.MONTH, OCTOBER, LAST, "a", 0)));
    happens(EventCodec.proposed(act(Act.Kind.DAY, OCTOBER, OCTOBER, "a", 0)));
    happens(EventCodec.proposed(new Act.Answered(9, Act.Outcome.DENIED, "w")));
    happens(EventCodec.proposed(new Act.RulesSet(ProcessRules.STANDARD)));
    for (Act second :
        List.of(
            act(Act.Kind.MONTH, OCTOBER, LAST, "b", 0),
            act(Act.Kind.UPDATE, OCTOBER, LAST, "b", 1),
            act(Act.Kind.RESETTLEMENT, OCTOBER, LAST, "", 1),
            act(Act.Kind.DAY, OCTOBER, OCTOBER, "b", 0),
            new Act.Answered(9, Act.Outcome.GRANTED, "x"),
            new Act.RulesSet(new ProcessRules(1, 1, 1, 1, 1, 1)))) {
      assertThrows(
          ProcessConflictException.class,
          () -> ActCheck.refuseSecond(second, state),
          second::toString);
    }
    ActCheck.refuseSecond(act(Act.Kind.WEEK, OCTOBER, OCTOBER.plusDays(3), "a", 0), state);
    ActCheck.refuseSecond(act(Act.Kind.DAY, LAST, LAST, "a", 0), state);
    ActCheck.refuseSecond(act(Act.Kind.MONTH, OCTOBER.plusMonths(1), LAST, "a", 0), state);
    ActCheck.refuseSecond(new Act.Answered(10, Act.Outcome.DENIED, "w"), state);
    happens(new ProcessEvent.Decided(1, false, "no", null), "bob", NOW);
    ActCheck.refuseSecond(act(Act.Kind.UPDATE, OCTOBER, LAST, "b", 1), state);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, D20261001-a-12",
    "WEEK, W20261001-a-12",
    "MONTH, S202610-a-12",
    "UPDATE, S202610-a-12",
    "RESETTLEMENT, R202610-a-12"
  })
  void numberOfAStatementNamesKindPeriodMemberAndPublication(Act.Kind kind, String number) {
    Publication publication = new Publication(12, act(kind, OCTOBER, LAST, "a", 0), NOW, null);
    assertEquals(number, publication.statementNumber("a"));
  }

  @ParameterizedTest
  @CsvSource({"2026-09-30, false", "2026-10-01, true", "2026-10-31, true", "2026-11-01, false"})
  void publicationCoversItsDays(LocalDate date, boolean covers) {
    Publication of = new Publication(1, act(Act.Kind.MONTH, OCTOBER, LAST, "a", 0), NOW, null);
    assertEquals(covers, of.covers(date));
  }

  @ParameterizedTest
  @EnumSource(Act.Kind.class)
  void vouchersAndCorrectionsAreThoseOfTheirKinds(Act.Kind kind) {
    Act.Published act = act(kind, OCTOBER, LAST, "a", 0);
    assertEquals(List.of("MONTH", "UPDATE").contains(kind.name()), act.isVoucher());
    assertEquals(List.of("UPDATE", "RESETTLEMENT").contains(kind.name()), act.corrects());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1, 1, 1, ''",
    "240, 240, 240, 240, 60, 60, ''",
    "0, 1, 1, 1, 1, 1, hours (0)",
    "1, 0, 1, 1, 1, 1, hours (0)",
    "1, 1, 0, 1, 1, 1, hours (0)",
    "1, 1, 1, 0, 1, 1, hours (0)",
    "241, 1, 1, 1, 1, 1, hours (241)",
    "1, 1, 1, 241, 1, 1, hours (241)",
    "1, 1, 1, 1, 0, 1, working days (0)",
    "1, 1, 1, 1, 61, 1, working days (61)",
    "1, 1, 1, 1, 1, 0, working days (0)",
    "1, 1, 1, 1, 1, 61, working days (61)"
  })
  void rulesHaveBounds(
      int data, int day, int week, int month, int confirm, int answer, String words) {
    if (words.isEmpty()) {
      assertEquals(
          confirm, new ProcessRules(data, day, week, month, confirm, answer).confirmDays());
    } else {
      String said =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new ProcessRules(data, day, week, month, confirm, answer))
              .getMessage();
      assertTrue(said.contains(words), said);
    }
  }

  /** AMB-30: hours from 24:00 of the day, UTC+8; working days end at 24:00. */
  @Test
  void deadlinesCountFromTheEndOfTheDay() {
    assertEquals(Instant.parse("2026-10-02T16:00:00Z"), DEADLINES.hoursAfter(OCTOBER, 24));
    assertEquals(Instant.parse("2026-11-03T16:00:00Z"), DEADLINES.hoursAfter(LAST, 72));
    assertEquals(CONFIRM, DEADLINES.workingDaysAfter(NOW, 3));
    assertEquals(
        Instant.parse("2026-11-04T16:00:00Z"),
        DEADLINES.workingDaysAfter(Instant.parse("2026-11-02T16:00:00Z"), 1),
        "00:00 of the 3rd is the 3rd");
  }
}
