package org.gridclear.settlement.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.input.SettlementMonth.Span;
import org.gridclear.settlement.registry.MarketMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a later month takes over of an earlier one is written and read again as it is. */
// Rows: S-06, S-11
class CarriedLineTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @TempDir private Path folder;

  private static CarriedLine line(String entity, String bill, long quantity, long milliYuan) {
    return new CarriedLine(entity, OCTOBER, bill, entity, "DEVIATION", quantity, milliYuan);
  }

  private Path events() {
    return folder.resolve("days/2026-11-02/events.csv");
  }

  private Path events(String text) throws IOException {
    Files.createDirectories(events().getParent());
    return Files.writeString(events(), text);
  }

  private static SettlementMonth november(EntityName... entities) {
    return new SettlementMonth(
        "n",
        YearMonth.of(2026, 11),
        30,
        MarketMode.CENTRALISED,
        96,
        false,
        List.of(entities),
        List.of(),
        List.of(),
        RuleBookReader.byDefault());
  }

  private List<CarriedLine> read() {
    return CarriedEvents.of(new FolderFiles(folder), november());
  }

  /** U1 is A's up to the 10th and B's since: a line of the 2nd is A's, one of the 20th B's. */
  @Test
  void aLineIsOfWhoHasTheEntityOnItsDay() {
    CarriedLine early = line("U1", "A-bill", 10_000, 7);
    CarriedLine late = line("U1", "B-bill", 20_000, -9);
    CarriedLine other = line("U2", "-", 0, 1);
    CarriedEvents.add(folder, DAY, List.of(early, other));
    CarriedEvents.add(folder, DAY.withDayOfMonth(20), List.of(late));
    SettlementMonth month =
        november(
            new EntityName(
                "U1",
                "U",
                "B",
                "Birch",
                "user",
                List.of(
                    new Span(1, 10, "U", "A", "Alder", ""),
                    new Span(11, 30, "U", "B", "Birch", ""))),
            new EntityName("U2", "V", "A", "Alder", "user"));
    FolderFiles files = new FolderFiles(folder);
    assertEquals(List.of(early, other), CarriedEvents.of(files, month, "A", date -> true));
    assertEquals(List.of(late), CarriedEvents.of(files, month, "B", date -> true));
    assertEquals(List.of(), CarriedEvents.of(files, month, "C", date -> true));
    assertEquals(
        List.of(), CarriedEvents.of(files, month, "A", date -> date.isAfter(DAY)), "other days");
    assertEquals(List.of(early, other, late), CarriedEvents.of(files, month));
  }

  /** An id that would split the remark was not known again, and was carried twice after a kill. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "US1",
        "Unit 1",
        "U  2",
        " 3",
        "50%",
        "a%20b",
        "a%2",
        "%25",
        "a,b",
        "say \"x\"",
        "电厂 一"
      })
  void whateverAnIdIsItsLineIsKnownAgain(String id) {
    List<CarriedLine> lines =
        List.of(line(id, "B202610-" + id + "-1", 12_345, -6_789), line(id, "-", 0, 1));
    CarriedEvents.add(folder, DAY, lines);
    List<CarriedLine> known = read();
    assertEquals(id.strip(), known.get(0).entity());
    assertEquals(lines.get(0).of(), known.get(0).of());
    assertEquals(lines.get(0).bill(), known.get(0).bill());
    assertEquals(lines.get(0).remark(), known.get(0).remark());
    assertEquals(List.of(-6_789L, 1L), known.stream().map(CarriedLine::milliYuan).toList());
    assertEquals(List.of(12_345L, 0L), known.stream().map(CarriedLine::quantity).toList());
  }

  /** What was written before ids with blanks were known is read as it was. */
  @Test
  void aLineOfBeforeIsReadAsItWas() throws IOException {
    events(
        "entity,item,quantity,yuan,remark\n"
            + "U1,RESETTLEMENT,1,-2.500,2026-10 B202610-U1-1 U1 DA_ENERGY -1.2500\n"
            + "U1,RESETTLEMENT,1,3,by hand\n"
            + "U1,OUTAGE_MANAGEMENT,1,4,2026-10 B202610-U1-1 U1 DA_ENERGY 1.0000\n");
    assertEquals(
        List.of(new CarriedLine("U1", OCTOBER, "B202610-U1-1", "U1", "DA_ENERGY", -12_500, -2_500)),
        read());
  }

  @Test
  void whatIsThereStaysAndGetsItsRemark() throws IOException {
    events("entity,item,quantity,yuan\nU1,OUTAGE_MANAGEMENT,1,5\n\nU2,OUTAGE_MANAGEMENT,2,5.5\n");
    CarriedEvents.add(folder, DAY, List.of(line("U1", "-", 10_000, 7)));
    assertEquals(
        List.of(
            "entity,item,quantity,yuan,remark",
            "U1,OUTAGE_MANAGEMENT,1,5,",
            "",
            "U2,OUTAGE_MANAGEMENT,2,5.5,",
            "U1,RESETTLEMENT,1,0.007,2026-10 - U1 DEVIATION 1.0000"),
        Files.readAllLines(events()));
    CarriedEvents.add(folder, DAY, List.of(line("U3", "-", 0, 8)));
    assertEquals(6, Files.readAllLines(events()).size());
    assertEquals(List.of(7L, 8L), read().stream().map(CarriedLine::milliYuan).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "'entity,item,yuan,quantity,remark\n', has the columns",
    "'item,entity,quantity,yuan\n', has the columns"
  })
  void eventsOfOtherColumnsAreLeftAlone(String text, String said) throws IOException {
    events(text);
    List<CarriedLine> lines = List.of(line("U1", "-", 0, 1));
    String message =
        assertThrows(IllegalArgumentException.class, () -> CarriedEvents.add(folder, DAY, lines))
            .getMessage();
    assertTrue(message.contains(said) && message.contains("events.csv"), message);
    assertEquals(text, Files.readString(events()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-10 B U1 DA_ENERGY",
        "2026-10 B U1 DA_ENERGY 1.0 more",
        "26-10 B U1 DA_ENERGY 1.0",
        "2026-10  U1 DA_ENERGY 1.0"
      })
  void anotherRemarkIsNoLine(String remark) {
    assertEquals(Optional.empty(), CarriedLine.parse("U1", remark, 1));
  }

  /** By decimals: yuan over quantity, halves away from zero, with the sign of the quotient. */
  @ParameterizedTest
  @CsvSource({
    "10000, 1",
    "10000, -1",
    "-10000, 5",
    "-10000, -5",
    "3, 1",
    "3, -1",
    "-7, 2",
    "20000, 1",
    "20000, -1",
    "1, 999999999",
    "0, 5",
    "123456789, 987654321"
  })
  void theMeanPriceIsTheQuotient(long quantity, long milliYuan) {
    BigDecimal price =
        quantity == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(milliYuan, 3)
                .divide(BigDecimal.valueOf(quantity, 4), 3, RoundingMode.HALF_UP);
    assertEquals(
        price.movePointRight(3).longValueExact(), line("U1", "-", quantity, milliYuan).price());
  }
}
