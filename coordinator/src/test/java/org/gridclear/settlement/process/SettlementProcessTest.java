package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.ProcessState.StatementState;
import org.gridclear.settlement.proof.StatementLine;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.settlement.register.DataStates.Check;
import org.gridclear.settlement.register.DataStates.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Publication, confirmation and disputes of a month, by a clock that is set. */
// Rows: S-20, S-22, S-24, S-30, S-32, S-34, S-35, S-37, S-38, S-39, S-40, S-41, U-01, W-10
class SettlementProcessTest extends ProcessOnDisk {
  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aGrantedDisputeEndsWithAnUpdatedStatementAndTheOthersDoNotWait(String kind)
      throws IOException {
    open(kind);
    checkDays();
    ClosedMonths own = months.copied(folder);
    long month = exchange().propose(draft(own.close(), Act.Kind.MONTH, FIRST, LAST), "sue");
    conflict("another account", () -> exchange().decide(month, true, "", "Sue "));
    exchange().decide(month, true, "", "bob");
    String other = other(month);
    assertEquals(StatementState.UNCONFIRMED, state(month, MEMBER));

    long dispute = file(month, "DEVIATION");
    assertEquals(StatementState.DISPUTED, state(month, MEMBER));
    conflict("DISPUTED", () -> member().confirm(month, MEMBER, "m7"));
    member().confirm(month, other, "m6");
    exchange().take(dispute, "sue");
    Act granted = new Act.Answered(dispute, Act.Outcome.GRANTED, "a digit was lost");
    approved(granted);
    again();
    clock.set("2026-10-13T09:00+08:00");
    assertEquals(StatementState.DISPUTED, state(month, MEMBER), "it waits for its update");
    assertEquals(StatementState.CONFIRMED, state(month, other));

    Path second = own.correct();
    Act.Published update;
    try (CloseFolder close = CloseFolder.open(second)) {
      update = new StatementDraft(process, close).update(month);
    }
    assertEquals(List.of(dispute), update.disputes());
    long number = approved(update);
    again();
    assertEquals(StatementState.REPLACED, state(month, MEMBER));
    assertEquals(StatementState.UNCONFIRMED, state(number, MEMBER));
    conflict("replaced", () -> file(month, "DEVIATION"));
    assertThrows(NoSuchSubjectException.class, () -> state(number, other));
    effects(number, month);
    clock.set("2026-10-17T00:00+08:00");
    assertEquals(StatementState.CONFIRMED, state(number, MEMBER), "silence, a second time");
  }

  /** (70), and what the member has now is what it had and its changes. */
  private void effects(long update, long month) {
    StatementQueries queries = new StatementQueries(process);
    Effects effects = queries.effects(update);
    long settled =
        effects.changes().stream()
            .filter(Effects.Change::settled)
            .mapToLong(Effects.Change::milliYuan)
            .sum();
    assertNotEquals(0, settled);
    assertEquals(0, settled + effects.suspenseMilliYuan());
    assertEquals(
        queries.find(month, MEMBER).entry().milliYuan() + settled,
        queries.find(update, MEMBER).entry().milliYuan());
    Set<String> members =
        effects.changes().stream().map(Effects.Change::member).collect(Collectors.toSet());
    assertTrue(members.size() > 5, "the pools move for others, too: " + members);
    assertTrue(
        effects.changes().stream()
            .allMatch(each -> each.settled() == each.member().equals(MEMBER)));
  }

  @Test
  void aMonthRefusesDaysThatAreNotCheckedOrNotQualified() {
    open("embedded");
    Act.Published act = draft(Act.Kind.MONTH, FIRST, LAST);
    conflict("2026-10-01 not checked", () -> exchange().propose(act, "sue"));
    checkDays();
    DataStates.State open = new DataStates.State(Check.PASSED, Quality.TO_BE_VERIFIED);
    exchange().checked(SECOND, open, "a stand-in", "sue");
    conflict("2026-10-02 TO_BE_VERIFIED", () -> exchange().propose(act, "sue"));
    exchange().propose(draft(Act.Kind.DAY, SECOND, SECOND), "sue");
    exchange().checked(FIRST, new DataStates.State(Check.FAILED, Quality.UNQUALIFIED), "", "sue");
    conflict(
        "2026-10-01 failed", () -> exchange().propose(draft(Act.Kind.DAY, FIRST, FIRST), "sue"));
    clock.set("2026-10-03T23:59+08:00");
    conflict("not ended", () -> exchange().propose(act, "sue"));
    conflict("not ended", () -> exchange().checked(LAST, GOOD, "", "sue"));
  }

