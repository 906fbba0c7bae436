package org.gridclear.security.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.SensitivityQuestion.By;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions of sensitivity and snapshots, as they are asked for. */
// Rows: H-06, H-07, A-25
class SensitivityAndSnapshotTest extends ScreenedGrid {
  @Test
  void aQuestionHasTheFieldsOfItsRequest() {
    IssueLog log = new IssueLog("request");
    assertEquals(
        new SensitivityQuestion(
            new ElementFilter(List.of("ab"), List.of("line"), List.of("north"), 110, 500),
            List.of(By.GENERATOR, By.OUTAGE),
            new ElementFilter(List.of("ga"), List.of(), List.of("south"), 1, 2),
            List.of("bc"),
            0.25,
            new PowerFlowOptions(
                PowerFlowOptions.Start.FLAT, true, PowerFlowOptions.Sharing.HEADROOM, 1e-4)),
        question(
            """
            {"devices": ["ab"], "deviceKinds": ["line"], "deviceZones": ["north"],
             "deviceKvMin": 110, "deviceKvMax": 500, "by": ["outage", "generator", "outage"],
             "elements": ["ga"], "elementZones": ["south"], "elementKvMin": 1, "elementKvMax": 2,
             "opened": ["bc"], "leastShare": 0.25, "start": "flat", "reactiveLimits": true,
             "slack": "headroom", "tolerancePu": 1e-4}
            """,
            log));
    assertEquals(List.of(), issues(log));
  }

  @ParameterizedTest
  @CsvSource({
    "generator, 0.01",
    "load, 0.01",
    "bus, 0.01",
    "outage, 0.01",
    "reactive, 0",
    "tap, 0"
  })
  void smallSensitivitiesOfFlowsAreLeftOutAndNoneOfVoltages(String by, double least) {
    SensitivityQuestion asked =
        question("{\"by\": [\"%s\"]}".formatted(by), new IssueLog("request"));
    assertEquals(least, asked.leastShare());
    assertEquals(ElementFilter.ALL, asked.devices());
    assertEquals(1e-6, asked.options().tolerancePu());
    assertEquals(least == 0, asked.by().get(0).ofVoltage());
    assertEquals(least == 0 ? "p.u." : "MW", asked.by().get(0).unit().split("/", -1)[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; Say what moves the devices: generator, load, bus, reactive, tap or outage.",
        "{\"by\": [\"bus\"], \"leastShare\": -0.1}; The least sensitivity (-0.1) must be 0 or"
            + " more.",
        "{\"by\": [\"bus\"], \"deviceKvMin\": 2, \"deviceKvMax\": 1}; The voltage range (2.0..1.0"
            + " kV) has no values.",
        "{\"by\": [\"bus\"], \"tolerancePu\": 1}; The tolerancePu (1.0) must lie in 1e-10..1e-2."
      })
  void whatAQuestionCannotHaveIsRefused(String json, String advice) {
    IssueLog log = new IssueLog("request");
    assertNull(question(json, log));
    assertEquals(advice, log.issues().get(log.issues().size() - 1).advice());
  }

  @Test
  void snapshotsAreTheNetworksADaysOrThoseOfAFile() throws IOException {
    assertEquals(List.of(100.0), loads(SnapshotReader.read(null, GRID)));
    assertEquals(1, SnapshotReader.read("1", GRID).size());
    assertEquals(
        List.of("00:00", "08:00", "16:00"),
        SnapshotReader.read("03", GRID).stream().map(OperatingPoint::name).toList());
    List<OperatingPoint> read = snapshots(" snapshot , loadShare \nlow, 0.5\n\n high ,1.25\n");
    assertEquals(List.of("low", "high"), read.stream().map(OperatingPoint::name).toList());
    assertEquals(List.of(50.0, 125.0), loads(read));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "+2", "1000000000", "00"})
  void aNumberOfSnapshotsIsAboveNothing(String count) {
    assertEquals(
        count + " snapshots: give a number from 1 to 999999999, or a CSV file.",
        assertThrows(IllegalArgumentException.class, () -> SnapshotReader.read(count, GRID))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "snapshot,share|a,1; line 1 |  | The header is snapshot,loadShare.",
        "''; line 1 |  | The header is snapshot,loadShare.",
        "snapshot,loadShare; document | snapshot | List at least one.",
        "snapshot,loadShare|a,1|b,0; line 3 | loadShare | Give a name and a number above 0 and"
            + " below 100.",
        "snapshot,loadShare|a,1|b,100; line 3 | loadShare | Give a name and a number above 0 and"
            + " below 100.",
        "snapshot,loadShare|a,1|b,NaN; line 3 | loadShare | Give a name and a number above 0 and"
            + " below 100.",
        "snapshot,loadShare|a,1|b; line 3 | loadShare | Give a name and a number above 0 and below"
            + " 100.",
        "snapshot,loadShare|a,1||a,2; line 4 | snapshot | Give each its own name."
      })
  void aFileOfSnapshotsThatCannotBeUsedIsRefusedByLine(String lines, String issue) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> snapshots(lines.replace('|', '\n')));
    assertEquals(
        issue,
        refused.issues().get(0).element()
            + " | "
            + refused.issues().get(0).field()
            + " | "
            + refused.issues().get(0).advice());
  }
}
