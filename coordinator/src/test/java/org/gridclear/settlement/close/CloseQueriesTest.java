package org.gridclear.settlement.close;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillDrafts;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.view.CloseTables;
import org.gridclear.settlement.view.EntityExplanation;
import org.gridclear.settlement.view.EntityLines;
import org.gridclear.settlement.view.Explanation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked of a close adds up to the rows of its items, in decimals: {@code items.csv} is
 * proved against the delivered files by {@code MonthRecomputedTest}.
 */
// Rows: S-01, S-09, S-23, S-24
class CloseQueriesTest {
  /** A row of items.csv. */
  private record Row(String entity, String item, int day, BigDecimal quantity, BigDecimal yuan) {}

  @TempDir private static Path folder;
  private static ClosedMonths months;
  private static List<Row> rows;
  private static CloseQueries queries;

  @BeforeAll
  static void close() throws IOException {
    months = ClosedMonths.make(folder);
    rows = rows(months.close());
    queries = new CloseQueries(CloseFolder.open(months.close()));
  }

  @AfterAll
  static void shut() {
    queries.close().close();
  }

  private static List<Row> rows(Path close) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(close.resolve("items.csv"))) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("entity")) {
        int day = Integer.parseInt(cells[2].substring(8));
        rows.add(
            new Row(cells[0], cells[1], day, new BigDecimal(cells[3]), new BigDecimal(cells[4])));
      }
    }
    return rows;
  }

  private static BigDecimal sum(Predicate<Row> which, Function<Row, BigDecimal> what) {
    return rows.stream().filter(which).map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <K> Map<K, BigDecimal> by(Function<Row, K> key) {
    Map<K, BigDecimal> sums = new HashMap<>();
    rows.forEach(row -> sums.merge(key.apply(row), row.yuan(), BigDecimal::add));
    return sums;
  }

  private static BigDecimal yuan(long milliYuan) {
    return BigDecimal.valueOf(milliYuan, 3);
  }

  private static void equal(BigDecimal due, long milliYuan, String what) {
    assertEquals(0, due.compareTo(yuan(milliYuan)), () -> what + ": " + due + " " + milliYuan);
  }

  @Test
  void anItemByDayIsTheSumOverEntities() {
    TreeSet<String> items = new TreeSet<>(rows.stream().map(Row::item).toList());
    assertTrue(items.size() > 10, items::toString);
    for (String item : items) {
      long[] days = queries.itemByDay(item);
      assertEquals(3, days.length);
      for (int day = 1; day <= 3; day++) {
        int on = day;
        BigDecimal due = sum(row -> row.item().equals(item) && row.day() == on, Row::yuan);
        equal(due, days[day - 1], item + " of day " + day);
      }
    }
  }

  @Test
  void theLargestAmountsComeFirstWhateverTheirSign() {
    Map<String, BigDecimal> energy = new HashMap<>();
    rows.stream()
        .filter(row -> row.item().equals("DEVIATION"))
        .forEach(row -> energy.merge(row.entity(), row.yuan(), BigDecimal::add));
    assertTrue(energy.values().stream().anyMatch(yuan -> yuan.signum() < 0));
    assertTrue(energy.values().stream().anyMatch(yuan -> yuan.signum() > 0));
    List<CloseQueries.EntityAmount> top = queries.top("DEVIATION", 7);
    assertEquals(7, top.size());
    List<BigDecimal> due =
        energy.values().stream()
            .map(BigDecimal::abs)
            .sorted(Comparator.reverseOrder())
            .limit(7)
            .toList();
    for (int k = 0; k < 7; k++) {
      equal(due.get(k), Math.abs(top.get(k).amount()), "place " + k);
      equal(
          Objects.requireNonNull(energy.get(top.get(k).entity())),
          top.get(k).amount(),
          top.get(k).entity());
    }
    assertEquals(24, queries.top("DEVIATION", 10_000).size(), "all, those of 0 too");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_001, Integer.MIN_VALUE})
  void aLimitOutOfBoundsIsRefused(int limit) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> queries.top("DEVIATION", limit))
            .getMessage();
    assertTrue(said.contains(String.valueOf(limit)) && said.contains("1..10000"), said);
  }

  @Test
  void anItemOrEntityThatIsNoneIsRefusedByName() {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> queries.itemByDay("DEVIATIONS"))
            .getMessage()
            .contains("no item DEVIATIONS"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> queries.entity("US99999"))
            .getMessage()
            .contains("no entity US99999"));
  }

  @Test
  void totalsOfEntitiesAreSumsOfTheirItems() {
    Map<String, BigDecimal> due = by(Row::entity);
    List<CloseQueries.EntityTotal> totals = queries.totals();
    var entities = queries.close().month().entities();
    assertEquals(24, entities.size());
    for (int e = 0; e < totals.size(); e++) {
      String id = entities.get(e).id();
      equal(due.getOrDefault(id, BigDecimal.ZERO), totals.get(e).amount(), id);
      HashSet<String> items = new HashSet<>();
      for (String item : new TreeSet<>(rows.stream().map(Row::item).toList())) {
        Predicate<Row> own = row -> row.entity().equals(id) && row.item().equals(item);
        if (sum(own, Row::yuan).signum() != 0 || sum(own, Row::quantity).signum() != 0) {
          items.add(item);
        }
      }
      assertEquals(items.size(), totals.get(e).items(), id);
      assertEquals(
          items,
          new HashSet<>(queries.entity(id).stream().map(CloseQueries.EntityAmount::item).toList()));
    }
    BigDecimal all = due.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    equal(all.negate(), Arrays.stream(queries.close().balances()).sum(), "what accounts hold");
  }

  /** Items of one sign are added, not the balance of an entity. */
  @Test
  void paidByDayLeavesOutWhatIsCollected() {
    long[] paid = queries.paidByDay();
    for (int day = 1; day <= 3; day++) {
      int on = day;
      BigDecimal due = sum(row -> row.day() == on && row.yuan().signum() > 0, Row::yuan);
      equal(due, paid[day - 1], "day " + day);
      assertTrue(due.compareTo(sum(row -> row.day() == on, Row::yuan)) > 0, "some is collected");
    }
  }

  @Test
  void amountsByIdAreTheRowsAndNothingElse() {
    Ledgers ledgers = new Ledgers(queries.close());
    for (Row row : rows) {
      equal(row.yuan(), ledgers.amount(row.entity(), row.item(), row.day()), row.toString());
    }
    assertEquals(0, ledgers.amount("US99999", "DEVIATION", 1));
    assertEquals(0, ledgers.amount("US00007", "NO_SUCH", 1));
    equal(
        sum(row -> row.entity().equals("US00007") && row.item().equals("DEVIATION"), Row::yuan),
        ledgers.total("US00007", "DEVIATION"),
        "US00007");
  }

  /** Lines of intervals add up to the rows of their day, for a unit, a user and a grid company. */
  @Test
  void linesOfAnEntityAddUpToItsDays() {
    List<String> some = new ArrayList<>();
    for (String sort : List.of("US", "TH", "GR", "ST", "WI")) {
      queries.close().month().entities().stream()
          .map(entity -> entity.id())
          .filter(id -> id.startsWith(sort))
          .findFirst()
          .ifPresent(some::add);
    }
    assertTrue(some.size() >= 3, some::toString);
    for (String id : some) {
      Map<String, BigDecimal> told = new TreeMap<>();
      for (Map<String, Object> line : EntityLines.of(queries, id, "", "")) {
        told.merge(
            line.get("day") + " " + line.get("item"),
            new BigDecimal((String) line.get("yuan")),
            BigDecimal::add);
      }
      told.values().removeIf(sum -> sum.signum() == 0);
      Map<String, BigDecimal> due = new TreeMap<>();
      rows.stream()
          .filter(row -> row.entity().equals(id) && row.yuan().signum() != 0)
          .forEach(row -> due.put("2026-10-0" + row.day() + " " + row.item(), row.yuan()));
      assertFalse(due.isEmpty(), id);
      assertEquals(due, told, id);
    }
  }

  /** A bill to a member is the sum of its days; mean prices are quotients in decimals. */
  @Test
  void everyBillIsTheSumOfItsRows() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("no-bills"));
    BillDrafts drafts = new BillDrafts(queries.close(), BillRegister.reading(empty));
    Map<String, BigDecimal> due = by(Row::entity);
    BigDecimal all = BigDecimal.ZERO;
    for (BillDrafts.Draft draft : drafts.of(0)) {
      Bill bill = draft.bill();
      String id = bill.entity().id();
      equal(due.remove(id), bill.total(), id);
      all = all.add(yuan(bill.total()));
      for (Bill.Line line : bill.lines()) {
        Predicate<Row> own = row -> row.entity().equals(id) && row.item().equals(line.code());
        BigDecimal quantity = sum(own, Row::quantity);
        equal(sum(own, Row::yuan), line.amount(), id + " " + line.code());
        assertEquals(0, quantity.compareTo(BigDecimal.valueOf(line.quantity(), 4)));
        BigDecimal price =
            quantity.signum() == 0
                ? BigDecimal.ZERO
                : sum(own, Row::yuan).divide(quantity, 3, RoundingMode.HALF_UP);
        equal(price, line.price(), "price of " + id + " " + line.code());
      }
      assertEquals("2026-10-01", bill.from());
      assertEquals("2026-10-03", bill.to());
      assertEquals("M" + id, bill.entity().member());
    }
    due.values().removeIf(sum -> sum.signum() == 0);
    assertEquals(Map.of(), due, "somebody has amounts and no bill");
    equal(all.negate(), Arrays.stream(queries.close().balances()).sum(), "what accounts hold");
  }

  @Test
  void tablesOfTheCloseSayTheSameSums() {
    Map<String, BigDecimal> due = by(Row::entity);
    var entities = CloseTables.entities(queries).rows();
    assertEquals(24, entities.size());
    for (var row : entities) {
      BigDecimal total = (BigDecimal) row[6];
      assertEquals(
          0,
          total.compareTo(due.getOrDefault((String) row[0], BigDecimal.ZERO)),
          () -> Arrays.toString(row));
      assertEquals(total.signum() < 0 ? "collect" : "pay", row[7]);
    }
    var deviation = CloseTables.account(queries, "deviation").rows();
    for (var row : deviation) {
      Predicate<Row> own =
          each ->
              each.item().equals(row[0])
                  && (row[3].equals("") || row[3].equals("2026-10-0" + each.day()));
      assertEquals(
          0, ((BigDecimal) row[4]).compareTo(sum(own, Row::yuan)), () -> Arrays.toString(row));
    }
    assertEquals(0, deviation.size() % 4, "a month and three days of each item");
  }

  @Test
  void anExplanationAddsUpAtEveryLevel() {
    CloseFolder close = queries.close();
    EntityDetail detail = EntityDetail.of(close, "US00007");
    EntityExplanation explains = new EntityExplanation(close, detail);
    Explanation month = explains.of(new EntityExplanation.Asked(null, null, null));
    Predicate<Row> own = row -> row.entity().equals("US00007");
    assertEquals(0, sum(own, Row::yuan).compareTo(new BigDecimal(month.yuan())));
    for (Explanation.Row item : month.rows()) {
      Explanation days = explains.of(new EntityExplanation.Asked(item.key(), null, null));
      assertEquals(item.yuan(), days.yuan(), item.key());
      for (Explanation.Row day : days.rows()) {
        var date = LocalDate.parse(day.key());
        Explanation intervals = explains.of(new EntityExplanation.Asked(item.key(), date, null));
        assertEquals(day.yuan(), intervals.yuan());
        BigDecimal lines =
            intervals.rows().stream()
                .map(row -> new BigDecimal(row.yuan()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, lines.compareTo(new BigDecimal(day.yuan())), item.key() + " " + date);
      }
    }
  }
}
