package org.gridclear.settlement.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;

/** What changes do to the days of records. */
// Rows
class ChangePlanTest {
  private static final Key T1 = new Key(EntryKind.UNIT, "T1");

  private static String unit(String from, String to, String stage) {
    return """
    {"kind": "unit", "id": "T1", "from": "%s", "to": %s, "name": "Coal 1", "member": "north",
     "type": "thermal", "stage": "%s", "capacityMw": 300, "pricePoint": "b1"}\
    """
        .formatted(from, to, stage);
  }

  private static RegistryState changed(RegistryState before, String records) {
    IssueLog log = new IssueLog("test");
    RegistryState after = ChangePlan.of(before, SmallMarket.changes(records), log).after();
    assertEquals(List.of(), log.issues());
    return after;
  }

  private static List<String> days(RegistryState state) {
    return state.of(T1).stream()
        .map(Resource.Unit.class::cast)
        .map(u -> u.validity().from() + ".." + u.validity().to() + " " + u.stage())
        .toList();
  }

  @Test
  void aChangeEndsWhatWasOnTheDayBeforeAndKeepsIt() {
    RegistryState before = SmallMarket.state();
    RegistryState after = changed(before, unit("2026-10-01", "null", "shutdown"));
    assertEquals(
        List.of("2026-01-01..2026-09-30 COMMERCIAL", "2026-10-01..null SHUTDOWN"), days(after));
    assertEquals(List.of("2026-01-01..null COMMERCIAL"), days(before));
  }

  @Test
  void aCorrectionReplacesTheRecordOfTheSameFirstDay() {
    RegistryState after = changed(SmallMarket.state(), unit("2026-01-01", "null", "trial"));
    assertEquals(List.of("2026-01-01..null TRIAL"), days(after));
  }

  @Test
  void aTimeBetweenIsGivenWithWhatFollowsIt() {
    RegistryState after =
        changed(
            SmallMarket.state(),
            unit("2026-10-01", "\"2026-10-31\"", "shutdown")
                + ", "
                + unit("2026-11-01", "null", "commercial"));
    assertEquals(
        List.of(
            "2026-01-01..2026-09-30 COMMERCIAL",
            "2026-10-01..2026-10-31 SHUTDOWN",
            "2026-11-01..null COMMERCIAL"),
        days(after));
    RegistryState once = changed(after, unit("2026-10-01", "\"2026-10-31\"", "shutdown"));
    assertEquals(days(after), days(once));
  }

  @Test
  void aPlannedChangeIsReplacedOnlyByName() {
    RegistryState planned = changed(SmallMarket.state(), unit("2026-11-01", "null", "shutdown"));
    RegistryState after =
        changed(
            planned,
            unit("2026-10-01", "\"2026-10-31\"", "shutdown")
                + ", "
                + unit("2026-11-01", "null", "commercial"));
    assertEquals(
        List.of(
            "2026-01-01..2026-09-30 COMMERCIAL",
            "2026-10-01..2026-10-31 SHUTDOWN",
            "2026-11-01..null COMMERCIAL"),
        days(after));
  }

  @Test
  void anExitEndsTheRecordsAndDeletesNone() {
    RegistryState after =
        changed(
            changed(SmallMarket.state(), unit("2026-10-01", "null", "shutdown")),
            "{\"change\": \"exit\", \"kind\": \"unit\", \"id\": \"T1\", \"to\": \"2026-10-15\"}");
    assertEquals(
        List.of("2026-01-01..2026-09-30 COMMERCIAL", "2026-10-01..2026-10-15 SHUTDOWN"),
        days(after));
    assertEquals(true, after.on(T1, LocalDate.of(2026, 10, 15)).isPresent());
    assertEquals(false, after.on(T1, LocalDate.of(2026, 10, 16)).isPresent());
  }

  @Test
  void otherThingsStayTheVeryRecordsThatTheyWere() {
    RegistryState before = SmallMarket.state();
    RegistryState after = changed(before, unit("2026-10-01", "null", "shutdown"));
    List<Entry> others = before.all().filter(entry -> !entry.id().equals("T1")).toList();
    assertEquals(others, after.all().filter(entry -> !entry.id().equals("T1")).toList());
  }
}
