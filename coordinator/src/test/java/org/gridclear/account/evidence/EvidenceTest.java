package org.gridclear.account.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gridclear.account.Accounts;
import org.gridclear.account.Actor;
import org.gridclear.account.AuditLog;
import org.gridclear.account.AuditLog.Kind;
import org.gridclear.account.AuditLog.Outcome;
import org.gridclear.account.Scope;
import org.gridclear.cli.Shell;
import org.gridclear.run.dispatch.GridMembers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit log says of servers, grids and commands, and how others read it. */
// Rows: M-10, M-11, M-12, M-13, P-09, P-12
class EvidenceTest {
  private static final long NOW = 1_795_000_000_000L;

  @TempDir private Path folder;

  private AuditLog log;

  @BeforeEach
  void make() {
    Accounts.create(folder.resolve("s"), "admin", () -> NOW);
    log = AuditLog.open(folder.resolve("s"), () -> NOW);
  }

  private List<String> records() {
    return log.entries().stream()
        .map(
            each ->
                "%s %s %s|%s|%s"
                    .formatted(
                        each.kind(), each.outcome(), each.user(), each.operation(), each.detail()))
        .toList();
  }

  private static GridMembers.Load member(String name) {
    return new GridMembers.Load(name, name, "worker", 1, List.of(), false, 1, 1, null, 1);
  }

  @Test
  void startConfigurationMembersAndStopAreSystemEvents() {
    List<GridMembers.Load> members = new ArrayList<>(List.of(member("north"), member("south")));
    GridMembers grid =
        new GridMembers() {
          @Override
          public List<Load> loads() {
            return List.copyOf(members);
          }

          @Override
          public void drain(String name) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void activate() {
            throw new UnsupportedOperationException();
          }
        };
    ServeRecords records =
        ServeRecords.start(log, grid, "0.1.0", List.of("serve", "--face", "member=8446"));
    members.remove(1);
    members.add(member("west"));
    records.look();
    records.look();
    records.close();
    assertEquals(
        List.of(
            "SYSTEM SUCCESS |serve start|0.1.0; configuration: serve --face member=8446; grid:"
                + " north (worker), south (worker)",
            "SYSTEM SUCCESS |grid joined|west (worker)",
            "SYSTEM SUCCESS |grid left|south (worker)",
            "SYSTEM SUCCESS |serve stop|"),
        records());
  }

  @Test
  void commandsThatAreDeniedAndThoseOfTheGridAreSystemEvents() throws Exception {
    Accounts accounts = Accounts.open(folder.resolve("s"), () -> NOW);
    accounts.add("olga", List.of("operators"), Scope.ALL);
    assertThrows(
        IllegalArgumentException.class,
        () -> Actor.ofAccount(folder.resolve("s"), "olga", () -> NOW));
    assertThrows(
        IllegalArgumentException.class,
        () -> Actor.ofAccount(folder.resolve("s"), "admin", () -> NOW));
    Actor.inLog(folder.resolve("s"), "ops", () -> NOW).change("grid drain", "north", () -> 1);
    Actor.inLog(folder.resolve("s"), "ops", () -> NOW).change("settle lock", "m", () -> 1);
    assertEquals(
        List.of(
            "SYSTEM FAILURE olga|command denied|has no password yet; its owner sets one by the"
                + " link",
            "SYSTEM FAILURE admin|command denied|is a superuser, who changes nothing of the"
                + " business",
            "SYSTEM SUCCESS ops|grid drain|north",
            "BUSINESS SUCCESS ops|settle lock|m"),
        records());
  }

  private void fill() {
    for (int k = 0; k < 3; k++) {
      log.add(Kind.BUSINESS, Outcome.SUCCESS, "olga", "10.0.0.7", "GET /api/v1/runs", "200");
    }
    log.add(Kind.SYSTEM, Outcome.FAILURE, "m\"x]", "10.0.0.9", "POST /api/v1/session", "401\nno");
  }

  @Test
  void statisticsCountByClassDayAccountOperationAndAddress() {
    fill();
    Instant day = Instant.ofEpochMilli(NOW);
    AuditStatistics all =
        AuditStatistics.of(folder.resolve("s"), day.minusSeconds(60), day.plusSeconds(60));
    assertEquals(4, all.records());
    assertEquals(Map.of("BUSINESS SUCCESS", 3L, "SYSTEM FAILURE", 1L), all.classes());
    assertEquals(List.of("olga", "m\"x]"), List.copyOf(all.users().keySet()));
    assertEquals(3L, all.operations().get("GET /api/v1/runs"));
    assertEquals(Map.of("10.0.0.7", 3L, "10.0.0.9", 1L), all.sources());
    assertEquals(day.toString(), all.oldest());
    assertEquals(
        0,
        AuditStatistics.of(folder.resolve("s"), day.plusSeconds(1), day.plusSeconds(9)).records());
  }

  @Test
  void aCollectorTakesRecordsAsSyslogAndAPersonAsJson() throws Exception {
    fill();
    Shell.Ended printed = Shell.run("account", "audit", "syslog", "--security", dir());
    assertEquals(0, printed.code(), printed.text());
    List<String> lines = printed.output().lines().toList();
    assertEquals(4, lines.size(), "one line for each record");
    assertTrue(
        lines
            .get(0)
            .matches(
                "<110>1 2026-11-18T\\S+Z \\S+ gridclear - BUSINESS \\[gridclear@32473"
                    + " number=\"1\" kind=\"BUSINESS\" outcome=\"SUCCESS\" user=\"olga\""
                    + " from=\"10.0.0.7\" signature=\"[0-9a-f]{64}\"\\] GET /api/v1/runs 200"),
        lines.get(0));
    assertTrue(lines.get(3).startsWith("<108>1 "), "a failure is a warning");
    assertTrue(lines.get(3).contains("user=\"m\\\"x\\]\""), lines.get(3));
    assertTrue(lines.get(3).endsWith("401 no"), lines.get(3));
    Shell.Ended json =
        Shell.run(
            "account",
            "audit",
            "syslog",
            "--security",
            dir(),
            "--json",
            "--to",
            Instant.ofEpochMilli(NOW).toString());
    assertEquals("", json.output(), "nothing is before");
    try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> taken =
          CompletableFuture.supplyAsync(
              () -> {
                try (Socket socket = collector.accept();
                    InputStream in = socket.getInputStream()) {
                  return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      Shell.Ended sent =
          Shell.run(
              "account",
              "audit",
              "syslog",
              "--security",
              dir(),
              "--send",
              "127.0.0.1:" + collector.getLocalPort());
      assertEquals(0, sent.code(), sent.text());
      String frames = taken.get();
      for (String line : lines) {
        String frame = line.getBytes(StandardCharsets.UTF_8).length + " " + line;
        assertTrue(frames.startsWith(frame), frames);
        frames = frames.substring(frame.length());
      }
      assertEquals("", frames);
    }
    assertEquals(
        2, Shell.run("account", "audit", "syslog", "--security", dir(), "--send", "x").code());
  }

  private String dir() {
    return folder.resolve("s").toString();
  }
}
