package org.gridclear.io.rtsgmlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.io.CaseFiles;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells, columns, rows and files of the folder removed, doubled, renamed, mistyped or extreme. */
class RtsGmlcFuzzTest {
  private static final int MUTANTS = 300;
  private static final List<String> VALUES =
      List.of(
          "", "0", "-1", "1e30", "-1e30", "1e-30", "1e400", "NaN", "Inf", "abc", "'x", "3", "1");

  private final Random random = new Random(20200102);
  private final List<String> failures = new ArrayList<>();
  private int used;
  private int refused;

  @Test
  void everyChangedFolderIsUsedOrRefused(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, String> file : SmallFolder.FILES.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    List<String> names = List.copyOf(new TreeMap<>(SmallFolder.FILES).keySet());
    for (int k = 0; k < MUTANTS; k++) {
      String name = names.get(random.nextInt(names.size()));
      String whole = SmallFolder.FILES.get(name);
      String text = random.nextInt(40) == 0 ? "" : changed(whole);
      if (text.isEmpty()) {
        Files.delete(folder.resolve(name));
      } else {
        Files.writeString(folder.resolve(name), text);
      }
      tried("mutant %d, %s: %s".formatted(k, name, text), folder);
      Files.writeString(folder.resolve(name), whole);
    }
    assertEquals(List.of(), failures);
    assertTrue(used > MUTANTS / 5 && refused > MUTANTS / 5, used + " used, " + refused);
  }

  private void tried(String what, Path folder) {
    try {
      CaseFiles.load(folder + "@2020-01-02", Path.of(""), Set.of());
      used++;
    } catch (InvalidInputException e) {
      refused++;
      assertFalse(e.issues().isEmpty(), what);
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(what + ": " + e + " " + Arrays.asList(e.getStackTrace()).subList(0, 3));
    }
  }

  private String changed(String text) {
    List<List<String>> rows = new ArrayList<>();
    text.lines().forEach(line -> rows.add(new ArrayList<>(List.of(line.split(",", -1)))));
    List<String> header = rows.get(0);
    int column = random.nextInt(header.size());
    int row = 1 + random.nextInt(Math.max(1, rows.size() - 1));
    List<String> cells = rows.get(Math.min(row, rows.size() - 1));
    switch (random.nextInt(8)) {
      case 0 -> rows.forEach(each -> each.remove(Math.min(column, each.size() - 1)));
      case 1 -> rows.forEach(each -> each.add(each.get(Math.min(column, each.size() - 1))));
      case 2 -> header.set(column, header.get(column) + "x");
      case 3 -> rows.add(cells);
      case 4 -> rows.remove(cells);
      default ->
          cells.set(Math.min(column, cells.size() - 1), VALUES.get(random.nextInt(VALUES.size())));
    }
    StringBuilder out = new StringBuilder();
    rows.forEach(each -> out.append(String.join(",", each)).append('\n'));
    return out.toString();
  }
}
