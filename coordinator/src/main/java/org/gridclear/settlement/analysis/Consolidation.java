package org.gridclear.settlement.analysis;

import static org.gridclear.settlement.analysis.MonthFigures.at;
import static org.gridclear.settlement.analysis.MonthFigures.quantity;
import static org.gridclear.settlement.analysis.MonthFigures.yuan;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * A city's books inside the province's: all of its plants and customers are one entity there, which
 * takes what they take together and the losses of the city's network: g_t = r((1 + loss) · n_t)
 * where the city takes n_t = −Σ_e E_e,t, and n_t where it gives.
 *
 * @param city close of the city
 * @param loss losses over what is taken, such as 0.04
 */
public record Consolidation(CloseFolder city, BigDecimal loss) {
  private static final List<SettlementColumn> SERIES =
      List.of(SettlementColumn.DA, SettlementColumn.RT, SettlementColumn.METERED);

  /** What the city takes at its gate on a day, 0.0001 MWh, negative where it gives. */
  long[] gate(int day, SettlementColumn column) {
    long[] net = new long[city.month().intervals()];
    for (EntityBlock block : MonthFigures.blocks(city, day)) {
      for (int r = 0; r < block.rows(); r++) {
        for (int t = 0; t < net.length; t++) {
          net[t] -= at(block, column, r, t);
        }
      }
    }
    return LongStream.of(net).map(this::withLosses).toArray();
  }

  private long withLosses(long net) {
    return net <= 0
        ? net
        : BigDecimal.valueOf(net)
            .multiply(BigDecimal.ONE.add(loss))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
  }

  /**
   * Rows of {@code awards.csv} of the province for the city's entity, by day.
   *
   * @param entity entity of the city in the province
   * @param storage whether it is a storage there, whose energy may have either sign
   * @throws IllegalArgumentException if the city gives energy and the entity is no storage
   */
  public Map<LocalDate, List<String>> rows(String entity, boolean storage) {
    Map<LocalDate, List<String>> rows = new TreeMap<>();
    for (int day = 1; day <= city.month().days(); day++) {
      LocalDate date = city.month().date(day);
      List<String> ofDay = new ArrayList<>(List.of(header()));
      for (SettlementColumn column : SERIES) {
        long[] taken = gate(day, column);
        for (int t = 0; !storage && t < taken.length; t++) {
          if (taken[t] < 0) {
            throw new IllegalArgumentException(
                "%s, interval %d: the city gives %s MWh; register it as a storage and say --storage."
                    .formatted(date, t + 1, FixedPoint.format(-taken[t], 4)));
          }
        }
        StringBuilder row = new StringBuilder(entity).append(',').append(column.label());
        for (long mwh : taken) {
          row.append(',').append(FixedPoint.format(storage ? -mwh : mwh, 4));
        }
        ofDay.add(row.toString());
      }
      rows.put(date, ofDay);
    }
    return rows;
  }

  /**
   * Writes those rows, as a correction or a delivery of the province has them.
   *
   * @param folder where {@code days/<date>/awards.csv} go; must not exist yet
   * @return how many days
   * @throws IllegalArgumentException if the folder exists, or the city gives energy and the entity
   *     is no storage
   */
  public int write(Path folder, String entity, boolean storage) throws IOException {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException("The folder (%s) exists; name another.".formatted(folder));
    }
    Map<LocalDate, List<String>> days = rows(entity, storage);
    for (Map.Entry<LocalDate, List<String>> day : days.entrySet()) {
      Path file = folder.resolve(InputFiles.ofDay(day.getKey(), "awards.csv"));
      Files.createDirectories(file.getParent());
      Files.write(file, day.getValue());
    }
    return days.size();
  }

  private String header() {
    StringBuilder header = new StringBuilder("entity,series");
    IntStream.rangeClosed(1, city.month().intervals()).forEach(t -> header.append(',').append(t));
    return header.toString();
  }

  /**
   * A day of the city beside the province.
   *
   * @param date day
   * @param cityMwh what the city takes at its gate, 0.0001 MWh
   * @param provinceMwh what the province settled
   * @param customersMilliYuan what the city collected less what it paid, 0.001 yuan
   * @param provinceMilliYuan what the province collected from it
   */
  public record Day(
      LocalDate date,
      long cityMwh,
      long provinceMwh,
      long customersMilliYuan,
      long provinceMilliYuan) {
    /** What stays with the city. */
    public long marginMilliYuan() {
      return customersMilliYuan - provinceMilliYuan;
    }
  }

  /** The city's energy and money beside the province's, day by day. */
  public List<Day> beside(CloseFolder province, String entity) {
    int number = province.entity(entity);
    long[] collected = new long[city.month().days() + 1];
    new MonthFigures(city).days((e, item, day, quantity, amount) -> collected[day] -= amount);
    long[] taken = new long[province.month().days() + 1];
    new MonthFigures(province)
        .days(
            (e, item, day, quantity, amount) -> {
              if (e == number) {
                taken[day] -= amount;
              }
            });
    List<Day> days = new ArrayList<>();
    for (int day = 1; day <= city.month().days(); day++) {
      LocalDate date = city.month().date(day);
      int other = province.month().day(date);
      days.add(
          new Day(
              date,
              LongStream.of(gate(day, SettlementColumn.METERED)).sum(),
              settled(province, other, number),
              collected[day],
              taken[other]));
    }
    return days;
  }

  private static long settled(CloseFolder province, int day, int entity) {
    long sum = 0;
    for (EntityBlock block : MonthFigures.blocks(province, day)) {
      for (int r = 0; r < block.rows(); r++) {
        for (int t = 0; block.entities()[r] == entity && t < block.intervals(); t++) {
          sum -= at(block, SettlementColumn.METERED, r, t);
        }
      }
    }
    return sum;
  }

  /** The days as a table. */
  public static Table table(List<Day> days) {
    Table.Rows rows =
        new Table.Rows(
            "consolidation",
            "A city beside the entity that it is in the province.",
            new Column("date", Column.Type.DATE, "Day."),
            Column.quantity("cityMwh", "What the city takes at its gate."),
            Column.quantity("provinceMwh", "What the province settled."),
            Column.quantity("differenceMwh", "The first less the second."),
            Column.money("customersYuan", "What the city collects less what it pays."),
            Column.money("provinceYuan", "What the province collects from it."),
            Column.money("marginYuan", "What stays with the city."));
    for (Day day : days) {
      rows.add(
          day.date(),
          quantity(day.cityMwh()),
          quantity(day.provinceMwh()),
          quantity(day.cityMwh() - day.provinceMwh()),
          yuan(day.customersMilliYuan()),
          yuan(day.provinceMilliYuan()),
          yuan(day.marginMilliYuan()));
    }
    return rows.table();
  }
}
