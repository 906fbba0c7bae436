package org.gridclear.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell that is written by hand is read as the text that it was. */
class CsvFieldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "US1",
        "Unit 1",
        "a,b",
        ",",
        "\"",
        "\"\"",
        "a\"b",
        "a\nb",
        "a\r\nb",
        "=1+1",
        "-5",
        "-a",
        "+x",
        "@x",
        "'=x",
        "''=x",
        "'x",
        "电厂，一",
        "a,\"b\n=c",
        " a ",
        "\"a\""
      })
  void aCellIsReadAsItWas(String text) {
    byte[] table = ("x,y,z\n1," + CsvFile.field(text) + ",2\n").getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of(List.of("1", text, "2")), CsvFile.rows(table));
  }

  /** What needs no quotes has none, so that tables of before are the same bytes. */
  @ParameterizedTest
  @CsvSource({"US1, US1", "Unit 1, Unit 1", "'a,b', '\"a,b\"'", "=x, '''=x'", "-5, -5"})
  void quotesAreWhereTheyHaveToBe(String text, String cell) {
    assertEquals(cell, CsvFile.field(text));
  }
}
