package org.gridclear.report.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.table.RowRange;
import org.gridclear.table.StoredTable;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of results by zone and bus: a flowgate is where its branches are. */
// Rows: H-22, I-09
class ResultRowsTest {
  @TempDir private Path folder;

  /** A line of three buses; the flowgate of bc has the id of the branch ab. */
  private static MarketDay day() {
    String text =
        """
        {"format": "gridclear-case", "version": 1, "name": "day", "horizon": {"periodCount": 1},
         "network": {
           "buses": [{"id": "a", "zone": "N", "type": "reference"},
                     {"id": "b", "zone": "S"}, {"id": "c", "zone": "S"}],
           "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1},
                        {"id": "bc", "from": "b", "to": "c", "xPu": 0.1}],
           "flowgates": [{"id": "gate", "limitMw": 9, "terms": [{"branch": "ab", "weight": 1}]},
                         {"id": "ab", "limitMw": 9, "terms": [{"branch": "bc", "weight": 1}]}]}}
        """;
    return CaseFiles.unpack(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Object> elements(String flows, String zone, String bus) throws IOException {
    Path file = folder.resolve("flows.csv");
    Files.writeString(file, "constraint,element,period\n" + flows);
    StoredTable table = StoredTable.of(file, day().currency());
    ResultRows wanted =
        new ResultRows(day(), table, new ResultQuery(zone, null, bus, null, new RowRange(0, 10)));
    List<Object> elements = new ArrayList<>();
    try (StoredTable.Lines lines = table.lines()) {
      lines.forEachRemaining(
          row -> {
            if (wanted.test(row)) {
              elements.add(row[0] + " " + row[1]);
            }
          });
    }
    return elements;
  }

  @Test
  void flowgatesAreAtTheEndsOfTheirBranches() throws IOException {
    String flows = "B-19,ab,1\nB-18,gate,1\nB-18,ab,1\nB-20,gate,1\n";
    assertEquals(List.of("B-19 ab", "B-18 gate", "B-20 gate"), elements(flows, "N", null));
    assertEquals(List.of("B-18 ab"), elements(flows, null, "c"));
    assertEquals(4, elements(flows, "S", null).size());
  }

  @Test
  void anElementThatIsNowhereIsRefusedAndNotLeftOut() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> elements("B-19,lost,1\n", "N", null))
            .getMessage();
    assertTrue(message.contains("lost"), message);
  }

  @Test
  void whatIsUnknownIsNamedByItsKind() {
    UnknownNameException zone =
        assertThrows(UnknownNameException.class, () -> elements("B-19,ab,1\n", "stable1", null));
    assertEquals("zone", zone.kind());
  }
}
