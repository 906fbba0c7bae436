package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.settlement.register.DataStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may take effect as things stand, numbers of statements, bounds and deadlines. */
// Rows: S-01, S-18, S-23, S-37
class ActCheckTest extends ProcessJournal {
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