  @Test
  void theMonthIsTheSumOfItsDaysAndOfItsWeeks() {
    open("embedded");
    checkDays();
    assertThrows(
        IllegalArgumentException.class, () -> draft(Act.Kind.WEEK, FIRST, SECOND), "cut short");
    assertThrows(IllegalArgumentException.class, () -> draft(Act.Kind.MONTH, FIRST, SECOND));
    assertThrows(IllegalArgumentException.class, () -> draft(Act.Kind.DAY, FIRST, SECOND));
    assertThrows(IllegalArgumentException.class, () -> draft(Act.Kind.UPDATE, FIRST, LAST));
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      approved(draft(Act.Kind.DAY, day, day));
    }
    StatementQueries queries = new StatementQueries(process);
    List<StatementQueries.Sum> ofDays = queries.sums(MEMBER, FIRST, LAST);
    long week = approved(draft(Act.Kind.WEEK, FIRST, LAST));
    List<StatementQueries.Sum> ofWeek = queries.sums(MEMBER, FIRST, LAST);
    long month = approved(draft(Act.Kind.MONTH, FIRST, LAST));
    assertEquals(ofDays, ofWeek);
    assertEquals(ofDays, queries.sums(MEMBER, FIRST, LAST));
    assertEquals(StatementState.INFORMATION, state(week, MEMBER));
    assertEquals(
        queries.find(month, MEMBER).entry().milliYuan(),
        ofDays.stream().mapToLong(StatementQueries.Sum::milliYuan).sum());
    assertTrue(queries.find(month, MEMBER).number().startsWith("S202610-MUS00007-"));
    conflict("was published", () -> approved(draft(Act.Kind.MONTH, FIRST, LAST)));
    conflict("was published", () -> approved(draft(Act.Kind.DAY, FIRST, FIRST)));
    conflict("such as 2026-10-04", () -> queries.sums(MEMBER, FIRST, LAST.plusDays(2)));
    conflict("such as 2026-10-04", () -> queries.sums(MEMBER, FIRST, FIRST.plusDays(799)));
    assertThrows(
        IllegalArgumentException.class,
        () -> queries.sums(MEMBER, FIRST, FIRST.plusDays(800)),
        "801 days are more than 800");
    conflict("for information", () -> file(week, "DEVIATION"));
    long interval =
        queries.intervals(month, MEMBER, ENTITY, SECOND).stream()
            .mapToLong(StatementQueries.IntervalLine::milliYuan)
            .sum();
    assertEquals(
        queries.lines(month, MEMBER).stream()
            .filter(line -> line.date().equals(SECOND))
            .mapToLong(StatementLine::milliYuan)
            .sum(),
        interval);
    assertThrows(
        NoSuchSubjectException.class,
        () -> queries.intervals(month, other(month), ENTITY, SECOND),
        "it is another's");
  }

  @Test
  void silenceConfirmsAtTheEndOfTheThirdWorkingDay() {
    open("embedded");
    // Monday 5 October 2026 is published; Tuesday, Wednesday, Thursday follow.
    long month = month();
    clock.set("2026-10-08T23:59:59.999+08:00");
    assertEquals(StatementState.UNCONFIRMED, state(month, MEMBER));
    clock.set("2026-10-09T00:00+08:00");
    assertEquals(StatementState.CONFIRMED, state(month, MEMBER));
    conflict("CONFIRMED", () -> member().confirm(month, MEMBER, "m7"));
    conflict("next period", () -> file(month, "DEVIATION"));
    long late = member().file(claim(month, MEMBER, ENTITY, SECOND, "DEVIATION", true), "m7");
    assertEquals(StatementState.CONFIRMED, state(month, MEMBER), "it holds nothing up");
    exchange().take(late, "sue");
    clock.set("2028-10-04T00:00+08:00");
    conflict(
        "two years",
        () -> member().file(claim(month, MEMBER, ENTITY, SECOND, "RT_ENERGY", true), "m7"));
  }

  @Test
  void aDisputeNamesWhatTheStatementHas() {
    open("embedded");
    long month = month();
    MemberDesk desk = member();
    assertThrows(
        NoSuchSubjectException.class,
        () -> desk.file(claim(month, "nobody", ENTITY, SECOND, "DEVIATION", false), "x"));
    assertThrows(
        NoSuchSubjectException.class,
        () -> desk.file(claim(99, MEMBER, ENTITY, SECOND, "DEVIATION", false), "x"));
    for (MemberDesk.Claim wrong :
        List.of(
            claim(month, MEMBER, "US00006", SECOND, "DEVIATION", false),
            claim(month, MEMBER, ENTITY, LAST.plusDays(1), "DEVIATION", false),
            claim(month, MEMBER, ENTITY, SECOND, "NOTHING", false))) {
      assertThrows(IllegalArgumentException.class, () -> desk.file(wrong, "m7"));
    }
    conflict(
        "in this period",
        () -> desk.file(claim(month, MEMBER, ENTITY, SECOND, "DEVIATION", true), "m7"));
    file(month, "DEVIATION");
    conflict("open already", () -> file(month, "DEVIATION"));
    Dispute filed = new StatementQueries(process).disputes(member -> true).get(0);
    assertEquals(
        "reading",
        new String(
            process.content().get(filed.filed().papers().get("a.txt")), StandardCharsets.UTF_8));
    assertFalse(
        ProcessTables.disputes(List.of(filed), process.deadlines().clock()).rows().isEmpty());
  }

  @Test
  void aDenialCanBeRefusedOnceAndThenIsFinal() {
    open("embedded");
    long month = month();
    long dispute = file(month, "DEVIATION");
    conflict("only one that is IN_PROCESS", () -> answer(dispute, Act.Outcome.DENIED));
    exchange().take(dispute, "sue");
    conflict("cannot be taken", () -> exchange().take(dispute, "sue"));
    long rejected =
        exchange().propose(new Act.Answered(dispute, Act.Outcome.GRANTED, "well"), "sue");
    conflict("is open", () -> answer(dispute, Act.Outcome.DENIED));
    assertThrows(
        IllegalArgumentException.class, () -> exchange().decide(rejected, false, "", "bob"));
    exchange().decide(rejected, false, "it was read rightly", "bob");
    conflict("was rejected", () -> exchange().decide(rejected, true, "", "bob"));
    answer(dispute, Act.Outcome.DENIED);
    conflict("ANSWERED", () -> member().withdraw(dispute, MEMBER, "enough", "m7"));
    clock.set("2026-10-08T12:00+08:00");
    assertThrows(
        NoSuchSubjectException.class, () -> member().refuse(dispute, other(month), "no", "m6"));
    member().refuse(dispute, MEMBER, "look at the photograph", "m7");
    clock.set("2026-10-12T09:00+08:00");
    assertEquals(StatementState.DISPUTED, state(month, MEMBER));
    exchange().take(dispute, "sue");
    answer(dispute, Act.Outcome.DENIED);
    conflict("final", () -> member().refuse(dispute, MEMBER, "no", "m7"));
    assertEquals(StatementState.UNCONFIRMED, state(month, MEMBER));
    member().confirm(month, MEMBER, "m7");
    assertEquals(StatementState.CONFIRMED, state(month, MEMBER));
  }

  private void answer(long dispute, Act.Outcome outcome) {
    approved(new Act.Answered(dispute, outcome, "so it is"));
  }

  @Test
  void anAnswerIsRefusedInTimeAndOnlyIfItIsNoFullGrant() {
    open("embedded");
    long month = month();
    long one = file(month, "DEVIATION");
    long two = file(month, "RT_ENERGY");
    long three = file(month, "DA_ENERGY");
    conflict("no answer", () -> member().refuse(one, MEMBER, "no", "m7"));
    member().withdraw(three, MEMBER, "a mistake", "m7");
    conflict("WITHDRAWN", () -> exchange().take(three, "sue"));
    exchange().take(one, "sue");
    exchange().take(two, "sue");
    answer(one, Act.Outcome.GRANTED);
    answer(two, Act.Outcome.GRANTED_WITH_EXCEPTIONS);
    conflict("was granted", () -> member().refuse(one, MEMBER, "no", "m7"));
    clock.set("2026-10-09T00:00+08:00");
    conflict("could be refused until", () -> member().refuse(two, MEMBER, "no", "m7"));
    assertEquals(StatementState.DISPUTED, state(month, MEMBER), "both wait for the update");
    try (CloseFolder close = CloseFolder.open(months.close())) {
      StatementDraft draft = new StatementDraft(process, close);
      conflict("does not correct", () -> draft.update(month));
    }
    List<ProcessCalendar.Task> tasks = ProcessCalendar.of(process, YearMonth.of(2026, 10), false);
    assertEquals(2, tasks.stream().filter(task -> task.task().equals("update")).count());
  }

  @Test
  void aWithdrawnDisputeLeavesTheStatementAsItWas() {
    open("embedded");
    long month = month();
    long dispute = file(month, "DEVIATION");
    member().withdraw(dispute, MEMBER, "a mistake", "m7");
    assertEquals(StatementState.UNCONFIRMED, state(month, MEMBER));
    clock.set("2026-10-09T00:00+08:00");
    assertEquals(StatementState.CONFIRMED, state(month, MEMBER));
  }
}
