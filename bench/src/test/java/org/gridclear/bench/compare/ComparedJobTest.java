package org.gridclear.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.bench.compare.Build.Run;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs of a set as they are written, and figures of pairs of runs. */
class ComparedJobTest {
  private static final String SETS =
      """
      fast:
      - {name: one, arguments: [a, b], atMost: 0.5}
      - name: two
        arguments: [c, "{file x.m}", "{work}/{out}"]
        prepare: [[d, "{file y.m}"]]
        files: {s.yaml: "k: 1"}
      empty: []
      """;

  @TempDir Path folder;

  @Test
  void aSetIsAListOfJobsThatKnowItsName() {
    Map<String, List<ComparedJob>> sets = ComparedJob.sets(SETS);
    assertEquals(List.of("empty", "fast"), List.copyOf(sets.keySet()));
    ComparedJob one = sets.get("fast").get(0);
    assertEquals("fast", one.set());
    assertEquals(List.of("a", "b"), one.arguments());
    assertEquals(0.5, one.atMost());
    assertEquals(List.of(), one.prepare());
    assertEquals(Map.of(), one.files());
    ComparedJob two = sets.get("fast").get(1);
    assertNull(two.atMost());
    assertEquals(Map.of("s.yaml", "k: 1"), two.files());
    assertThrows(InvalidInputException.class, () -> ComparedJob.sets("a: [b"));
  }

  @Test
  void aFileThatOnlyThePreparationReadsIsMissedToo() throws IOException {
    ComparedJob two = ComparedJob.sets(SETS).get("fast").get(1);
    Files.writeString(folder.resolve("x.m"), "");
    assertEquals(Optional.of("y.m"), two.missing(folder));
    Files.writeString(folder.resolve("y.m"), "");
    assertEquals(Optional.empty(), two.missing(folder));
    Files.delete(folder.resolve("x.m"));
    assertEquals(Optional.of("x.m"), two.missing(folder));
    assertEquals(Optional.empty(), ComparedJob.sets(SETS).get("fast").get(0).missing(null));
  }

  @Test
  void ofTwoFilesOfOneNameTheFirstByPathIsRead() throws IOException {
    for (String place : List.of("b", "a")) {
      Files.createDirectories(folder.resolve(place));
      Files.writeString(folder.resolve(place).resolve("x.m"), "");
    }
    assertEquals(
        List.of(folder.resolve("a/x.m").toString(), "W/O"),
        ComparedJob.words(
            List.of("{file x.m}", "{work}/{out}"), folder, Path.of("W"), Path.of("O")));
  }

  @Test
  void aFolderWithADollarIsAFolder() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("$1"));
    Files.writeString(odd.resolve("x.m"), "");
    assertEquals(
        List.of(odd.resolve("x.m").toString()),
        ComparedJob.words(List.of("{file x.m}"), odd, Path.of("W"), Path.of("O")));
  }

  private static List<Run> runs(double... seconds) {
    return java.util.Arrays.stream(seconds).mapToObj(each -> new Run(0, each, 1)).toList();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "0.5, false", "0.49, true", "0.51, false"})
  void aRatioIsAboveWhatIsAskedForOnlyBeyondIt(double atMost, boolean above) {
    assertEquals(above, new Pairs(runs(2, 4), runs(1, 2)).above(atMost));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMiddleOfTheTwo() {
    Pairs pairs = new Pairs(runs(1, 9, 2, 4), runs(6, 3, 6, 6));
    assertEquals(2, pairs.ratio(), 1e-12);
    assertEquals("3.00 | 6.00 | ABOVE 2.00 | 0.33, 6.00 | 1.50", pairs.cells(1.5));
    assertFalse(pairs.above(null));
  }

  @Test
  void oneRunThatEndsOtherwiseIsSeenWhereverItStands() {
    List<Run> good = List.of(new Run(1, 1, 1), new Run(1, 1, 1));
    for (List<Run> bad :
        List.of(
            List.of(new Run(1, 1, 1), new Run(0, 1, 1)),
            List.of(new Run(0, 1, 1), new Run(1, 1, 1)))) {
      assertFalse(new Pairs(good, bad).equalExitCodes());
      assertFalse(new Pairs(bad, good).equalExitCodes());
    }
    assertTrue(new Pairs(good, good).equalExitCodes());
  }
}
