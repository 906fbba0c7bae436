package org.gridclear.market.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Scope;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.exchange.ChannelSecrets;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.Woods;
import org.gridclear.market.publication.WoodsData;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.OperationRow;
import org.gridclear.market.store.archive.OperationRows;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of a market that make the same market again, retention, and who did what when. */
// Rows: M-13, M-14, M-16, U-02, U-03, U-04, U-05
class MarketArchiveTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";

  @TempDir private Path folder;

  private static String other(String kind) {
    return kind.equals("embedded") ? "postgresql" : "embedded";
  }

  private static void acknowledge(Woods woods, int first, String by) {
    List<Long> numbers =
        woods.mailbox.after(Woods.ALDER, Scope.ALL, 0, first).messages().stream()
            .map(MessageRow::number)
            .toList();
    woods.mailbox.acknowledge(Woods.ALDER, Scope.ALL, numbers, by);
  }

  private MarketBackup backup(Woods woods) {
    return new MarketBackup(woods.market, woods.clock());
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void aBackupMakesTheSameMarketOnTheOtherKindOfDatabase(String kind) throws IOException {
    Path full = folder.resolve("full");
    Path second = folder.resolve("later").resolve("second");
    List<DayVersion> versions;
    try (Woods woods = Woods.on(kind, folder)) {
      WoodsData.fill(woods.market);
      new ChannelSecrets(woods.market.path().resolve("exchange")).make("ems");
      woods.publishing.version(woods.approved(), List.of("prices", "unit-results"), "op");
      BackupManifest first = backup(woods).write(full, Optional.empty(), "op");
      assertEquals(BackupManifest.FULL, first.kind());
      acknowledge(woods, 1, "alder");
      woods.publishing.version(woods.approved(), List.of("prices"), "op");
      Files.createDirectories(second.getParent());
      BackupManifest later = backup(woods).write(second, Optional.of(full), "op");
      assertEquals(BackupManifest.INCREMENTAL, later.kind());
      assertEquals("", later.tables().get("message").in());
      assertEquals("../../full", later.tables().get("registry_record").in());
      assertTrue(
          later.files().values().stream().noneMatch(part -> part.in().isEmpty()),
          "its results are those of the first version, byte for byte");
      assertTrue(later.bytesHere() < first.bytesHere());
      versions = woods.days.versions(Woods.DAY.market(), Woods.DATE, Woods.DATE);
    }
    assertEquals(List.of(), BackupReading.of(second).findings());
    Path again = folder.resolve("again");
    BackupReading.of(second).restore(again, MarketDatabases.empty(other(kind)));
    try (MarketFolder market = MarketFolder.open(again)) {
      DayStore days = DayStore.of(market);
      assertEquals(versions, days.versions(Woods.DAY.market(), Woods.DATE, Woods.DATE));
      Mailbox mailbox = new Mailbox(market, days, Clock.systemUTC());
      MessageRow message = mailbox.after(Woods.ALDER, Scope.ALL, 0, 10).messages().get(0);
      assertEquals("alder", message.acknowledged().orElseThrow().by());
      assertFalse(mailbox.content(Woods.ALDER, Scope.ALL, message).rows().isEmpty());
      assertTrue(Files.isRegularFile(again.resolve("exchange").resolve("ems.secret")));
      // The same rows are the same bytes on each kind of database.
      BackupManifest copy =
          new MarketBackup(market, Clock.systemUTC())
              .write(folder.resolve("copy"), Optional.of(second), "op");
      assertTrue(copy.tables().values().stream().noneMatch(part -> part.in().isEmpty()));
    }
  }

  @Test
  void whatWasChangedOrIsMissingIsNamedAndNothingIsMade() throws IOException {
    Path full = folder.resolve("full");
    try (Woods woods = Woods.on("embedded", folder)) {
      woods.version();
      backup(woods).write(full, Optional.empty(), "op");
      assertThrows(
          IllegalArgumentException.class, () -> backup(woods).write(full, Optional.empty(), "op"));
    }
    Path table = full.resolve("database").resolve("day_version.jsonl.gz");
    Files.write(table, new byte[] {1, 2, 3});
    Path content;
    try (var all = Files.walk(full.resolve("files").resolve("content"))) {
      content = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.delete(content);
    List<String> findings = BackupReading.of(full).findings();
    assertEquals(2, findings.size(), findings::toString);
    Path again = folder.resolve("again");
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> BackupReading.of(full).restore(again, "embedded"))
            .getMessage();
    assertTrue(said.contains("was changed") && said.contains("is missing"), said);
    assertFalse(Files.exists(again));
    assertThrows(IllegalArgumentException.class, () -> BackupReading.of(folder));
  }

  @Test
  void aBackupGoesIntoAnEmptyDatabaseAlone() throws IOException {
    Path full = folder.resolve("full");
    String used = MarketDatabases.empty("postgresql");
    try (Woods woods = Woods.on("embedded", folder)) {
      woods.version();
      backup(woods).write(full, Optional.empty(), "op");
    }
    BackupReading.of(full).restore(folder.resolve("again"), used);
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> BackupReading.of(full).restore(folder.resolve("third"), used))
            .getMessage();
    assertTrue(said.contains("a copy goes into an empty one"), said);
    assertFalse(Files.exists(folder.resolve("third")));
    assertThrows(
        IllegalArgumentException.class,
        () -> BackupReading.of(full).restore(folder.resolve("again"), "embedded"));
  }

  @Test
  void theSeriesHasAFullOneInEachMonthAndWhatIsNewOnTheOtherDays() throws IOException {
    BackupSeries series = new BackupSeries(folder.resolve("backups"));
    try (Woods woods = Woods.on("embedded", folder)) {
      List<String> made = new ArrayList<>();
      for (String date : List.of("2026-10-30", "2026-10-31", "2026-10-31", "2026-11-01")) {
        woods.version();
        series
            .make(backup(woods), LocalDate.parse(date), "op")
            .ifPresent(each -> made.add(each.place().getFileName().toString()));
      }
      assertEquals(List.of("2026-10-30-full", "2026-10-31-incremental", "2026-11-01-full"), made);
    }
    Path place = folder.resolve("backups").resolve("2026-10-31-incremental");
    assertEquals(List.of(), BackupReading.of(place).findings());
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void acknowledgedMessagesEndAfter13MonthsAndOpenOnesStay(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      woods.publishing.version(woods.approved(), List.of("prices"), "op");
      acknowledge(woods, 1, "alder");
      Retention retention = new Retention(woods.market, woods.clock());
      assertEquals(List.of("acknowledged-messages: 0 deleted"), retention.forget());
      woods.later(Duration.ofDays(400));
      Table table = retention.table();
      assertEquals("acknowledged-messages", table.rows().get(0)[0]);
      assertEquals(1L, table.rows().get(0)[table.indexOf("over")]);
      assertEquals("13 months", table.rows().get(0)[table.indexOf("kept")]);
      assertEquals(List.of("acknowledged-messages: 1 deleted"), retention.forget());
      assertEquals(0L, retention.table().rows().get(0)[table.indexOf("records")]);
      assertEquals(2L, retention.table().rows().get(1)[table.indexOf("records")]);
      assertEquals("for good", table.rows().get(2)[table.indexOf("kept")]);
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whoDidWhatIsAskedByTimeAccountMemberAndKindInParts(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      WoodsData.fill(woods.market);
      woods.publishing.version(woods.approved(), List.of("prices", "unit-results"), "op");
      woods.later(Duration.ofHours(1));
      acknowledge(woods, 2, "al");
      Operations operations = new Operations(woods.market);
      Instant from = Instant.parse("2020-01-01T00:00:00Z");
      Instant to = woods.clock().instant().plusSeconds(1);
      Operations.Asked all = new Operations.Asked(from, to, "", "", List.of());
      List<OperationRow> whole = operations.find(all, Operations.FIRST, 1000).rows();
      assertTrue(whole.size() > 8, whole::toString);
      List<OperationRow> parts = new ArrayList<>();
      Operations.Page page = operations.find(all, Operations.FIRST, 2);
      parts.addAll(page.rows());
      while (!page.next().isEmpty()) {
        page = operations.find(all, page.next(), 2);
        parts.addAll(page.rows());
      }
      assertEquals(whole, parts, "in parts of two, each once");
      List<OperationRow> alder =
          operations.find(new Operations.Asked(from, to, "", "alder", List.of()), "", 10).rows();
      assertEquals(List.of("acknowledgement", "acknowledgement"), kinds(alder));
      List<OperationRow> bob =
          operations.find(new Operations.Asked(from, to, "bob", "", List.of()), "", 10).rows();
      assertEquals(List.of("registry-review", "transition"), kinds(bob));
      assertTrue(bob.get(1).words().startsWith("APPROVED"), bob::toString);
      Operations.Asked later =
          new Operations.Asked(
              Woods.NOW.plusSeconds(1), to, "", "", List.of("acknowledgement", "publication"));
      assertEquals(2, operations.find(later, "", 10).rows().size());
      assertEquals(6, operations.table(bob).columns().size());
      assertEquals(ZoneOffset.UTC, bob.get(0).at().getOffset());
    }
  }

  private static List<String> kinds(List<OperationRow> rows) {
    return rows.stream().map(OperationRow::kind).toList();
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    Instant now = Instant.parse("2026-10-01T00:00:00Z");
    assertThrows(
        UnknownNameException.class,
        () -> new Operations.Asked(now, now.plusSeconds(1), "", "", List.of("gossip")));
    assertThrows(
        IllegalArgumentException.class, () -> new Operations.Asked(now, now, "", "", List.of()));
    try (Woods woods = Woods.on("embedded", folder)) {
      Operations operations = new Operations(woods.market);
      Operations.Asked asked =
          new Operations.Asked(now, now.plusSeconds(1), "", "nobody", List.of("transition"));
      assertEquals(List.of(), operations.find(asked, "", 1).rows());
      for (String after : List.of("x", "1", "-1", "1-", "1--1", "999999999999999999-0")) {
        assertThrows(IllegalArgumentException.class, () -> operations.find(asked, after, 1), after);
      }
      assertThrows(IllegalArgumentException.class, () -> operations.find(asked, "", 0));
    }
    assertEquals(23, OperationRows.kinds().size());
  }
}
