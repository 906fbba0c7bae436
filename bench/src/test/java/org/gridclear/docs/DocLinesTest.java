package org.gridclear.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.bench.house.DocLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are read in a terminal and beside code. */
class DocLinesTest {
  @TempDir private Path folder;

  @Test
  void proseOfThePagesIsNotOverItsLength() throws IOException {
    assertEquals(List.of(), DocLines.over(Path.of(System.getProperty("gridclear.root")), 110));
  }

  @Test
  void charactersOfProseCountAndNeitherTablesNorCode() throws IOException {
    Files.createDirectories(folder.resolve("docs/decisions"));
    Files.writeString(folder.resolve("README.md"), "≤≤≤≤≤\nsix456\n| a wide row | of a table |\n");
    Files.writeString(folder.resolve("CONTRIBUTING.md"), "five5\n");
    Files.writeString(
        folder.resolve("docs/decisions/1.md"),
        "```\nlong code\n```\nlong prose\n\n  | a | row |\n");
    assertEquals(List.of("README.md:2", "docs/decisions/1.md:4"), DocLines.over(folder, 5));
  }
}
