package org.gridclear.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/requirements.md: every row of the catalogue with the code that names it and the tests that
 * show it. A test says what it shows in a line {@code // Rows: D-05, D-06} above its class or
 * method; a row that no test names is open, or outside of the program with a reason.
 */
class RequirementsPageTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final Pattern TAG = Pattern.compile("^ *// Rows: (.*)$");
  private static final Pattern DECLARED =
      Pattern.compile(
          "^(?:public |final |abstract )*class (\\w+)|^  (?:\\w[\\w<>, ]* )(\\w+)\\(.*");
  private static final Pattern ROW = Pattern.compile("\\b[A-X]-\\d{2}\\b");
  private static final int LINE_MAX = 110;

  /** What the letters of the rows stand for. */
  private static final Map<String, String> AREAS = areas();

  private static Map<String, String> areas() {
    Map<String, String> areas = new LinkedHashMap<>();
    String[] names = {
      "A Network and market data",
      "B Constraints",
      "C Long-cycle reliability",
      "D Day-ahead market",
      "E Intraday market",
      "F Real-time market",
      "G Ancillary services",
      "H Security check",
      "I Anomalies, approval, publication",
      "J Evaluation",
      "K Risk control",
      "L Supervision",
      "M System management",
      "N Member service",
      "O Data exchange",
      "P Protection",
      "Q Members and metering",
      "R Charges",
      "S Bills and process",
      "T Credit",
      "U Not functional",
      "V City level",
      "W Provincial marketing system",
      "X The product"
    };
    for (String name : names) {
      areas.put(name.substring(0, 1), name.substring(2));
    }
    return areas;
  }

  /** A row: what it asks for, and a command that shows it where no test can. */
  private record Row(String title, String command) {}

  private static Map<String, Row> rows() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    Path file = ROOT.resolve("bench/src/test/resources/requirements.csv");
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\\|", -1);
      assertEquals(3, cells.length, line);
      assertTrue(ROW.matcher(cells[0]).matches(), line);
      assertEquals(null, rows.put(cells[0], new Row(cells[1], cells[2])), "twice: " + line);
    }
    return rows;
  }

  /** Rows that are no software: {@code id|by whom|why}. */
  private static Map<String, String> outside(Map<String, Row> rows) throws IOException {
    Map<String, String> outside = new TreeMap<>();
    Path file = ROOT.resolve("bench/src/test/resources/requirements-outside.csv");
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\\|", -1);
      assertEquals(3, cells.length, line);
      assertTrue(rows.containsKey(cells[0]), "no row of the catalogue: " + line);
      assertTrue(!cells[1].isBlank() && !cells[2].isBlank(), "by whom, and why? " + line);
      String said = "| %s | %s | %s |\n".formatted(cells[0], cells[1], cells[2]);
      assertEquals(null, outside.put(cells[0], said), "twice: " + line);
    }
    return outside;
  }

  private static List<Path> sources(String kind) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> ROOT.relativize(file).toString().contains("src/" + kind + "/"))
          .filter(file -> !ROOT.relativize(file).startsWith("target"))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typeOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  /** Tests by row: {@code Class}, or {@code Class#method}. */
  private static Map<String, TreeSet<String>> shown() throws IOException {
    Map<String, TreeSet<String>> shown = new TreeMap<>();
    for (Path file : sources("test")) {
      List<String> text = lines(file);
      for (int k = 0; k < text.size(); k++) {
        Matcher tag = TAG.matcher(text.get(k));
        if (!tag.matches()) {
          continue;
        }
        String place = place(file, text, k + 1);
        assertTrue(
            tag.group(1).matches("[A-X]-\\d\\d(, [A-X]-\\d\\d)*"), file + ": " + text.get(k));
        for (String row : tag.group(1).split(", ")) {
          shown.computeIfAbsent(row, key -> new TreeSet<>()).add(place);
        }
      }
    }
    return shown;
  }

  private static String place(Path file, List<String> text, int from) {
    for (int k = from; k < text.size(); k++) {
      Matcher declared = DECLARED.matcher(text.get(k));
      if (declared.matches() || declared.lookingAt()) {
        String type = typeOf(file);
        return declared.group(1) != null ? type : type + "#" + declared.group(2);
      }
    }
    throw new AssertionError(file + ": nothing is declared after line " + from);
  }

  /** Types of the product by the rows that their comments name. */
  private static Map<String, TreeSet<String>> named() throws IOException {
    Map<String, TreeSet<String>> named = new TreeMap<>();
    for (Path file : sources("main")) {
      if (ROOT.relativize(file).startsWith("bench")) {
        continue;
      }
      for (String line : lines(file)) {
        Matcher row = ROW.matcher(line);
        while (row.find()) {
          named.computeIfAbsent(row.group(), key -> new TreeSet<>()).add(typeOf(file));
        }
      }
    }
    return named;
  }

  private static String page(
      Map<String, Row> rows, Map<String, TreeSet<String>> shown, Map<String, String> outside)
      throws IOException {
    Map<String, TreeSet<String>> named = named();
    List<String> open = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String area = "";
    for (Map.Entry<String, Row> each : rows.entrySet()) {
      String id = each.getKey();
      if (!id.startsWith(area) || area.isEmpty()) {
        area = id.substring(0, 1);
        text.append(
            "\n## %s: %s\n| row | what | code | shown by |\n".formatted(area, AREAS.get(area)));
        text.append("|---|---|---|---|\n");
      }
      List<String> by = new ArrayList<>(shown.getOrDefault(id, new TreeSet<>()));
      if (!each.getValue().command().isEmpty()) {
        by.add(each.getValue().command());
      }
      String tests = by.isEmpty() ? "outside" : tests(by);
      if (by.isEmpty() && !outside.containsKey(id)) {
        open.add(id);
        tests = "**open**";
      }
      text.append(
          line(id, each.getValue().title(), named.getOrDefault(id, new TreeSet<>()), tests));
    }
    int built = rows.size() - open.size() - outside.size();
    return """
    # Requirements

    Every row of the catalogue, the types whose comments name it, and the tests that show it. This page is
    made from lines `// Rows: …` above tests and checked by the build (`RequirementsPageTest`).
    A row without a test is **open**: not built, or built and not yet shown; or it is outside of the program.

    %d rows, %d shown, %d outside, %d open.

    ## Outside of the program
    | row | by whom | why |
    |---|---|---|
    """
            .formatted(rows.size(), built, outside.size(), open.size())
        + String.join("", outside.values())
        + text;
  }

  private static String tests(List<String> by) {
    boolean wide = by.stream().anyMatch(name -> name.length() > 40);
    List<String> shown =
        wide ? by.stream().map(name -> name.replaceFirst("#.*", "")).distinct().toList() : by;
    return fitted(shown, 42);
  }

  private static String line(String id, String title, Iterable<String> code, String tests) {
    String head = "| %s | %s | ".formatted(id, title);
    return head
        + fitted(code, LINE_MAX - head.length() - tests.length() - 5)
        + " | "
        + tests
        + " |\n";
  }

  /** As many names as there is room for, at least one; the others counted. */
  private static String fitted(Iterable<String> names, int room) {
    StringBuilder text = new StringBuilder();
    int left = 0;
    for (String name : names) {
      String more = (text.isEmpty() ? "`" : " `") + name + "`";
      if (text.isEmpty() || left == 0 && text.length() + more.length() + 3 <= room) {
        text.append(more);
      } else {
        left++;
      }
    }
    return left == 0 ? text.toString() : text + " +" + left;
  }

  /** Where they differ, what it should be lies in target/requirements.md. */
  @Test
  void thePageIsWhatTestsAndCodeSay() throws IOException {
    Map<String, Row> rows = rows();
    Map<String, TreeSet<String>> shown = shown();
    TreeSet<String> unknown = new TreeSet<>(shown.keySet());
    unknown.removeAll(rows.keySet());
    assertTrue(unknown.isEmpty(), "no rows of the catalogue: " + unknown);
    Map<String, String> outside = outside(rows);
    TreeSet<String> both = new TreeSet<>(shown.keySet());
    both.retainAll(outside.keySet());
    assertTrue(both.isEmpty(), "a test shows what is said to be outside: " + both);
    String page = page(rows, shown, outside);
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("requirements.md"), page);
    assertEquals(
        page,
        Files.readString(ROOT.resolve("docs/requirements.md")),
        "copy bench/target/requirements.md");
  }
}
