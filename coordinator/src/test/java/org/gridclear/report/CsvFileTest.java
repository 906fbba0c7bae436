package org.gridclear.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  @TempDir Path folder;

  @Test
  void aNameThatASpreadsheetWouldTakeForAFormulaIsAText() throws IOException {
    Path path = folder.resolve("x.csv");
    try (CsvFile file = new CsvFile(path, "name", "mw")) {
      file.row("=1+2", -3.5);
      file.row("@cmd", 1);
      file.row("-12.5", null);
      file.row("+G1", 2);
      file.row("a=b", 2);
    }
    assertEquals(
        List.of("name,mw", "'=1+2,-3.5", "'@cmd,1", "-12.5,", "'+G1,2", "a=b,2"),
        Files.readAllLines(path).stream().map(line -> line.replace("\"", "")).toList());
  }

  @Test
  void foldersOfCasesKeepTheLettersOfTheirScript() {
    assertEquals("003-高负荷-2", ReportFolder.folderName(3, "高负荷/2"));
  }
}
