package org.gridclear.report.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.report.security.ScreeningQueries.Filter;
import org.gridclear.run.Job;
import org.gridclear.security.result.Monitored;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a screening is in it, or refused: an empty answer looks as if all were well. */
// Rows: H-26, H-31
class ScreeningQueriesTest {
  private static final Job.Screening JOB = ParallelLines.job(ParallelLines.network(2, true));
  private static final List<Monitored.Device> DEVICES = Monitored.devices(JOB.network());

  private static Filter ofDevices(String device, String kind, String zone, String kv) {
    return new Filter("", "", device, kind, zone, kv, "", 10);
  }

  private static List<String> taken(Filter filter) {
    return DEVICES.stream().filter(filter::takes).map(Monitored.Device::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"220..110", "110..220..330", "110..", "..220", "NaN", "-1", "high", "1..NaN"})
  void aVoltageThatIsNoneOrARangeThatIsEmptyIsRefused(String kv) {
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> ofDevices("", "", "", kv))
                .getMessage());
    assertTrue(said.contains("(" + kv + ") must be a voltage or a range"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', 110, c",
    "'', '', '', 110..220, l1 l2 stub a b c",
    "'', '', '', 110.1..220, l1 l2 stub a b",
    "'', bus, '', '', a b c",
    "'', bus, south, '', b c",
    "'', BUS, '', 220..220, a b",
    "l2, '', '', '', l2",
    "l2, bus, '', '', ''"
  })
  void devicesAreTakenByEachThingThatIsAsked(
      String device, String kind, String zone, String kv, String ids) {
    assertEquals(ids, String.join(" ", taken(ofDevices(device, kind, zone, kv))));
  }

  @ParameterizedTest
  @CsvSource({
    "noon, '', '', '', '', '', snapshot 'noon'",
    "'', l3, '', '', '', '', outage 'l3'",
    "'', '', l3, '', '', '', device 'l3'",
    "'', '', '', lines, '', '', deviceKind 'lines'",
    "'', '', '', '', west, '', zone 'west'",
    "'', '', '', '', '', 330, kv of '330'",
    "'', '', '', '', '', 221..329, kv of '221..329'"
  })
  void whatIsNotInTheScreeningIsRefusedByName(
      String snapshot,
      String outage,
      String device,
      String kind,
      String zone,
      String kv,
      String part) {
    Filter filter = new Filter(snapshot, outage, device, kind, zone, kv, "", 10);
    String said =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ScreeningQueries.known(filter, JOB, DEVICES))
                .getMessage());
    assertTrue(said.contains(part), said);
  }

  @ParameterizedTest
  @CsvSource({
    "base, l2, l1, line, south, 110..220",
    "'', stub, b, bus, north, 220",
    "'', '', '', '', '', ''"
  })
  void whatIsInTheScreeningIsAsked(
      String snapshot, String outage, String device, String kind, String zone, String kv) {
    Filter filter = new Filter(snapshot, outage, device, kind, zone, kv, "", 10);
    assertDoesNotThrow(() -> ScreeningQueries.known(filter, JOB, DEVICES));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 10_001})
  void asManyRowsAsCanBeAskedFor(int rows) {
    assertThrows(
        IllegalArgumentException.class, () -> new Filter("", "", "", "", "", "", "", rows));
    assertDoesNotThrow(() -> new Filter("", "", "", "", "", "", "", 10_000));
  }
}
