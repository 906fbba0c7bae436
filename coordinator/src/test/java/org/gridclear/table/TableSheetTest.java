package org.gridclear.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of workbooks. */
class TableSheetTest {
  private static final Pattern NUMBER = Pattern.compile("t=\"n\"><v>([^<]*)</v>");

  @TempDir Path folder;

  @Test
  void aCellOfANumberHoldsAFiniteOneAndWhatIsNoneIsAWord() throws Exception {
    List<Object> cells =
        List.of(1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 7L);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("cells");
      for (int c = 0; c < cells.size(); c++) {
        TableSheet.value(sheet, 0, c, cells.get(c));
      }
    }
    Path file = Files.write(folder.resolve("book.xlsx"), bytes.toByteArray());
    assertEquals(
        List.of("1.5", "7"),
        NUMBER
            .matcher(entry(file, "xl/worksheets/sheet1.xml"))
            .results()
            .map(found -> found.group(1))
            .toList());
    String words = entry(file, "xl/sharedStrings.xml");
    for (String word : List.of(">NaN<", ">INF<", ">-INF<")) {
      assertTrue(words.contains(word), words);
    }
  }

  private static String entry(Path file, String name) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
