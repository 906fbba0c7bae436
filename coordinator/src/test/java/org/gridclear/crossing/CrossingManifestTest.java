package org.gridclear.crossing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a package says of itself, and the book of packages. */
class CrossingManifestTest {
  private static final String A = "a".repeat(64);
  private static final String B = "0123456789abcdef".repeat(4);
  private static final String KEY = "f".repeat(64);

  private static final String TEXT =
      """
      channel: to-office
      number: 7
      time: 2026-10-01T08:00:00Z
      before: %s
      key: %s
      files: 2
      %s 12 days/a b.csv
      %s 0 图.png
      """
          .formatted(A, KEY, A, B);

  @Test
  void manifestIsReadAsItIsWritten() {
    CrossingManifest manifest =
        new CrossingManifest(
            "to-office",
            7,
            "2026-10-01T08:00:00Z",
            A,
            KEY,
            List.of(
                new CrossingManifest.Entry(A, 12, "days/a b.csv"),
                new CrossingManifest.Entry(B, 0, "图.png")));
    assertEquals(TEXT, manifest.text());
    assertEquals(manifest, CrossingManifest.parse(TEXT));
    CrossingManifest first = new CrossingManifest("c", 1, "t", "none", KEY, List.of());
    assertEquals(first, CrossingManifest.parse(first.text()));
    assertEquals("none", CrossingManifest.FIRST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "channel: to-office|channel: To-office|no manifest",
        "channel: to-office|channel: 1office|no manifest",
        "number: 7|number: 1234567|no manifest",
        "number: 7|number: -7|no manifest",
        "before: a|before: A|no manifest",
        "key: f|key: g|no manifest",
        "files: 2|files: 3|all of its lines",
        "files: 2|files: 1|all of its lines",
        " 12 days| x days|names no file",
        " 12 days|  days|names no file",
        "图.png|days/a b.csv|leads elsewhere or is there twice",
        "图.png|../x|leads elsewhere",
        "图.png|days|the folder of",
        "图.png|days/a b.csv/c|the folder of"
      })
  void textsThatAreNoManifestAreRefused(String good, String bad, String words) {
    String text = TEXT.replace(good, bad);
    String said =
        assertThrows(IllegalArgumentException.class, () -> CrossingManifest.parse(text))
            .getMessage();
    assertTrue(said.contains(words), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "a b", ".a", "a.", "..a", "a..b", "图/片", "a/.b/c"})
  void namesWithinTheFolderStay(String name) {
    assertTrue(new CrossingManifest.Entry(A, 1, name).staysWithin(), name);
  }

  /** On every system: a backslash or a colon leads elsewhere on some, whatever stands beside it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/..",
        "a/../b",
        "./a",
        "a\\b",
        "..\\a",
        "c:",
        "c:/a",
        "a:b",
        "a\nb",
        "a\u0000",
        "\u007f",
        "\u2028c:",
        "a\u2028..\\b",
        "c:\u0085"
      })
  void namesThatLeadElsewhereDoNot(String name) {
    assertEquals(false, new CrossingManifest.Entry(A, 1, name).staysWithin(), name);
  }

  @Test
  void fileIsNoFolderOfAnother() {
    assertDoesNotThrow(
        () -> CrossingManifest.requireNoFolders(Set.of("a/b", "a/c", "ab", "a/bc/d")));
    for (Set<String> names : List.of(Set.of("a", "a/b"), Set.of("a/b", "a/b/c/d"))) {
      assertThrows(IllegalArgumentException.class, () -> CrossingManifest.requireNoFolders(names));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a, true",
    "a1-b, true",
    "A, false",
    "1a, false",
    "-a, false",
    "a_b, false",
    "'', false"
  })
  void channelsAreSmallLettersDigitsAndDashes(String name, boolean allowed) {
    if (allowed) {
      assertDoesNotThrow(() -> CrossingManifest.requireChannel(name));
    } else {
      assertThrows(IllegalArgumentException.class, () -> CrossingManifest.requireChannel(name));
    }
  }

  @Test
  void channelHasThirtyTwoLetters() {
    assertDoesNotThrow(() -> CrossingManifest.requireChannel("a".repeat(32)));
    String longer = "a".repeat(33);
    assertThrows(IllegalArgumentException.class, () -> CrossingManifest.requireChannel(longer));
  }

  @Test
  void bookGoesOnWhereItWas(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("book");
    CrossingBook empty = new CrossingBook(file);
    assertEquals(0, empty.last());
    assertEquals(CrossingManifest.FIRST, empty.lastHash());
    empty.add(1, A);
    empty.add(2, B);
    CrossingBook again = new CrossingBook(file);
    assertEquals(2, again.last());
    assertEquals(B, again.lastHash());
    assertEquals(A, again.packages().get(1));
    assertEquals("1 %s\n2 %s\n".formatted(A, B), Files.readString(file));
    assertEquals(file, again.file());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 H", "1 H\n3 H", "1 H\n1 H", "1 h", "x", "1 H "})
  void bookWithAGapIsRefused(String lines, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("book");
    Files.writeString(file, lines.replace("H", A));
    String said =
        assertThrows(IllegalArgumentException.class, () -> new CrossingBook(file)).getMessage();
    assertTrue(said.contains("backup"), said);
  }

  @Test
  void oneAtATimeCountsPackages(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("lock");
    String said =
        CrossingLock.under(
            file,
            "export",
            () ->
                assertThrows(
                        IllegalArgumentException.class,
                        () -> CrossingLock.under(file, "export", () -> "two"))
                    .getMessage());
    assertEquals("Another export is under way.", said);
    assertEquals("again", CrossingLock.under(file, "export", () -> "again"));
  }
}
