package org.gridclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of an earlier run are never written over, and replaced as a whole where asked for. */
class ResultPlaceTest {
  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void anEarlierRun() throws IOException {
    folder = parent.resolve("out");
    Files.createDirectories(folder.resolve("cases/007-gone"));
    for (String name : List.of("summary.json", "datapackage.json", "cases.csv", "run.log")) {
      Files.writeString(folder.resolve(name), "old");
    }
    Files.writeString(
        folder.resolve("datapackage.json"),
        "{\"resources\": [{\"path\": \"cases.csv\"}, {\"path\": [\"cases/000-base/units.csv\"]}]}");
  }

  private static void fill(Path aside) throws IOException {
    Files.writeString(aside.resolve("summary.json"), "new");
    Files.writeString(aside.resolve("datapackage.json"), "new");
  }

  @Test
  void aNewAndAnEmptyFolderAreNoObstacle() throws IOException {
    assertTrue(ResultPlace.fresh(parent.resolve("none")).obstacle().isEmpty());
    Path empty = Files.createDirectory(parent.resolve("empty"));
    assertTrue(ResultPlace.fresh(empty).obstacle().isEmpty());
    ResultPlace.fresh(empty).write(ResultPlaceTest::fill);
    assertEquals(List.of("datapackage.json", "summary.json"), entries(empty));
  }

  @Test
  void anEarlierRunIsRefusedWithWhatToDo() throws IOException {
    String why = ResultPlace.fresh(folder).obstacle().orElseThrow();
    assertTrue(why.contains("earlier run") && why.contains("--replace"), why);
    assertThrows(
        FileAlreadyExistsException.class,
        () -> ResultPlace.fresh(folder).write(ResultPlaceTest::fill));
    assertEquals("old", Files.readString(folder.resolve("summary.json")));
    assertTrue(Files.exists(folder.resolve("cases/007-gone")));
  }

  @Test
  void anEarlierRunIsReplacedAsAWhole() throws IOException {
    ResultPlace place = new ResultPlace(folder, true);
    assertTrue(place.obstacle().isEmpty());
    place.write(ResultPlaceTest::fill);
    assertEquals(List.of("datapackage.json", "summary.json"), entries(folder));
    assertEquals("new", Files.readString(folder.resolve("summary.json")));
    assertEquals(List.of("out"), entries(parent), "nothing is left beside it");
  }

  @Test
  void whereTheWritingFailsTheEarlierRunIsThereAsItWas() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            new ResultPlace(folder, true)
                .write(
                    aside -> {
                      fill(aside);
                      throw new IOException("no space left");
                    }));
    assertEquals("old", Files.readString(folder.resolve("summary.json")));
    assertTrue(Files.exists(folder.resolve("cases/007-gone")));
    assertEquals(List.of("out"), entries(parent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "close.json",
        "notes.txt",
        "study.yaml",
        "my-limits.csv",
        "cases/letter.txt",
        "cases/000-base/my.csv",
        "bills/",
        "D1/"
      })
  void whatNoRunHasWrittenIsNeverReplaced(String name) throws IOException {
    Path mine = folder.resolve(name);
    if (name.endsWith("/")) {
      Files.createDirectory(mine);
    } else {
      Files.createDirectories(mine.getParent());
      Files.writeString(mine, "mine");
    }
    for (boolean replacing : new boolean[] {false, true}) {
      String why = new ResultPlace(folder, replacing).obstacle().orElseThrow();
      assertTrue(why.contains(name.replaceFirst("/$", "") + ", which is no result"), why);
    }
  }

  @Test
  void whatIsAddedDuringTheRunIsKept() throws IOException {
    ResultPlace place = new ResultPlace(folder, true);
    assertTrue(place.obstacle().isEmpty());
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThrows(FileAlreadyExistsException.class, () -> place.write(ResultPlaceTest::fill));
    assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
  }

  @Test
  void tablesAloneAreNoRun() throws IOException {
    Files.delete(folder.resolve("datapackage.json"));
    assertFalse(new ResultPlace(folder, true).obstacle().isEmpty());
  }

  @Test
  void theFolderThatALinkNamesIsReplacedAndTheLinkStays() throws IOException {
    Path link = Files.createSymbolicLink(parent.resolve("latest"), folder);
    new ResultPlace(link, true).write(ResultPlaceTest::fill);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of("datapackage.json", "summary.json"), entries(folder));
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
