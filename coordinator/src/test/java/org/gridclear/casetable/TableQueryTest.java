package org.gridclear.casetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of which table a question keeps, told by hand from the text of {@link TownCase}. */
// Rows: B-01, H-18
class TableQueryTest {
  private static final ShownCase TOWN = TownCase.cleared();

  private static TableQuery query(String field, String value) {
    return new TableQuery(
        field.equals("name") ? value : null,
        field.equals("kind") ? value : null,
        field.equals("zone") ? value : null,
        field.equals("bus") ? value : null,
        field.equals("kv") ? value : null,
        field.equals("fuel") ? value : null,
        field.equals("class") ? value : null,
        field.equals("family") ? value : null,
        field.equals("inEffect") ? Boolean.valueOf(value) : null);
  }

  private static String kept(Table table) {
    return String.join(
        " ", TownCase.lines(table, table.columns().get(0).name()).stream().distinct().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "units, name, EA, steam peaker",
    "units, kind, generator, works works2",
    "units, zone, NORTH, steam battery",
    "units, bus, Alpha, steam",
    "units, bus, c, mill",
    "units, kv, 110, peaker wind works works2",
    "units, kv, 110..220, steam peaker wind battery works works2",
    "units, fuel, gas, peaker works works2",
    "buses, name, alp, a",
    "buses, bus, ALPHA, a",
    "buses, zone, south, b",
    "buses, kind, pq, c d",
    "buses, kv, 219.5..220.5, a d",
    "branches, zone, south, ab bc bc2 dc",
    "branches, bus, d, ad ad2",
    "branches, bus, alpha, ad ad2 ab dc",
    "branches, kv, 110, ab bc bc2 dc",
    "branches, kind, hvdc, dc",
    "limits, zone, south, ab bc bc2 b",
    "limits, kind, flowgate, pass dam weir",
    "limits, kv, 110, ab bc bc2 b",
    "fuels, kind, 'THERMAL, GENERATOR', gas",
    "zones, zone, north, north",
    "flowgates, bus, d, pass",
    "flowgates, name, EI, weir",
    "offers, bus, b, peaker",
    "services, kind, regulation, agc",
    "constraints, class, network, NETWORK",
    "constraints, family, b-14, SYSTEM_BALANCE",
    "constraints, family, hydro, OTHER"
  })
  void aQuestionKeepsTheRowsThatMeetIt(String table, String field, String value, String expected) {
    assertEquals(expected, kept(query(field, value).of(CaseTable.of(table).of(TOWN))));
  }

  @Test
  void aConstraintIsFoundByItsNameAndByWhatItHangsOn() {
    Table found = query("name", "BATTERY").of(CaseTable.CONSTRAINTS.of(TOWN));
    assertEquals(
        List.of("level of battery", "power of battery"),
        TownCase.lines(found, "constraint").stream().distinct().toList());
    Table south = query("name", "zone south").of(CaseTable.CONSTRAINTS.of(TOWN));
    assertEquals(
        List.of("storm"), TownCase.lines(south, "constraint").stream().distinct().toList());
  }

  @Test
  void theStatesOfConstraintsDivideTheTable() {
    Table all = CaseTable.CONSTRAINTS.of(TOWN);
    Table on = query("inEffect", "true").of(all);
    Table off = query("inEffect", "false").of(all);
    assertEquals(all.rows().size(), on.rows().size() + off.rows().size());
    assertEquals(List.of(""), TownCase.lines(on, "why").stream().distinct().toList());
    assertTrue(TownCase.lines(off, "why").stream().noneMatch(String::isEmpty));
  }

  @Test
  void everythingThatIsAskedHoldsTogether() {
    Table units = CaseTable.UNITS.of(TOWN);
    TableQuery both =
        new TableQuery("w", "generator", "south", "b", "110", "gas", null, null, null);
    assertEquals("works works2", kept(both.of(units)));
    TableQuery none = new TableQuery(null, null, null, null, null, null, null, null, null);
    assertEquals(units.rows(), none.of(units).rows());
  }

  @ParameterizedTest
  @CsvSource({
    "units, zone, nort, north",
    "buses, fuel, coal, fuel: the table buses has no such column",
    "zones, kv, 110, kv: the table zones has no such column",
    "units, kv, 110-220, 'is no number and no range; give 220, or 110..220.'",
    "units, kv, 500, '110'",
    "units, inEffect, true, in effect: the table units has no such column",
    "units, name, zzz, name: no row of units has 'zzz'"
  })
  void whatNoRowHasIsRefusedByName(String table, String field, String value, String said) {
    TableQuery query = query(field, value);
    Table of = CaseTable.of(table).of(TOWN);
    String message = assertThrows(IllegalArgumentException.class, () -> query.of(of)).getMessage();
    assertTrue(message.contains(said), message);
  }
}
