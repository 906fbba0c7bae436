package org.gridclear.settlement.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargePrograms;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.IntervalMeters;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.jspecify.annotations.Nullable;

/**
 * An operating day as it is known while it goes on: registry, contracts, awards and prices, and for
 * its meters what may stand in for them. It says what each interval comes to once it was read.
 */
public final class StandingDay {
  private final SettlementSource source;
  private final int day;
  private final ChargePrograms programs;
  private @Nullable PriceDay prices;
  private List<EntityBlock> blocks = List.of();

  private StandingDay(SettlementSource source, int day) {
    this.source = source;
    this.day = day;
    this.programs = new ChargePrograms(source.month());
  }

  /**
   * Reads a day of a settlement folder.
   *
   * @throws IllegalArgumentException if the month has no such day
   * @throws org.gridclear.validate.InvalidInputException with every issue of the day
   */
  public static StandingDay of(SettlementSource source, LocalDate date) {
    StandingDay standing = new StandingDay(source, source.month().day(date));
    SettlementReader.days(
        source,
        standing.day,
        standing.day,
        input -> {
          standing.prices = input.prices();
          standing.blocks = input.blocks();
        });
    return standing;
  }

  /** Intervals of the day. */
  public int intervals() {
    return source.month().intervals();
  }

  /**
   * What an interval comes to: the charges of intervals alone. Charges of days and months, and
   * shares of pools, come when the day is settled.
   *
   * @param byMember 0.001 yuan by member, positive where the exchange pays
   * @param rows readings
   */
  public record Amounts(Map<String, Long> byMember, int rows) {
    /** What all members get; the market has it with the other sign. */
    public long totalMilliYuan() {
      return byMember.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * What an interval comes to.
   *
   * @param interval from 1
   * @param name name of the file of readings, for issues
   * @param csv the readings of all meters
   * @throws org.gridclear.validate.InvalidInputException with every issue of the readings
   */
  public Amounts interval(int interval, String name, byte[] csv) {
    if (interval < 1 || interval > intervals()) {
      throw new IllegalArgumentException(
          "The interval (%d) must lie in 1..%d.".formatted(interval, intervals()));
    }
    IntervalMeters.Energy energy = IntervalMeters.read(source, day, name, csv);
    IntervalSlice slice = new IntervalSlice(interval - 1);
    PriceDay at = slice.of(Objects.requireNonNull(prices));
    int entities = source.month().entities().size();
    int units = (entities - 1) / RunPlan.ENTITIES_A_UNIT + 1;
    List<long[]> parts =
        IntStream.range(0, units)
            .parallel()
            .mapToObj(unit -> unit(unit, slice, at, energy))
            .toList();
    Map<String, Long> byMember = new TreeMap<>();
    for (int unit = 0; unit < units; unit++) {
      long[] amounts = parts.get(unit);
      for (int e = 0; e < amounts.length; e++) {
        SettlementMonth.EntityName entity =
            source.month().entities().get(unit * RunPlan.ENTITIES_A_UNIT + e);
        if (amounts[e] != 0) {
          byMember.merge(entity.on(day).member(), amounts[e], Math::addExact);
        }
      }
    }
    return new Amounts(byMember, energy.rows());
  }

  private long[] unit(int unit, IntervalSlice slice, PriceDay at, IntervalMeters.Energy energy) {
    int from = unit * RunPlan.ENTITIES_A_UNIT;
    int to = Math.min(source.month().entities().size(), from + RunPlan.ENTITIES_A_UNIT);
    List<EntityBlock> own = new ArrayList<>();
    for (EntityBlock block : blocks) {
      if (block.rows() > 0 && block.entities()[0] >= from && block.entities()[0] < to) {
        own.add(slice.of(block, energy));
      }
    }
    long[] amounts = new long[to - from];
    ChargeKernel.run(
        programs,
        from,
        to,
        List.of(new ChargeKernel.Day(at, own)),
        line -> {
          // A line of the day stands behind the last interval of the month's days.
          if (line.interval() == 0) {
            amounts[line.entity() - from] += line.amount();
          }
        });
    return amounts;
  }
}
