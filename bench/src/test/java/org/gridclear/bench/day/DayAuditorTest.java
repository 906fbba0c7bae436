package org.gridclear.bench.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.gridclear.file.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The auditor of a day under faults: silent on the same day, and it finds each thing amiss. */
class DayAuditorTest {
  private static final String HASH = Sha256.hex("x".getBytes(StandardCharsets.UTF_8));

  /** A day of one version that was approved, published and handed on over three channels. */
  private static final List<String> DAY =
      List.of(
          "CREATE TABLE day_version (market VARCHAR, trading_date VARCHAR, cycle INT, version INT,"
              + " case_hash VARCHAR, outcome_hash VARCHAR, provenance VARCHAR, alarms VARCHAR,"
              + " blocks VARCHAR, made_by VARCHAR)",
          "INSERT INTO day_version VALUES ('da', 'd', 0, 1, 'c', 'o', 'p', '', 'b', 'demo')",
          "CREATE TABLE anomaly (market VARCHAR, trading_date VARCHAR, cycle INT, version INT,"
              + " rule_id VARCHAR, place_kind VARCHAR, element VARCHAR, outage VARCHAR, period INT,"
              + " period_count INT, measured INT, threshold INT, state VARCHAR, step INT)",
          "INSERT INTO anomaly VALUES"
              + " ('da', 'd', 0, 1, 'r', 'bus', 'e', '', 1, 2, 3, 4, 'OPEN', 5)",
          "CREATE TABLE anomaly_evaluation (market VARCHAR, trading_date VARCHAR, cycle INT,"
              + " version INT)",
          "INSERT INTO anomaly_evaluation VALUES ('da', 'd', 0, 1)",
          "CREATE TABLE version_transition (market VARCHAR, trading_date VARCHAR, cycle INT,"
              + " version INT, from_state VARCHAR, to_state VARCHAR, account VARCHAR, step INT,"
              + " made_at INT)",
          "INSERT INTO version_transition VALUES"
              + " ('da', 'd', 0, 1, 'DRAFT', 'APPROVED', 'ann', 1, 1),"
              + " ('da', 'd', 0, 1, 'APPROVED', 'PUBLISHED', 'bob', 2, 2)",
          "CREATE TABLE publication (number INT, kind VARCHAR, market VARCHAR, trading_date"
              + " VARCHAR, cycle INT, version INT, action VARCHAR, content_hash VARCHAR, made_at"
              + " INT)",
          "INSERT INTO publication VALUES (1, 'k', 'da', 'd', 0, 1, 'PUBLISH', 'h', 3)",
          "CREATE TABLE message (number INT, publication INT, recipient VARCHAR)",
          "INSERT INTO message VALUES (1, 1, 'north')",
          "CREATE TABLE exchange_outbox (channel VARCHAR, sequence INT, id VARCHAR, market VARCHAR,"
              + " trading_date VARCHAR, cycle INT, version INT, action VARCHAR,"
              + " content_hash VARCHAR, state VARCHAR, made_at INT)",
          "INSERT INTO exchange_outbox VALUES"
              + " ('ems', 1, 'plan/1', 'da', 'd', 0, 1, 'a', '%1$s', 'SENT', 3),"
              + " ('mail', 1, 'message/1', 'da', 'd', 0, 1, 'a', '%1$s', 'SENT', 3),"
              + " ('platform', 1, 'result', 'da', 'd', 0, 1, 'a', '%1$s', 'SENT', 3)",
          "CREATE TABLE workflow_node (workflow VARCHAR, trading_date VARCHAR, cycle INT, run INT,"
              + " node VARCHAR, state VARCHAR)",
          "INSERT INTO workflow_node VALUES ('w', 'd', 0, 1, 'n', 'done')",
          "CREATE TABLE workflow_transition (workflow VARCHAR, trading_date VARCHAR, cycle INT,"
              + " run INT, node VARCHAR, state VARCHAR, reason VARCHAR)",
          "INSERT INTO workflow_transition VALUES ('w', 'd', 0, 1, 'n', 'done', 'failed, again')");

  @TempDir Path market;

  private static Connection database;
  private static Connection calm;
  private Partner partner;

  @BeforeAll
  static void fill() throws SQLException {
    database = day();
    calm = day();
  }

  @AfterAll
  static void leave() throws SQLException {
    database.close();
    calm.close();
  }

  @BeforeEach
  void open() throws IOException {
    partner = new Partner(1, 0);
    Files.createDirectories(market.resolve("out/ems"));
    Files.createDirectories(market.resolve("out/mail"));
    Files.writeString(market.resolve("out/ems/000000000001-plan-1.json"), "x");
    Files.writeString(market.resolve("out/mail/000000000001-message-1.json"), "x");
  }

  @AfterEach
  void close() throws SQLException {
    database.rollback();
    partner.close();
  }

  private static Connection day() throws SQLException {
    Connection day = DriverManager.getConnection("jdbc:h2:mem:");
    for (String sql : DAY) {
      run(day, sql.contains("%1$s") ? sql.formatted(HASH) : sql);
    }
    day.setAutoCommit(false);
    return day;
  }

  private static void run(Connection on, String sql) throws SQLException {
    try (Statement statement = on.createStatement()) {
      statement.execute(sql);
    }
  }

