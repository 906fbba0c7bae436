package org.gridclear.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridclear.file.SeriesText;
import org.gridclear.settlement.registry.EntityClass;

/**
 * A synthetic month of settlement data: entities of all classes over price points, with load and
 * generation shapes, contracts, services and events. The same seed gives the same bytes.
 */
public final class SyntheticMonth {
  private static final int INTERVALS = 96;

  private final Options options;
  private final Path folder;
  private final List<SyntheticEntity> entities = new ArrayList<>();

  /**
   * What is generated.
   *
   * @param month the month
   * @param entities number of settlement entities, at least 12
   * @param points number of price points
   * @param days days from the first on
   * @param seed seed
   * @param errors number of errors to sprinkle in
   */
  public record Options(
      YearMonth month, int entities, int points, int days, long seed, int errors) {
    public Options {
      if (entities < 12 || points < 1 || days < 1 || days > month.lengthOfMonth() || errors < 0) {
        throw new IllegalArgumentException(
            "A synthetic month needs 12 entities or more, a price point, 1 to %d days."
                .formatted(month.lengthOfMonth()));
      }
    }
  }

  private SyntheticMonth(Options options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /** Writes the folder of a month. */
  public static void write(Options options, Path folder) {
    SyntheticMonth month = new SyntheticMonth(options, folder);
    try {
      Files.createDirectories(folder.resolve("days"));
      month.registry();
      IntStream.rangeClosed(1, options.days()).parallel().forEach(month::day);
      SyntheticErrors.sprinkle(options, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void registry() throws IOException {
    for (int i = 0; i < options.entities(); i++) {
      entities.add(SyntheticEntity.of(i, options));
    }
    StringBuilder members = new StringBuilder("member,name,type,bank,from,to\n");
    StringBuilder rows =
        new StringBuilder(
            "entity,member,name,class,point,tariff,capacityMw,minimumMw,obligationMw,heldMw,aggregator,from,to\n");
    StringBuilder meters = new StringBuilder("meter,multiplier,fullScale,from,to\n");
    StringBuilder relations = new StringBuilder("meter,entity,sign,share,from,to\n");
    StringBuilder offers =
        new StringBuilder("entity,noLoadYuanPerH,startUpYuan,segments,from,to\n");
    for (SyntheticEntity entity : entities) {
      entity.register(members, rows, meters, relations, offers);
    }
    put("settlement.yaml", settings());
    put("members.csv", members);
    put("entities.csv", rows);
    put("meters.csv", meters);
    put("relations.csv", relations);
    put("offers.csv", offers);
    put(
        "tariffs.csv",
        "tariff,yuanPerMwh,from,to\n"
            + "10kV,189.500,,\n"
            + "35kV,169.300,,\n"
            + "110kV,149.800,,\n"
            + "220kV,131.200,,\n");
    put(
        "rights.csv",
        "right,entity,source,sink,mw,from,to\nR1,%s,P001,P%03d,20,,\n"
            .formatted(entities.get(0).id(), options.points()));
    StringBuilder before = new StringBuilder("entity,daMwh,meteredMwh\n");
    entities.stream()
        .filter(SyntheticEntity::dispatchable)
        .forEach(entity -> before.append(entity.id()).append(",1,1\n"));
    put("before.csv", before);
    contracts();
  }

  private CharSequence settings() {
    return "# Synthetic data, seed %d.\nsettlement: synthetic %s\nmonth: %s\ndays: %d\nmode: centralised\nintervalsPerDay: 96\nweeks: monday\nmissing: refuse\n"
        .formatted(options.seed(), options.month(), options.month(), options.days());
  }

  private void put(String name, CharSequence text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Every other user has a contract with a thermal unit for two thirds of its load. */
  private void contracts() throws IOException {
    List<SyntheticEntity> sellers =
        entities.stream().filter(e -> e.entityClass() == EntityClass.THERMAL).toList();
    StringBuilder rows = new StringBuilder("contract,seller,buyer,point,market,from,to\n");
    SeriesText curves = new SeriesText("contract", INTERVALS);
    int number = 0;
    for (SyntheticEntity buyer : entities) {
      if (buyer.entityClass().side() != EntityClass.Side.CONSUMPTION) {
        continue;
      }
      String id = "C%06d".formatted(++number);
      SyntheticEntity seller = sellers.get(number % sellers.size());
      rows.append(id)
          .append(',')
          .append(seller.id())
          .append(',')
          .append(buyer.id())
          .append(",P001,da,,\n");
      SplittableRandom draw = Draw.of(options.seed(), id);
      long price = 320_000 + draw.nextInt(90_000);
      curves.row(id, "mwh", 4, t -> Math.round(0.66 * buyer.expectedMwh(t) * 1e4));
      curves.row(id, "yuanPerMwh", 3, t -> price);
    }
    put("contracts.csv", rows);
    Files.write(folder.resolve("curves.csv"), curves.bytes());
  }

  private void day(int day) {
    SeriesText meters = new SeriesText("meter", INTERVALS);
    SeriesText awards = new SeriesText("entity", INTERVALS);
    SeriesText services = new SeriesText("entity", INTERVALS);
    double[] loadMwh = new double[INTERVALS];
    double[] weatherMwh = new double[INTERVALS];
    double dispatchable = 0;
    for (SyntheticEntity entity : entities) {
      if (entity.dispatchable()) {
        dispatchable += entity.capacityMw();
      } else if (entity.metered()) {
        boolean load = entity.entityClass().side() == EntityClass.Side.CONSUMPTION;
        new SyntheticDay(entity, day, options.seed(), load ? loadMwh : weatherMwh, null)
            .write(meters, awards, services);
      }
    }
    double[] shareOfCapacity = new double[INTERVALS];
    for (int t = 0; t < INTERVALS; t++) {
      double needed = Math.max(0, 1.03 * loadMwh[t] - weatherMwh[t]);
      shareOfCapacity[t] = needed / Math.max(1, dispatchable);
    }
    for (SyntheticEntity entity : entities) {
      if (entity.dispatchable() || entity.entityClass() == EntityClass.RESPONSE) {
        new SyntheticDay(entity, day, options.seed(), new double[INTERVALS], shareOfCapacity)
            .write(meters, awards, services);
      }
    }
    Path of = folder.resolve("days").resolve(options.month().atDay(day).toString());
    try {
      Files.createDirectories(of);
      Files.write(of.resolve("meters.csv"), meters.bytes());
      Files.write(of.resolve("awards.csv"), awards.bytes());
      Files.write(of.resolve("services.csv"), services.bytes());
      Files.write(of.resolve("prices.csv"), prices(day).bytes());
      Files.writeString(of.resolve("events.csv"), events(day));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SeriesText prices(int day) {
    SeriesText prices = new SeriesText("point", INTERVALS);
    SplittableRandom draw = Draw.of(options.seed(), "prices " + day);
    double level = 330 + 60 * draw.nextDouble();
    double stress = draw.nextDouble();
    double[] noise = draw.doubles(INTERVALS, -15, 15).toArray();
    for (int p = 1; p <= options.points(); p++) {
      String id = "P%03d".formatted(p);
      double east = Math.sin(2 * Math.PI * p / options.points());
      double lossShare = 0.03 * Math.cos(2 * Math.PI * p / options.points());
      for (String market : List.of("da", "rt")) {
        double moved = market.equals("da") ? 0 : 1;
        prices.row(
            id, market + "Energy", 3, t -> Math.round(1e3 * (energy(level, t) + moved * noise[t])));
        prices.row(
            id,
            market + "Congestion",
            3,
            t ->
                t >= 68 && t < 84
                    ? Math.round(1e3 * east * (20 + 60 * stress + moved * noise[t]))
                    : 0);
        prices.row(
            id,
            market + "Loss",
            3,
            t -> Math.round(1e3 * lossShare * (energy(level, t) + moved * noise[t])));
      }
    }
    prices.row("*", "regulationYuanPerMwh", 3, t -> 12_000 + 50L * t);
    prices.row("*", "mileageYuanPerMw", 3, t -> 4_500);
    prices.row("*", "spinningYuanPerMwh", 3, t -> 18_000 + 30L * t);
    prices.row("*", "nonSpinningYuanPerMwh", 3, t -> 6_000);
    return prices;
  }

  private static double energy(double level, int t) {
    double hour = t / 4.0;
    return level
        + 90 * Math.exp(-Math.pow((hour - 19) / 2.2, 2))
        - 140 * Math.exp(-Math.pow((hour - 13) / 2.5, 2));
  }

  private String events(int day) {
    StringBuilder rows = new StringBuilder("entity,item,quantity,yuan,remark\n");
    SplittableRandom draw = Draw.of(options.seed(), "events " + day);
    List<String> items =
        List.of("UNPLANNED_OUTAGE", "PRIMARY_FREQUENCY", "GENERATION_PLAN", "REACTIVE_POWER");
    List<SyntheticEntity> units =
        entities.stream().filter(e -> e.entityClass() == EntityClass.THERMAL).toList();
    for (int i = 0; i < Math.max(1, units.size() / 40); i++) {
      String item = items.get(draw.nextInt(items.size()));
      String sign = item.equals("REACTIVE_POWER") ? "" : "-";
      rows.append(units.get(draw.nextInt(units.size())).id())
          .append(',')
          .append(item)
          .append(
              String.format(
                  Locale.ROOT,
                  ",%d,%s%d.%03d,synthetic\n",
                  1 + draw.nextInt(9),
                  sign,
                  draw.nextInt(4000),
                  draw.nextInt(1000)));
    }
    return rows.toString();
  }
}
