package org.gridclear.settlement.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.gridclear.settlement.folder.EditedFiles;
import org.gridclear.settlement.folder.FolderFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose meters are shown where an amount is explained. */
class DeliveredRowsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meter,entity;m1,U1;m2,U2;m3,U1|m1 m3",
        "entity,meter;U1,m1;U2,m2;U1,m3|m1 m3",
        "sign,entity,share,meter,from,to;1,U1,0.5,m1,,;1,U2,1,m2,,|m1",
        "\uFEFFmeter,entity;m1,U1|m1",
        "meter , entity; m1 , U1|m1",
        "meter,entity;m1,U11;m2,u1|''",
        "meter,entity|''",
        "meter,entity;\"m1\",\"U1\"|m1"
      })
  void metersAreFoundByTheNamesOfTheColumns(String relations, String meters) {
    byte[] content = relations.replace(';', '\n').getBytes(StandardCharsets.UTF_8);
    assertEquals(
        meters.isEmpty() ? Set.of() : Set.of(meters.split(" ", -1)),
        DeliveredRows.meters(
            new EditedFiles(new FolderFiles(Path.of("")), Map.of("relations.csv", content)), "U1"));
  }
}
