package org.gridclear.market.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.cli.Shell;
import org.gridclear.market.day.Made;
import org.gridclear.market.exchange.Channels;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.publication.Woods;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.workflow.InstanceKey;
import org.gridclear.market.store.workflow.InstanceState;
import org.gridclear.market.store.workflow.StoredInstance;
import org.gridclear.market.workflow.TaskContext;
import org.gridclear.market.workflow.TaskOutcome;
import org.gridclear.market.workflow.WorkflowTask;
import org.gridclear.market.workflow.book.WorkflowNode;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.web.TwoMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of workflows beside those of a clearing: archive, settle, import, secure. */
// Rows: M-13, U-04, U-05, O-10, O-14
class FurtherTasksTest {
  @TempDir private Path folder;

  private Map<String, WorkflowTask> tasks(Woods woods) {
    MarketTasks.Setup setup =
        new MarketTasks.Setup(
            RollingPlan.STANDARD,
            ClearingOptions.LOSSLESS,
            Set.of(),
            new Made.Source("build", "op", woods.clock()));
    return new MarketTasks(woods.market, woods.approval, null, setup)
        .byName(
            new MarketPlaces(
                Optional.of(folder.resolve("backups")), Optional.of(folder.resolve("settled"))));
  }

  private static TaskOutcome run(Woods woods, WorkflowTask task) throws Exception {
    WorkflowNode node =
        WorkflowReader.read(
                "{format: gridclear-workflows, version: 1, workflows: [{id: da, start: {daysBefore: 1, time: '09:00'}, nodes: [{id: n, task: check}]}]}"
                    .getBytes(StandardCharsets.UTF_8),
                "w.yaml")
            .workflows()
            .get(0)
            .nodes()
            .get(0);
    StoredInstance instance =
        new StoredInstance(
            new InstanceKey("da", Woods.DATE, 0, 1), 1, Woods.NOW, InstanceState.OPEN, 1);
    return task.run(new TaskContext(instance, node, 1, "op", 1, woods.clock(), () -> {}));
  }

  @Test
  void theArchiveOfADateIsMadeOnce() throws Exception {
    try (Woods woods = Woods.on("embedded", folder)) {
      woods.version();
      WorkflowTask archive = tasks(woods).get("archive");
      String said = run(woods, archive).message();
      assertTrue(said.startsWith("full backup of "), said);
      assertTrue(said.endsWith("acknowledged-messages: 0 deleted"), said);
      assertTrue(Files.exists(folder.resolve("backups/2026-10-01-full/backup.json")));
      assertTrue(run(woods, archive).message().startsWith("the backup of the date is there"));
      MarketTasks bare =
          new MarketTasks(
              woods.market,
              woods.approval,
              null,
              new MarketTasks.Setup(
                  RollingPlan.STANDARD,
                  ClearingOptions.LOSSLESS,
                  Set.of(),
                  new Made.Source("build", "op", woods.clock())));
      assertFalse(bare.byName().containsKey("archive"), "it is left to who has the folder");
    }
  }

  @Test
  void aHandOverSaysWhatItDeliveredAndWhatWaits() throws Exception {
    try (Woods woods = Woods.on("embedded", folder)) {
      WorkflowTask handOver = tasks(woods).get("hand-over");
      assertEquals("0 added, 0 delivered, 0 wait", run(woods, handOver).message());
      new Channels(new PieceStore(woods.market))
          .set(
              "channels: [{id: ems, partner: EMS, format: ems-plan, markets: [da], transport: {way: folder, target: out}, trigger: {when: condition}}]"
                  .getBytes(StandardCharsets.UTF_8),
              "channels.yaml",
              new Recording("op", woods.clock().instant()));
      woods.approved();
      assertEquals("1 added, 1 delivered, 0 wait", run(woods, handOver).message());
      assertEquals("0 added, 0 delivered, 0 wait", run(woods, handOver).message());
    }
  }

  @Test
  void whatIsInForceIsSettledAndWhatIsNotFailsTheTask() throws Exception {
    Path settled = folder.resolve("settled");
    Shell.Ended made =
        Shell.run("settle", "synthesize", settled.toString(), "--entities", "12", "--days", "1");
    assertEquals(0, made.code(), made.text());
    try (Woods woods = Woods.on("embedded", folder)) {
      WorkflowTask settle = tasks(woods).get("settle");
      assertEquals("da has no version; rt has no version", run(woods, settle).message());
      woods.version();
      String said =
          assertThrows(IllegalArgumentException.class, () -> run(woods, settle)).getMessage();
      assertTrue(said.contains("No version is approved"), said);
    }
  }

  @Test
  void whatLiesInFoldersOfChannelsIsTakenAndWhatIsRefusedFailsTheTask() throws Exception {
    try (Woods woods = Woods.on("embedded", folder)) {
      WorkflowTask imports = tasks(woods).get("import");
      assertEquals("0 taken of 0 channels", run(woods, imports).message());
      new Channels(new PieceStore(woods.market))
          .set(
              "channels: [{id: oms, partner: OMS, format: tickets, transport: {way: folder, target: in}}]"
                  .getBytes(StandardCharsets.UTF_8),
              "channels.yaml",
              new Recording("op", woods.clock().instant()));
      new NetworkVersions(
              new PieceStore(woods.market), new MarketClock(woods.market.facts().zone()))
          .keep(
              TwoMembers.day(Woods.DATE),
              Woods.DATE.minusDays(30),
              "EMS",
              Woods.NOW.minusSeconds(86_400),
              new Recording("op", Woods.NOW));
      Path in = Files.createDirectories(woods.market.path().resolve("in"));
      Files.writeString(
          in.resolve("1.json"),
          """
          {"format": "gridclear-envelope", "version": 1, "id": "T1", "content": {"format": "gridclear-tickets", "tickets": [
            {"id": "T9", "kind": "outage", "elements": ["unit:alder-1"],
             "from": "2026-10-01T00:00:00+08:00", "to": "2026-10-02T00:00:00+08:00",
             "state": "approved", "source": "OMS", "knownAt": "2026-09-30T08:00:00+08:00"}]}}
          """);
      TaskOutcome outcome = run(woods, imports);
      assertEquals("1 taken of 1 channels", outcome.message(), outcome::message);
      Files.writeString(in.resolve("2.json"), "{}");
      TaskOutcome wrong = run(woods, imports);
      assertFalse(wrong.done());
      assertTrue(wrong.message().contains("2.json"), wrong.message());
      assertEquals(1, new Outbox(woods.market, woods.days, woods.clock()).store().inbox().size());
    }
  }

  @Test
  void aVersionThatNobodyCheckedInAcIsNotCalledSecure() throws Exception {
    try (Woods woods = Woods.on("embedded", folder)) {
      WorkflowTask secure = tasks(woods).get("secure");
      assertThrows(IllegalStateException.class, () -> run(woods, secure));
      woods.version();
      TaskOutcome outcome = run(woods, secure);
      assertFalse(outcome.done());
      assertTrue(outcome.message().contains("was not checked in AC"), outcome.message());
      assertEquals(
          List.of(
              "anomalies",
              "approve",
              "archive",
              "assemble",
              "clear",
              "collect",
              "hand-over",
              "import",
              "publish",
              "secure",
              "settle"),
          tasks(woods).keySet().stream().sorted().toList());
    }
  }
}
