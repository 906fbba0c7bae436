package org.gridclear.settlement.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.settlement.registration.Change.Put;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Metering;
import org.gridclear.settlement.registry.entry.Party;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Trade;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;

/** Records as CSV and JSON and back. */
// Rows, O-06
class EntryFilesTest {
  private static final List<Entry> ENTRIES = entries(SmallMarket.changes(SmallMarket.RECORDS));

  private static List<Entry> entries(List<Change> changes) {
    return changes.stream().map(change -> ((Put) change).entry()).toList();
  }

  @Test
  void theSmallMarketHasEveryKind() {
    assertEquals(
        EnumSet.allOf(EntryKind.class),
        ENTRIES.stream().map(Entry::kind).collect(Collectors.toSet()));
  }

  @Test
  void jsonIsReadAsItWasWritten() {
    byte[] written = EntryWriter.json(ENTRIES);
    assertEquals(ENTRIES, entries(ChangeReader.json("again.json", written)));
    assertEquals(
        new String(written, StandardCharsets.UTF_8),
        new String(
            EntryWriter.json(entries(ChangeReader.json("again.json", written))),
            StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNoCharacterIsInNoText() {
    String member =
        """
        {"format": "gridclear-registry", "version": 1, "records": [{"kind": "member", "id": "oak",
         "from": "2026-01-01", "name": "a%sb", "type": "generator"}]}
        """;
    for (String none : List.of("\\u0000", "\\n", "\\u007f", "\\ud83d", "\\ude00")) {
      byte[] content = member.formatted(none).getBytes(StandardCharsets.UTF_8);
      InvalidInputException refused =
          assertThrows(
              InvalidInputException.class, () -> ChangeReader.json("f.json", content), none);
      assertEquals("name", refused.issues().get(0).field(), none);
    }
    byte[] whole = member.formatted("\\ud83d\\ude00王").getBytes(StandardCharsets.UTF_8);
    Party.Member read = (Party.Member) entries(ChangeReader.json("f.json", whole)).get(0);
    assertEquals("a😀王b", read.name());
  }

  @Test
  void csvOfEveryKindIsReadAsItWasWritten() {
    List<Entry> read = new ArrayList<>();
    for (EntryKind kind : EntryKind.values()) {
      List<Entry> ofKind = ENTRIES.stream().filter(entry -> entry.kind() == kind).toList();
      read.addAll(
          entries(ChangeReader.csv(kind.label() + ".csv", EntryWriter.csv(kind, ofKind), kind)));
    }
    assertEquals(Set.copyOf(ENTRIES), Set.copyOf(read));
    assertEquals(ENTRIES.size(), read.size());
  }

  @Test
  void namesWithCommasQuotesAndOtherScriptsSurviveBothFormats() {
    String record =
        """
        {"kind": "member", "id": "=m 1", "from": "2026-01-01", "name": "=北方, \\"A\\" & Söhne; GmbH",
         "type": "generator", "bank": "007"}
        """;
    List<Entry> one = entries(SmallMarket.changes(record));
    assertEquals(one, entries(ChangeReader.json("a", EntryWriter.json(one))));
    assertEquals(
        one,
        entries(ChangeReader.csv("a", EntryWriter.csv(EntryKind.MEMBER, one), EntryKind.MEMBER)));
    assertEquals("007", ((Party.Member) one.get(0)).person().bank().orElseThrow());
  }

  @Test
  void numbersAreWholeMultiplesOfTheirLastDecimal() {
    Resource.Unit unit = one(Resource.Unit.class);
    assertEquals(3_000_000, unit.output().capacityMw());
    assertEquals(OptionalLong.of(1_205_000), unit.output().minimumMw());
    assertEquals(600_000, one(Party.Member.class).shareholders().get(0).percent());
    assertEquals(399_999, one(Party.Member.class).shareholders().get(1).percent());
    assertEquals(2_200_000, one(Metering.Meter.class).multiplier());
    assertEquals(OptionalLong.of(90_000_001), one(Trade.Contract.class).energy().totalMwh());
  }

  private static <E> E one(Class<E> type) {
    return ENTRIES.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static String refused(EntryKind kind, String csv) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> ChangeReader.csv("f.csv", csv.getBytes(StandardCharsets.UTF_8), kind));
    return refused.issues().stream().map(Issue::line).collect(Collectors.joining("\n"));
  }

  @Test
  void allIssuesOfAllRowsAreToldAtOnce() {
    String said =
        refused(
            EntryKind.UNIT,
            """
            id,from,to,name,member,type,stage,capacityMw,pricePoint
            T2,2026-10-01,,Two,north,coal,commercial,300,b1
            T3,2026-13-01,,Three,,gas,commercial,300.00001,b1
            T4,2026-10-01,,Four,north,gas,commercial,0,b1
            T5,2026-10-01,,Five,north,gas,commercial,300
            """);
    for (String words :
        List.of(
            "line 2, type = coal",
            "line 3, from = 2026-13-01",
            "line 3, member = ",
            "line 3, capacityMw = 300.00001",
            "line 4, capacityMw = 0",
            "line 5 = 8 cells for 9 columns")) {
      assertTrue(said.contains(words), words + " in\n" + said);
    }
  }

  @Test
  void columnsThatAreNoneAreMissingOrComeTwiceAreRefused() {
    String said =
        refused(EntryKind.TARIFF, "id,from,yuanPerMWh,from\n10kV,2026-01-01,189.5,2026-01-01\n");
    assertTrue(said.contains("yuanPerMwh"), said);
    assertTrue(said.contains("REG") || said.contains("line 1, from"), said);
    assertTrue(
        refused(EntryKind.TARIFF, "id,from\n10kV,2026-01-01\n").contains("absent in id,from"));
    assertTrue(refused(EntryKind.TARIFF, "id,from,yuanPerMwh\n").contains("no records"));
    assertTrue(refused(EntryKind.TARIFF, "").contains("no records"));
  }

  @Test
  void twoColumnsThatWereSwappedAreSeenByTheirShape() {
    String said =
        refused(
            EntryKind.METER_EVENT,
            """
            id,from,to,meter,time,event,lastReading,firstReading
            e,2026-10-01,2026-10-01,M1,roll-over,14:30,1,0
            """);
    assertTrue(said.contains("event = 14:30"), said);
  }

  @Test
  void anExitHasNothingButItsLastDay() {
    List<Change> changes =
        ChangeReader.csv(
            "f.csv",
            "change,id,to\nexit,T1,2026-10-31\n".getBytes(StandardCharsets.UTF_8),
            EntryKind.UNIT);
    assertEquals("[Exit[key=unit T1, lastDay=2026-10-31, place=line 2]]", changes.toString());
    String said = refused(EntryKind.UNIT, "change,id,to,name\nexit,T1,,Coal\n");
    assertTrue(said.contains("line 2, name = Coal"), said);
    assertTrue(said.contains("Give its last day"), said);
    assertTrue(refused(EntryKind.UNIT, "change,id,to\nexits,T1,2026-10-31\n").contains("'exit'"));
  }

  @Test
  void jsonThatIsNoneOfTheFormatIsRefusedByName() {
    for (String broken :
        List.of(
            "[]",
            "{\"format\": \"gridclear-registry\", \"version\": 2, \"records\": []}",
            "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": []}",
            "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [{\"kind\":"
                + " \"unti\"}]}",
            "{\"format\": \"gridclear-registry\", \"version\": 1, \"record\": [], \"records\":"
                + " [1]}",
            "{\"format\"",
            "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [{\"kind\":"
                + " \"tariff\", \"id\": \"a\", \"from\": \"2026-01-01\", \"yuanPerMwh\":"
                + " true}]}")) {
      assertThrows(
          InvalidInputException.class,
          () -> ChangeReader.json("f.json", broken.getBytes(StandardCharsets.UTF_8)),
          broken);
    }
  }
}
