package org.gridclear.table;

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
  void numbersHaveTheDecimalsOfTheirUnitAndNoNegativeZero() throws IOException {
    Path path = folder.resolve("x.csv");
    try (CsvFile file = new CsvFile(path, "mw", "xPu", "lmpYuanPerMwh", "count")) {
      file.row(12.299999999999997, 0.000123456789012, -1e-9, 3);
      file.row(-0.0, 1e-13, 123456789.125, 4L);
      file.row(1e20, Double.POSITIVE_INFINITY, 0.1 + 0.2, null);
    }
    assertEquals(
        List.of(
            "mw,xPu,lmpYuanPerMwh,count",
            "12.3,0.000123456789,0,3",
            "0,0,123456789.125,4",
            "100000000000000000000,INF,0.3,"),
        Files.readAllLines(path));
  }
}
