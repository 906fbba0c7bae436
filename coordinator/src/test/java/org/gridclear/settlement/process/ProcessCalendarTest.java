package org.gridclear.settlement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import org.gridclear.settlement.process.ProcessState.StatementState;
import org.gridclear.settlement.proof.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is due, rules, the published hash and the journal. */
// Rows: S-18, S-21, S-37
class ProcessCalendarTest extends ProcessOnDisk {
  @Test
  void theCalendarSaysWhatIsLateAndWhoseItIs() {
    open("embedded");
    clock.set("2026-10-04T00:00+08:00");
    exchange().checked(LAST, GOOD, "", "sue");
    exchange().checked(FIRST, GOOD, "", "sue");
    List<ProcessCalendar.Task> tasks = ProcessCalendar.of(process, YearMonth.of(2026, 10), false);
    assertEquals("done late", stands(tasks, "data", "2026-10-01"));
    assertEquals("open", stands(tasks, "data", "2026-10-02"), "its 24 h end now");
    assertEquals("done", stands(tasks, "data", "2026-10-03"));
    assertEquals("ahead", stands(tasks, "data", "2026-10-04"));
    assertEquals("open", stands(tasks, "day", "2026-10-02"));
    assertEquals("ahead", stands(tasks, "week", "2026-10-01 to 2026-10-04"));
    assertEquals("ahead", stands(tasks, "week", "2026-10-26 to 2026-10-31"));
    assertEquals("ahead", stands(tasks, "month", "2026-10-01 to 2026-10-31"));
    clock.set("2026-10-04T00:00:01+08:00");
    tasks = ProcessCalendar.of(process, YearMonth.of(2026, 10), true);
    assertEquals("late", stands(tasks, "data", "2026-10-02"));
    assertEquals("late", stands(tasks, "day", "2026-10-01"));
    assertTrue(tasks.stream().anyMatch(task -> task.subject().equals("2026-10-29 to 2026-10-31")));
    clock.set("2026-11-04T00:00:01+08:00");
    tasks = ProcessCalendar.of(process, YearMonth.of(2026, 10), false);
    assertEquals("late", stands(tasks, "month", "2026-10-01 to 2026-10-31"));
    assertEquals("settlement", tasks.get(tasks.size() - 1).owner());
    assertEquals(
        tasks.size(), ProcessTables.calendar(tasks, process.deadlines().clock()).rows().size());
  }

  @Test
  void rulesAreSetByTwoAccountsAndToldDeadlinesStay() {
    open("embedded");
    long month = month();
    ProcessRules rules = new ProcessRules(24, 48, 72, 72, 1, 2);
    approved(new Act.RulesSet(rules));
    assertEquals(rules, process.ask(ProcessState::rules));
    conflict("hold already", () -> exchange().propose(new Act.RulesSet(rules), "sue"));
    clock.set("2026-10-07T12:00+08:00");
    assertEquals(StatementState.UNCONFIRMED, state(month, MEMBER), "three days were told");
    assertThrows(IllegalArgumentException.class, () -> new ProcessRules(24, 48, 72, 72, 0, 2));
  }

  @Test
  void everyStatementLeadsToThePublishedHashAndAnotherDoesNot() {
    open("embedded");
    long month = month();
    Publication publication = process.ask(state -> state.publication(month));
    StatementIndex index = process.ask(state -> state.index(publication));
    MerkleTree tree = index.tree();
    for (int i = 0; i < index.statements().size(); i++) {
      StatementIndex.Entry entry = index.statements().get(i);
      assertEquals(publication.act().root(), MerkleTree.root(index.leaf(entry), tree.path(i)));
      StatementIndex.Entry changed =
          new StatementIndex.Entry(
              entry.member(),
              entry.name(),
              entry.entities(),
              0,
              "0".repeat(64),
              entry.evidence(),
              entry.salt());
      assertNotEquals(publication.act().root(), MerkleTree.root(index.leaf(changed), tree.path(i)));
    }
    assertThrows(IllegalArgumentException.class, () -> new MerkleTree(List.of()));
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aRowThatIsChangedOrGoneShows(String kind) {
    open(kind);
    checkDays();
    for (String change :
        List.of(
            "UPDATE settlement_journal SET made_by = 'eve' WHERE number = 2",
            "DELETE FROM settlement_journal WHERE number = 2")) {
      market.database().jdbi().useHandle(handle -> handle.execute(change));
      SettlementProcess other = SettlementProcess.of(market, clock);
      String said =
          assertThrows(IllegalStateException.class, () -> other.ask(state -> state.rules()))
              .getMessage();
      assertTrue(said.contains("Row 2"), said);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> exchange().checked(FIRST, GOOD, "x".repeat(5000), "sue"));
    assertThrows(IllegalArgumentException.class, () -> exchange().checked(FIRST, GOOD, "", " "));
  }

  private static String stands(List<ProcessCalendar.Task> tasks, String task, String subject) {
    return tasks.stream()
        .filter(each -> each.task().equals(task) && each.subject().equals(subject))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
