package org.gridclear.settlement.close;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.gridclear.cli.Shell;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.process.ClosedMonths;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview says what the correction says, to the last 0.001 yuan, and writes nothing. */
// Rows: S-16, S-41
class CorrectionPreviewTest {
  @TempDir private static Path folder;
  private static ClosedMonths months;

  @BeforeAll
  static void close() throws IOException {
    months = ClosedMonths.make(folder);
  }

  private static void same(ClosedMonths own) throws IOException {
    CorrectionPreview preview;
    try (CloseFolder close = CloseFolder.open(own.close())) {
      preview = CorrectionPreview.of(MonthCorrection.ofFiles(close, own.correction()));
    }
    assertFalse(Successor.of(own.close()).isPresent(), "it writes nothing");
    List<String> told =
        preview.changes().stream()
            .map(
                each ->
                    String.join(
                        ",",
                        each.entity(),
                        each.item(),
                        each.date().toString(),
                        FixedPoint.format(each.beforeMilliYuan(), 3),
                        FixedPoint.format(each.afterMilliYuan(), 3),
                        FixedPoint.format(each.milliYuan(), 3)))
            .toList();
    Path changes = own.correct().resolve("changes.csv");
    List<String> made = Files.readAllLines(changes).stream().skip(1).toList();
    assertFalse(made.isEmpty());
    assertEquals(new TreeSet<>(made), new TreeSet<>(told));
    assertEquals(made.size(), told.size());
    long sum = preview.byMember().values().stream().mapToLong(Long::longValue).sum();
    assertEquals(0, sum + preview.accountsMilliYuan(), "what some get others or accounts pay");
    assertEquals(List.of(), preview.findings());
  }

  @Test
  void ofAMeter() throws IOException {
    same(months.copied(folder.resolve("meter")));
  }

  @Test
  void ofThePricesOfADay() throws IOException {
    Path correction = folder.resolve("prices");
    Path file = correction.resolve("days/2026-10-02/prices.csv");
    Files.createDirectories(file.getParent());
    List<String> rows = Files.readAllLines(months.live().resolve("days/2026-10-02/prices.csv"));
    String row = rows.stream().filter(r -> r.contains("rtEnergy")).findFirst().orElse(rows.get(1));
    Files.write(file, List.of(rows.get(0), row.replaceFirst(",(-?\\d)(\\d*\\.)", ",9$2")));
    ClosedMonths own = months.copied(folder.resolve("price"));
    same(new ClosedMonths(own.close(), own.live(), correction));
  }

  @Test
  void ofAnEntityWithAnotherNameToo() throws IOException {
    Path correction = folder.resolve("entities");
    Files.createDirectories(correction);
    Path meters = months.correction().resolve("days/2026-10-02/meters.csv");
    Path copy = correction.resolve("days/2026-10-02/meters.csv");
    Files.createDirectories(copy.getParent());
    Files.copy(meters, copy);
    Files.write(
        correction.resolve("entities.csv"),
        List.of("action,entity,name,from", "replace,GR00001,Another name,"));
    ClosedMonths own = months.copied(folder.resolve("entity"));
    same(new ClosedMonths(own.close(), own.live(), correction));
  }

  @Test
  void byTheCommand() {
    Shell.Ended ended =
        Shell.run("settle", "preview", months.close().toString(), months.correction().toString());
    assertEquals(0, ended.code(), ended.text());
    assertTrue(ended.text().contains("(accounts)"), ended.text());
    Shell.Ended every =
        Shell.run(
            "settle",
            "preview",
            months.close().toString(),
            months.correction().toString(),
            "--changes",
            "--format",
            "csv");
    assertTrue(every.output().contains("MUS00007,US00007,2026-10-02,DEVIATION"), every.text());
  }
}
