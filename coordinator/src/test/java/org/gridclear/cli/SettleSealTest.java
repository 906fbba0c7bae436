package org.gridclear.cli;

import static org.gridclear.cli.MonthOnDisk.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gridclear.file.DamagedFileException;
import org.gridclear.settlement.close.ChainCheck;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseQueries;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.close.Seal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a close is bound by its hash, and whoever reads it compares. */
// Rows: P-10, U-03
class SettleSealTest {
  private static final int PLACES = 200;

  @TempDir static Path temp;
  private static Path first;
  private static Path second;

  @BeforeAll
  static void closeAndCorrect() throws IOException {
    MonthOnDisk month = MonthOnDisk.write(temp.resolve("live"));
    first = month.close(temp.resolve("v1"));
    second = temp.resolve("v2");
    Path correction =
        MonthOnDisk.correction(
            temp.resolve("c"),
            MonthOnDisk.DAY2 + "meters.csv",
            MonthOnDisk.header("meter"),
            "EUS00007,forwardMwh," + MonthOnDisk.intervals("0.1"));
    done(MonthOnDisk.correct(first, correction, second));
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path close : List.of(first, second)) {
      try (Stream<Path> all = Files.list(close)) {
        all.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** A bit flipped, or the end cut off, at a drawn place. */
  private static byte[] damage(byte[] content, SplittableRandom draw) {
    byte[] damaged = content.clone();
    if (draw.nextInt(4) == 0) {
      return Arrays.copyOf(damaged, draw.nextInt(damaged.length));
    }
    damaged[draw.nextInt(damaged.length)] ^= (byte) (1 << draw.nextInt(8));
    return damaged;
  }

  @Test
  void everyFlippedBitAndEveryCutIsFoundAndNamed() throws IOException {
    List<Path> files = files();
    SplittableRandom draw = new SplittableRandom(7);
    for (int place = 0; place < PLACES; place++) {
      Path file = files.get(place % files.size());
      byte[] before = Files.readAllBytes(file);
      Files.write(file, damage(before, draw));
      List<String> found = ChainCheck.differences(second);
      int number = place;
      assertTrue(
          found.stream().anyMatch(line -> line.contains(file.toString())),
          () -> "place %d: %s is not named in %s".formatted(number, file, found));
      Files.write(file, before);
    }
    assertEquals(List.of(), ChainCheck.differences(second));
  }

  @Test
  void whoeverReadsADamagedPlaceNamesTheFileAndNobodyUsesIt() throws IOException {
    String due = figures();
    SplittableRandom draw = new SplittableRandom(8);
    List<Path> files = files().stream().filter(file -> !file.toString().endsWith(".csv")).toList();
    for (int place = 0; place < PLACES; place++) {
      Path file = files.get(place % files.size());
      byte[] before = Files.readAllBytes(file);
      Files.write(file, damage(before, draw));
      try {
        assertEquals(due, figures(), "a figure changed and nobody objected");
      } catch (DamagedFileException e) {
        assertTrue(e.getMessage().contains(file.getFileName().toString()), e::getMessage);
      } finally {
        Files.write(file, before);
      }
    }
  }

  /** Everything that bills, explanations and queries are made of. */
  private static String figures() {
    try (CloseFolder close = CloseFolder.open(second)) {
      return new CloseQueries(close).entity("US00007")
          + EntityDetail.of(close, "US00010").toString()
          + new String(
              close.seal().content("summary.json"), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void commandsNameTheDamagedFileWithoutAStackTrace() throws IOException {
    for (String name : List.of("books.bin", "close.json", "month.bin", "seal.txt", "inputs.bin")) {
      Path file = second.resolve(name);
      byte[] before = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(before, before.length - 1));
      for (String[] command : commands()) {
        Shell.Ended ended = Shell.run(command);
        assertNotEquals(0, ended.code(), () -> String.join(" ", command));
        assertTrue(ended.text().contains(name), ended.text());
        assertFalse(ended.text().contains("\tat "), ended.text());
      }
      Files.write(file, before);
    }
    done("settle", "audit", second.toString(), "--sample", "0");
  }

  private static List<String[]> commands() {
    String close = second.toString();
    String out = temp.resolve("none").toString();
    return List.of(
        new String[] {"settle", "audit", close},
        new String[] {"settle", "verify", close},
        new String[] {"settle", "bill", close, "--all", "--out", out},
        new String[] {"settle", "explain", close, "--entity", "US00007"},
        new String[] {"settle", "correct", close, temp.resolve("c").toString(), "--reason", "r"});
  }

  /**
   * A hash that close.json says wrongly, sealed again: many checks meet it, and it is one finding.
   */
  @Test
  void oneDifferenceIsSaidOnceAndThatNobodyKnowsTheSignature() throws IOException {
    Path forged = temp.resolve("forged");
    Files.createDirectories(forged);
    try (Stream<Path> kept = Files.list(first)) {
      for (Path file : kept.toList()) {
        Files.copy(file, forged.resolve(file.getFileName()));
      }
    }
    String unsigned = Shell.run("settle", "verify", forged.toString()).text();
    assertTrue(unsigned.contains("It is not signed"), unsigned);
    Path items = forged.resolve("items.csv");
    Files.writeString(items, Files.readString(items).replaceFirst("\\.000,", ".001,"));
    Seal.write(forged, Map.of());
    Files.write(forged.resolve("seal.txt.sig"), new byte[64]);
    for (String command : List.of("audit", "verify")) {
      Shell.Ended ended = Shell.run("settle", command, forged.toString());
      assertEquals(1, ended.code(), ended.text());
      List<String> lines = ended.output().lines().toList();
      assertEquals(lines.stream().distinct().toList(), lines);
      assertTrue(ended.text().contains("items.csv: it differs"), ended.text());
      assertTrue(ended.text().contains("was not checked against a key"), ended.text());
      assertFalse(ended.text().contains("1 differences"), ended.text());
    }
    Shell.Ended bare = Shell.run("verify", forged.toString());
    assertEquals(2, bare.code());
    assertTrue(bare.text().contains("--signed-by"), bare.text());
  }

  @Test
  void tableThatWasChangedIsNamedByTheAudit() throws IOException {
    Path file = second.resolve("items.csv");
    String before = Files.readString(file);
    String changed = before.replaceFirst("\\.000,", ".001,");
    assertNotEquals(before, changed);
    Files.writeString(file, changed);
    Shell.Ended ended = Shell.run("settle", "audit", second.toString());
    assertEquals(1, ended.code(), ended.text());
    assertTrue(ended.text().contains("items.csv"), ended.text());
    Files.writeString(file, before);
  }
}