  private void send(String id, long number, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(partner.address()))
            .header("X-Gridclear-Id", id)
            .header("X-Gridclear-Sequence", Long.toString(number))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  private List<String> faults() throws IOException {
    List<String> faults =
        new java.util.ArrayList<>(new DayAuditor(database, calm, market, partner).judge().faults());
    faults.remove("the partner never got result|" + HASH);
    return faults;
  }

  @Test
  void theSameDayHasNoFaults() throws Exception {
    send("result", 1, "x");
    DayAuditor.Verdict verdict = new DayAuditor(database, calm, market, partner).judge();
    assertEquals(List.of(), verdict.faults());
    assertEquals(1, verdict.looked().get("taken by the partner"));
    assertEquals(2, verdict.looked().get("transitions of versions"));
    assertEquals(1, verdict.looked().get("tries that failed and were made again"));
    assertEquals(1, verdict.looked().get("files of ems"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          DELETE FROM day_version; versions with the hashes of the undisturbed day: lost da|d|0|1|c|o|p||b|demo
          UPDATE day_version SET outcome_hash = 'z'; versions with the hashes of the undisturbed day: too many da|d|0|1|c|z|p||b|demo
          UPDATE anomaly SET measured = 9; anomalies: too many da|d|0|1|r|bus|e||1|2|9|4|OPEN|5
          DELETE FROM anomaly_evaluation; a version that nobody judged: da|d|0|1
          UPDATE anomaly_evaluation SET cycle = 1; a version that nobody judged: da|d|0|1
          INSERT INTO version_transition VALUES ('da', 'd', 0, 1, 'DRAFT', 'APPROVED', 'ann', 1, 1); approved twice: da|d|0|1|2
          UPDATE day_version SET made_by = 'ann'; approved by who made it: da|d|0|1|ann
          DELETE FROM version_transition WHERE to_state = 'APPROVED'; published before it was approved: k|da|d|0|1
          UPDATE version_transition SET step = 3 WHERE to_state = 'APPROVED'; published before it was approved: k|da|d|0|1
          UPDATE version_transition SET made_at = 4 WHERE to_state = 'APPROVED'; published before it was approved: k|da|d|0|1
          UPDATE version_transition SET made_at = 4 WHERE to_state = 'APPROVED'; handed on and not in force: ems|plan/1
          UPDATE version_transition SET account = 'scheduler-2' WHERE account = 'ann'; transitions of versions: too many da|d|0|1|DRAFT|APPROVED|demo
          INSERT INTO publication SELECT 2, kind, market, trading_date, cycle, version, action, content_hash, made_at FROM publication; published twice: k|da|d|0|1|PUBLISH|2
          UPDATE publication SET content_hash = 'z'; publications: lost k|da|d|0|1|PUBLISH|h
          DELETE FROM message; messages: lost k|da|d|0|1|PUBLISH|north
          INSERT INTO message VALUES (1, 1, 'south'); a number twice: 1|2
          INSERT INTO message VALUES (2, 1, 'north'); a message in no channel: 2
          UPDATE exchange_outbox SET state = 'OPEN' WHERE channel = 'platform'; not delivered: platform|result|OPEN
          UPDATE exchange_outbox SET sequence = 2 WHERE channel = 'platform'; numbers of a channel with a gap or twice: platform|1|1|2|2
          INSERT INTO exchange_outbox SELECT * FROM exchange_outbox WHERE channel = 'platform'; numbers of a channel with a gap or twice: platform|2|1|1|1
          DELETE FROM exchange_outbox WHERE channel = 'ems'; ems: nobody handed on 000000000001-plan-1.json
          UPDATE exchange_outbox SET content_hash = 'z' WHERE channel = 'ems'; ems: 000000000001-plan-1.json has another content
          UPDATE exchange_outbox SET id = 'plan/2' WHERE channel = 'ems'; ems: lost 000000000001-plan-2.json
          UPDATE workflow_node SET state = 'failed'; nodes of workflows: lost w|d|0|1|n|done
          INSERT INTO workflow_transition SELECT * FROM workflow_transition; a node done twice: w|d|0|1|n|2
          """)
  void whatIsAmissIsFound(String sql, String fault) throws Exception {
    assertEquals(List.of(), faults());
    run(database, sql);
    assertTrue(faults().contains(fault), faults().toString());
  }

  @Test
  void whatAFolderLacksOrHasTooMuchIsFound() throws Exception {
    Files.delete(market.resolve("out/mail/000000000001-message-1.json"));
    Files.writeString(market.resolve("out/mail/000000000002-message-2.json"), "x");
    assertEquals(
        List.of(
            "mail: nobody handed on 000000000002-message-2.json",
            "mail: lost 000000000001-message-1.json"),
        faults());
  }

  @Test
  void whatThePartnerGotTwiceOrOutOfOrderOrNeverIsFound() throws Exception {
    send("result", 1, "x");
    send("result", 1, "x");
    assertEquals(1, partner.repeated());
    assertEquals(List.of(), faults());
    send("result", 1, "y");
    send("late", 3, "x");
    assertEquals(
        List.of(
            "result came with another content",
            "late has the number 3, after 1",
            "the partner has what nobody handed on: late"),
        faults());
  }
}
