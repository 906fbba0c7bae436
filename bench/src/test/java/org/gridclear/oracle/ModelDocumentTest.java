package org.gridclear.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/model.md says of every numbered row what the auditor makes of it, and of no other. */
class ModelDocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root", "."));
  private static final Pattern ROWS =
      Pattern.compile("\\((\\d+)([a-z]?)\\)(?:–\\((\\d+)([a-z]?)\\))?");
  private static final Pattern CODE = Pattern.compile("`([A-Z]\\w+)`");

  /** The rows of a table under a heading, without head and rule. */
  private static List<String> table(String heading) throws IOException {
    String text = Files.readString(ROOT.resolve("docs/model.md"));
    String section = text.substring(text.indexOf("\n## " + heading + "\n") + 4);
    int end = section.indexOf("\n## ");
    return section
        .substring(0, end < 0 ? section.length() : end)
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .toList();
  }

  private static Set<String> numbers(List<String> cells) {
    Set<String> numbers = new TreeSet<>();
    for (String cell : cells) {
      Matcher rows = ROWS.matcher(cell);
      while (rows.find()) {
        String letter = rows.group(2);
        if (rows.group(3) == null) {
          numbers.add(rows.group(1) + letter);
        } else if (letter.isEmpty()) {
          for (int k = Integer.parseInt(rows.group(1)); k <= Integer.parseInt(rows.group(3)); k++) {
            numbers.add(Integer.toString(k));
          }
        } else {
          for (char c = letter.charAt(0); c <= rows.group(4).charAt(0); c++) {
            numbers.add(rows.group(1) + c);
          }
        }
      }
    }
    return numbers;
  }

  private static List<String> firstCells(String heading) throws IOException {
    return table(heading).stream().map(line -> line.split("\\|")[1].strip()).toList();
  }

  /** Variables, indices and data of the page have names of their own. */
  @Test
  void aSymbolHasOneMeaning() throws IOException {
    List<String> symbols =
        Stream.of(firstCells("Symbols").toArray(String[]::new))
            .filter(cell -> !Set.of("index", "data").contains(cell) && !cell.startsWith("--"))
            .flatMap(cell -> Stream.of(cell.split(", ")))
            .toList();
    assertTrue(symbols.size() > 50, symbols + "");
    Set<String> once = new TreeSet<>();
    assertEquals(List.of(), symbols.stream().filter(symbol -> !once.add(symbol)).toList());
  }

  @Test
  void everyNumberedRowHasItsCheckInTheAudit() throws IOException {
    Set<String> rows = numbers(firstCells("Constraints"));
    List<String> catalogue = table("Catalogue").stream().map(line -> line.split("\\|")[4]).toList();
    rows.addAll(numbers(catalogue));
    assertTrue(rows.size() > 55, rows + "");
    assertEquals(rows, numbers(firstCells("Audit")));
  }

  @Test
  void classesOfTheTablesAreThere() throws IOException {
    Set<String> named =
        Stream.of("Constraints", "Audit")
            .flatMap(ModelDocumentTest::lines)
            .flatMap(line -> CODE.matcher(line.substring(line.lastIndexOf("| `"))).results())
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Path sources = ROOT.resolve("grid-node/kernels/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      named.removeAll(there);
    }
    assertEquals(Set.of(), named);
  }

  private static Stream<String> lines(String heading) {
    try {
      return table(heading).stream().filter(line -> line.contains("| `"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
