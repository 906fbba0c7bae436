package org.gridclear.bench.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.Sha256;
import org.gridclear.market.day.BlockBuilder;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;

/**
 * Results of days as a clearing of 73 buses and 158 units leaves them: one energy price, congestion
 * by the factors of a few limits that bind in some hours, loads that are shares of the system's,
 * units at their limits but for some between.
 */
public final class SyntheticYear {
  /** First trading date. */
  public static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private static final int BUSES = 73;
  private static final int UNITS = 158;
  private static final int LIMITS = 6;
  private static final int HOURS = 24;
  private static final List<String> FUELS = List.of("coal", "gas", "nuclear", "wind", "solar");

  private final Random random = new Random(1);
  private final double[][] factors = new double[BUSES][LIMITS];
  private final double[] share = new double[BUSES];
  private final double[] pMaxMw = new double[UNITS];

  /** The same each time. */
  public SyntheticYear() {
    for (int b = 0; b < BUSES; b++) {
      share[b] = b % 3 == 2 ? 0 : random.nextDouble();
      for (int k = 0; k < LIMITS; k++) {
        factors[b][k] = random.nextGaussian() * 0.3;
      }
    }
    for (int g = 0; g < UNITS; g++) {
      pMaxMw[g] = 12 + random.nextInt(388);
    }
  }

  /** Appends days to a market; returns how many numbers they have. */
  public long append(DayStore store, int days) {
    long numbers = 0;
    Made made = new Made("bench", "bench", OffsetDateTime.parse("2020-01-01T00:00:00Z"), "");
    for (int d = 0; d < days; d++) {
      DayKey key = new DayKey(Market.DA, FIRST.plusDays(d));
      Map<ResultKind, ResultBlock> blocks = day(key);
      for (ResultBlock block : blocks.values()) {
        numbers += block.values().values().stream().mapToLong(column -> column.length).sum();
      }
      store.append(key, blocks, Sha256.hex(new byte[] {1}), List.of(), made);
    }
    return numbers;
  }

  private Map<ResultKind, ResultBlock> day(DayKey key) {
    Origin origin = new Origin(key, Sha256.hex(key.text().getBytes(StandardCharsets.UTF_8)));
    double[] energy = new double[HOURS];
    double[][] mu = new double[LIMITS][HOURS];
    double[] systemMw = new double[HOURS];
    for (int t = 0; t < HOURS; t++) {
      energy[t] = 150 + 100 * Math.sin((t - 6) / 24.0 * 2 * Math.PI) + random.nextGaussian() * 15;
      systemMw[t] = 60 + 20 * Math.sin((t - 6) / 24.0 * 2 * Math.PI) + random.nextGaussian();
      for (int k = 0; k < LIMITS; k++) {
        mu[k][t] = random.nextInt(4) == 0 ? 40 * random.nextDouble() : 0;
      }
    }
    double[][] congestion = new double[BUSES][HOURS];
    for (int b = 0; b < BUSES; b++) {
      for (int t = 0; t < HOURS; t++) {
        for (int k = 0; k < LIMITS; k++) {
          congestion[b][t] -= factors[b][k] * mu[k][t];
        }
      }
    }
    Map<ResultKind, ResultBlock> blocks = new EnumMap<>(ResultKind.class);
    blocks.put(ResultKind.PRICES, prices(origin, energy, congestion));
    blocks.put(ResultKind.LOADS, loads(origin, systemMw, energy, congestion));
    blocks.put(ResultKind.UNITS, units(origin, energy, congestion));
    return blocks;
  }

  private static BlockBuilder builder(
      Origin origin, ResultKind kind, List<String> keys, String... columns) {
    List<ValueColumn> values = new ArrayList<>();
    for (String name : columns) {
      values.add(BlockBuilder.column(name, Column.Type.NUMBER));
    }
    return new BlockBuilder(origin, kind, Horizon.dayOfHours(), keys, values);
  }

  private static String bus(int b) {
    return Integer.toString(100 * (1 + b / 25) + 1 + b % 25);
  }

  private static String zone(int b) {
    return Integer.toString(1 + b / 25);
  }

  private static ResultBlock prices(Origin origin, double[] energy, double[][] congestion) {
    BlockBuilder rows =
        builder(
            origin,
            ResultKind.PRICES,
            List.of("bus", "zone"),
            "lmpYuanPerMwh",
            "energyYuanPerMwh",
            "congestionYuanPerMwh",
            "lossYuanPerMwh",
            "shedMw");
    for (int b = 0; b < BUSES; b++) {
      for (int t = 0; t < HOURS; t++) {
        double lmp = energy[t] + congestion[b][t];
        rows.add(List.of(bus(b), zone(b)), t + 1L, lmp, energy[t], congestion[b][t], 0.0, 0.0);
      }
    }
    return rows.block();
  }

  private ResultBlock loads(
      Origin origin, double[] systemMw, double[] energy, double[][] congestion) {
    BlockBuilder rows =
        builder(
            origin,
            ResultKind.LOADS,
            List.of("load", "bus", "zone", "owner", "kind"),
            "mw",
            "askedMw",
            "valueYuanPerMwh",
            "lmpYuanPerMwh");
    for (int b = 0; b < BUSES; b++) {
      for (int t = 0; t < HOURS && share[b] > 0; t++) {
        double mw = share[b] * systemMw[t];
        rows.add(
            List.of(bus(b), bus(b), zone(b), "", "FIXED"),
            t + 1L,
            mw,
            mw,
            null,
            energy[t] + congestion[b][t]);
      }
    }
    return rows.block();
  }

  private ResultBlock units(Origin origin, double[] energy, double[][] congestion) {
    BlockBuilder rows =
        builder(
            origin,
            ResultKind.UNITS,
            List.of("unit", "bus", "zone", "fuel", "owner", "kind"),
            "mw",
            "reserveMw",
            "availableMw",
            "lmpYuanPerMwh");
    for (int g = 0; g < UNITS; g++) {
      int b = g % BUSES;
      String fuel = FUELS.get(g % FUELS.size());
      boolean profiled = g % FUELS.size() >= 3;
      int state = random.nextInt(4);
      List<String> texts =
          List.of("unit-" + g, bus(b), zone(b), fuel, "member-" + g % 12, "THERMAL");
      for (int t = 0; t < HOURS; t++) {
        double available = profiled ? pMaxMw[g] * random.nextDouble() : pMaxMw[g];
        boolean between = !profiled && state == 1 && random.nextBoolean();
        double mw =
            between ? available * random.nextDouble() : state == 0 && !profiled ? 0 : available;
        rows.add(
            texts,
            t + 1L,
            mw,
            between ? Math.min(10, available - mw) : 0.0,
            available,
            energy[t] + congestion[b][t]);
      }
    }
    return rows.block();
  }
}
