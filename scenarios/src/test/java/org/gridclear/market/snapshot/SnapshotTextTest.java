package org.gridclear.market.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of a grid as SCADA has it: read exactly, written as the same bytes, or refused. */
// Rows
class SnapshotTextTest {
  private static final String FILE =
      """
      {"format": "gridclear-snapshot", "version": 1, "at": "2026-12-01T16:00:00+08:00",
       "source": "SCADA", "knownAt": "2026-12-01T08:00:05Z",
       "units": [{"id": "h", "on": false, "mw": 0, "hoursInState": 0},
                 {"id": "g", "on": true, "mw": 120.50, "hoursInState": 1e1}],
       "branches": [{"id": "b", "inService": true}, {"id": "a", "inService": false}],
       "storages": [{"id": "s", "levelMwh": 12.25}]}
      """;

  private static StateSnapshot read(String text) {
    return SnapshotText.read(text.getBytes(StandardCharsets.UTF_8), "state.json");
  }

  @Test
  void aSnapshotIsReadExactly() {
    assertEquals(
        new StateSnapshot(
            Instant.parse("2026-12-01T08:00:00Z"),
            "SCADA",
            Instant.parse("2026-12-01T08:00:05Z"),
            new TreeMap<>(
                Map.of(
                    "g",
                    new StateSnapshot.UnitState(
                        true, new BigDecimal("120.5"), new BigDecimal("10")),
                    "h",
                    new StateSnapshot.UnitState(false, BigDecimal.ZERO, BigDecimal.ZERO))),
            new TreeMap<>(Map.of("a", false, "b", true)),
            new TreeMap<>(Map.of("s", new BigDecimal("12.25")))),
        read(FILE));
  }

  @Test
  void aSnapshotIsWrittenAsTheSameBytesWhateverTheOrderOfItsFile() {
    byte[] written = SnapshotText.write(read(FILE));
    assertEquals(read(FILE), SnapshotText.read(written, "again"));
    assertArrayEquals(written, SnapshotText.write(SnapshotText.read(written, "again")));
    String text = new String(written, StandardCharsets.UTF_8);
    assertTrue(text.indexOf("\"id\":\"g\"") < text.indexOf("\"id\":\"h\""), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          gridclear-snapshot; gridclear-state; snapshot | format | Give gridclear-snapshot.
          "version": 1; "version": 2; snapshot | format | Give gridclear-snapshot.
          "on": false, "mw": 0; "on": false, "mw": 0.1; unit h | mw | A unit that is off gives 0.
          "hoursInState": 0}; "hoursInState": -0.1}; unit h | hoursInState | Give 0 or more.
          "on": true, ; ; unit g | on | Give true or false.
          "mw": 120.50; "mw": "120.50"; unit g | mw | Give a number.
          "mw": 120.50, ; ; unit g | mw | Give a number.
          "inService": true; "in": true; branch b | inService | Give true or false.
          "id": "a"; "id": "b"; branch b | id | Give each one once.
          "id": "h"; "id": "g"; unit g | id | Give each one once.
          "levelMwh": 12.25; "levelMwh": true; storage s | levelMwh | Give a number.
          """)
  void whatASnapshotCannotSayIsRefused(String from, String to, String issue) {
    String changed = FILE.replace(from, to == null ? "" : to);
    InvalidInputException refused = assertThrows(InvalidInputException.class, () -> read(changed));
    assertEquals(
        issue,
        refused.issues().get(0).element()
            + " | "
            + refused.issues().get(0).field()
            + " | "
            + refused.issues().get(0).advice());
  }
}
