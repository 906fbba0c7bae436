package org.gridclear.market.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.gridclear.market.workflow.book.InstanceTimes;
import org.gridclear.market.workflow.book.Workflow;
import org.gridclear.market.workflow.book.WorkflowBook;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example's day on a simulated clock, on days of 24, 23 and 25 hours. */
// Rows: D-02, E-06, E-11, O-05, W-02
class RollingWorkflowTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
  }

  @ParameterizedTest
  @CsvSource({"2026-10-01, 24", "2026-03-29, 23", "2026-10-25, 25"})
  void everyMarketStartsAtItsTimes(LocalDate date, int hours) {
    WorkflowBook book =
        WorkflowReader.read(
            WorkflowFixture.example().getBytes(StandardCharsets.UTF_8), "rolling-day.yaml");
    try (WorkflowFixture f = new WorkflowFixture("embedded", folder, BERLIN.getId())) {
      InstanceTimes times = WorkflowCoordinator.times(f.market);
      Map<String, List<InstanceTimes.Start>> starts =
          book.workflows().stream()
              .collect(Collectors.toMap(Workflow::id, each -> times.starts(each, date)));
      assertEquals(4 * hours, starts.get("id").size());
      assertEquals(12 * hours, starts.get("rt").size());
      Instant midnight = local(date + "T00:00");
      for (InstanceTimes.Start rt : starts.get("rt")) {
        assertEquals(midnight.plusSeconds(300L * (rt.cycle() - 2)), rt.at());
      }
      LocalDate before = date.minusDays(1);
      assertEquals(
          List.of(new InstanceTimes.Start(date, 0, local(before + "T06:00"))),
          starts.get("lt-ruc"));
      assertEquals(
          List.of(new InstanceTimes.Start(date, 0, local(before + "T09:30"))), starts.get("da"));
      assertEquals(
          List.of(new InstanceTimes.Start(date, 0, local(date.plusDays(1) + "T10:00"))),
          starts.get("settlement"));
      for (Workflow workflow : book.workflows()) {
        List<InstanceTimes.Start> all = starts.get(workflow.id());
        Instant first = all.get(0).at();
        assertEquals(all.get(0), times.next(workflow, first.minusMillis(1)).orElseThrow());
        assertEquals(
            all,
            times.between(workflow, first.minusMillis(1), all.get(all.size() - 1).at()).stream()
                .filter(start -> start.date().equals(date))
                .toList());
      }
    }
  }

  @Test
  void aSimulatedDayRunsEveryCycleOnce() {
    LocalDate date = LocalDate.of(2026, 10, 1);
    // The first start for the date is that of intraday cycle 1, ten minutes ahead of it.
    Instant begin = local("2026-09-30T23:50");
    try (WorkflowFixture f = new WorkflowFixture("embedded", folder, BERLIN.getId())) {
      f.keep(WorkflowFixture.example(), begin);
      SimulatedClock clock = new SimulatedClock(begin, BERLIN);
      WorkflowStore store = new WorkflowStore(f.market.database());
      try (WorkflowCoordinator coordinator = f.coordinator("one", clock)) {
        coordinator.drive(clock, local("2026-10-01T23:50"));
      }
      Map<String, List<StoredInstance>> byWorkflow =
          store.between(date.minusDays(1), date.plusDays(1)).stream()
              .collect(Collectors.groupingBy(each -> each.key().workflow()));
      assertEquals(1, byWorkflow.get("lt-ruc").size());
      assertEquals(1, byWorkflow.get("da").size());
      assertEquals(96 + 1, byWorkflow.get("id").size(), "one for the next date");
      assertEquals(288 + 1, byWorkflow.get("rt").size(), "one of the date before");
      assertEquals(1, byWorkflow.get("settlement").size());
      for (StoredInstance rt : byWorkflow.get("rt")) {
        assertEquals(InstanceState.DONE, rt.state());
        assertEquals(rt.startsAt(), store.history(rt.key()).get(1).at());
      }
      assertEquals(289 * 5, f.done.stream().filter(each -> each.startsWith("rt ")).count());
      assertEquals(f.done.size(), f.done.stream().distinct().count());
      InstanceKey da = new InstanceKey("da", date.plusDays(1), 0, 1);
      assertEquals(InstanceState.OPEN, store.find(da).orElseThrow().state());
      assertTrue(
          store.history(da).stream()
              .anyMatch(
                  step ->
                      step.state().equals("overdue")
                          && step.node().equals("approve")
                          && step.at().equals(local("2026-10-01T13:30"))));
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 24", "2026-10-25, 48"})
  void cyclesGoOnByTimeThatPassesWhereTheClocksChange(String date, int cycles) {
    // From 01:00 to 04:00 pass two hours in March and four in October.
    Instant begin = local(date + "T01:00");
    try (WorkflowFixture f = new WorkflowFixture("postgresql", folder, BERLIN.getId())) {
      f.keep(
          """
          format: gridclear-workflows
          version: 1
          workflows:
          - {id: rt, start: {everyMinutes: 5}, nodes: [{id: clear, task: clear}]}
          """,
          begin);
      SimulatedClock clock = new SimulatedClock(begin, BERLIN);
      try (WorkflowCoordinator coordinator = f.coordinator("one", clock)) {
        coordinator.drive(clock, local(date + "T03:59"));
      }
      List<StoredInstance> all =
          new WorkflowStore(f.market.database())
              .between(LocalDate.parse(date), LocalDate.parse(date));
      assertEquals(cycles, all.size());
      for (int i = 0; i < cycles; i++) {
        assertEquals(13 + i, all.get(i).key().cycle());
        assertEquals(begin.plus(Duration.ofMinutes(5L * i)), all.get(i).startsAt());
      }
      assertEquals(cycles, f.done.size());
    }
  }
}
