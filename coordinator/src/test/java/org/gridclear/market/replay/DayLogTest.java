package org.gridclear.market.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.Sha256;
import org.gridclear.market.anomaly.Measure;
import org.gridclear.market.assembly.NetworkPart;
import org.gridclear.market.rolling.RollingPlan;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged is read as it was, and nothing else is read. */
class DayLogTest {
  private static final Instant AT = Instant.parse("2026-09-30T01:00:00.250Z");
  private static final DayTerms TERMS =
      new DayTerms(
          "north",
          "Asia/Shanghai",
          "yuan",
          LocalDate.of(2026, 10, 1),
          AT,
          RollingPlan.STANDARD,
          0.01,
          true,
          List.of(NetworkPart.TIE_LINES, NetworkPart.STATE),
          "ann",
          "bert");
  private static final List<TimedEvent> EVENTS =
      List.of(
          new TimedEvent(
              AT,
              new OutsideEvent.Registered(
                  "ann", "bert", List.of(new OutsideEvent.RegistryFile("member", "id\nm\n")))),
          new TimedEvent(AT, new OutsideEvent.SeriesCame("EMS", "{\"a\": \"组\"}\n")),
          new TimedEvent(AT, new OutsideEvent.Stepped()),
          new TimedEvent(AT, new OutsideEvent.Decided(Market.RT, 7, Measure.OTHER, "seen")),
          new TimedEvent(AT, new OutsideEvent.FellBack(Market.LT_RUC, 1, AT)));
  private static final VersionHash HASH =
      new VersionHash("da 2026-10-01 version 1", "a".repeat(64));

  @TempDir Path folder;

  private Path written() {
    Path file = folder.resolve("day.jsonl");
    try (DayLogWriter writer = new DayLogWriter(file, TERMS)) {
      EVENTS.forEach(writer::add);
      writer.seal(List.of(HASH));
    }
    return file;
  }

  @Test
  void aLogIsReadAsItWasWritten() {
    assertEquals(new DayLog(TERMS, EVENTS, List.of(HASH)), DayLogReader.read(written()));
  }

  @Test
  void aLogThatWasChangedOrCutOffIsRefused() throws IOException {
    Path file = written();
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 1));
    assertTrue(message(file).contains("no seal"), message(file));
    List<String> changed = new java.util.ArrayList<>(lines);
    changed.set(4, changed.get(4).replace("seen", "unseen"));
    Files.write(file, changed);
    assertThrows(DamagedFileException.class, () -> DayLogReader.read(file));
    Files.write(file, List.of());
    assertThrows(DamagedFileException.class, () -> DayLogReader.read(file));
  }

  @Test
  void aLineThatCannotBeIsRefusedByItsNumber() throws IOException {
    for (String line :
        List.of(
            "{\"at\": \"2026-09-30T01:00:00Z\", \"kind\": \"guessed\"}",
            "{\"at\": \"2026-09-30T01:00:00Z\", \"kind\": \"stepped\", \"far\": 1}",
            "{\"at\": \"2026-09-30T01:00:00Z\", \"kind\": \"joined\"}",
            "{\"at\": \"soon\", \"kind\": \"stepped\"}",
            "{\"at\": \"2026-09-30T01:00:00Z\"}",
            "{\"kind\": \"stepped\"}",
            "{\"at\": \"2026-09-30T01:00:00Z\", \"kind\": \"stepped\", \"kind\": \"stepped\"}",
            "{\"kind\": \"version\", \"version\": \"da\"}",
            "{\"kind\": \"version\", \"version\": \"da\", \"hash\": null}",
            "null",
            "[]")) {
      Path file = folder.resolve("day.jsonl");
      Files.deleteIfExists(file);
      String text = Files.readAllLines(written()).get(0) + "\n" + line + "\n";
      Files.writeString(
          file, text + DayLogText.seal(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))) + "\n");
      assertTrue(message(file).contains("line 2: "), message(file));
    }
    Path other = folder.resolve("other.jsonl");
    Files.writeString(other, "{\"format\": \"gridclear-case\"}\n");
    assertTrue(message(other).contains("line 1: the format (gridclear-case"), message(other));
  }

  private Path sealed(String name, String... lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    String seal = DayLogText.seal(Sha256.hex(text.getBytes(StandardCharsets.UTF_8))).toString();
    return Files.writeString(folder.resolve(name), text + seal + "\n");
  }

  @Test
  void termsThatCannotBeAreRefusedBeforeAMarketIsMade() throws IOException {
    String terms = Files.readAllLines(written()).get(0);
    DayLogReader.read(sealed("good", terms));
    for (String[] change :
        new String[][] {
          {"Asia/Shanghai", "Asia/Nowhere"},
          {"\"gap\":0.01", "\"gap\":-0.01"},
          {"\"gap\":0.01", "\"gap\":1"},
          {"\"gap\":0.01", "\"gap\":NaN"},
          {"\"gap\":0.01", "\"gap\":null"},
          {"\"losses\":true", "\"losses\":null"},
          {"2026-10-01", "2026-02-30"},
          {"\"operator\":\"ann\",", ""},
          {"\"version\":1", "\"version\":2"},
          {"\"version\":1,", ""}
        }) {
      String other = terms.replace(change[0], change[1]);
      assertTrue(!other.equals(terms), change[0] + " is in " + terms);
      String said = message(sealed("bad", other));
      assertTrue(said.contains("line 1: "), change[1] + ": " + said);
    }
  }

  @Test
  void aVersionThatIsThereTwiceIsNotThatOfTheLastLine() throws IOException {
    String terms = Files.readAllLines(written()).get(0);
    String one = DayLogText.version(HASH).toString();
    String said = message(sealed("twice", terms, one, one.replace("aaaa", "bbbb")));
    assertTrue(said.contains("line 3: da 2026-10-01 version 1 is there twice"), said);
  }

  @Test
  void aByteThatIsNoTextIsADamage() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length - 1; at += 37) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) 0x80;
      Files.write(file, changed);
      RuntimeException refused =
          assertThrows(RuntimeException.class, () -> DayLogReader.read(file), "byte " + at);
      assertTrue(
          refused instanceof DamagedFileException || refused instanceof IllegalArgumentException,
          at + ": " + refused);
    }
  }

  private static String message(Path file) {
    return assertThrows(IllegalArgumentException.class, () -> DayLogReader.read(file)).getMessage();
  }

  @Test
  void everyDifferenceNamesItsVersion() {
    DayLog log =
        new DayLog(
            TERMS, EVENTS, List.of(HASH, new VersionHash("rt", "b"), new VersionHash("x", "c")));
    assertEquals(
        List.of(
            "rt: b in the log, d now", "id: the log has no such version", "x: was not made again"),
        log.differences(List.of(HASH, new VersionHash("rt", "d"), new VersionHash("id", "e"))));
  }

  @Test
  void whatCannotBeDoneAgainIsNamedWithItsTime() {
    DayLog log =
        new DayLog(
            TERMS,
            List.of(
                new TimedEvent(AT, new OutsideEvent.Decided(Market.RT, 7, Measure.OTHER, "seen"))),
            List.of());
    try (LocalGrid grid = new LocalGrid(1);
        ActorStudyRuns runs =
            new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, java.time.Clock.systemUTC())) {
      NotAgainException failure =
          assertThrows(
              NotAgainException.class,
              () -> new DayReplay(log, runs).run(folder.resolve("market"), event -> {}));
      assertEquals(
          "Event 1 of the log (Decided at %s) cannot be done again: rt 2026-10-01 cycle 7 has no version."
              .formatted(AT),
          failure.getMessage());
    }
  }
}
