package org.gridclear.market.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.replay.OutsideEvent.RegistryFile;
import org.gridclear.market.year.SeededOwners;

/**
 * The members of a synthetic market: which units are whose, and what they declare.
 *
 * @param day the units
 * @param count number of members
 * @param seed whose unit is whose
 */
record DemoMembers(MarketDay day, int count, long seed) {
  private static final int WARM_HOURS_LEAST = 1;
  private static final int CITIES = 3;

  /** The member that owns a unit. */
  String owner(String unit) {
    return new SeededOwners(count, seed).of("unit", unit);
  }

  /** All members that own a unit. */
  List<String> members() {
    TreeSet<String> members = new TreeSet<>();
    day.thermalUnits().forEach(unit -> members.add(owner(unit.id())));
    day.profiledUnits().forEach(unit -> members.add(owner(unit.id())));
    return List.copyOf(members);
  }

  /** The registry as files, in the order in which they are proposed. */
  List<RegistryFile> registry(LocalDate from) {
    StringBuilder members = new StringBuilder("id,from,to,name,type\n");
    for (String member : members()) {
      members.append("%s,%s,,Company %s,generator\n".formatted(member, from, member));
    }
    for (int city = 0; city < CITIES; city++) {
      members.append("%s,%s,,%s,user\n".formatted(city(city), from, city(city)));
    }
    members.append("grid,%s,,Grid company,grid-company\n".formatted(from));
    StringBuilder points = new StringBuilder("id,from,to,name,bus\n");
    day.network()
        .buses()
        .forEach(
            bus ->
                points.append("P%s,%s,,Bus %s,%s\n".formatted(bus.id(), from, bus.id(), bus.id())));
    String first = day.network().buses().get(0).id();
    return List.of(
        new RegistryFile("member", members.toString()),
        new RegistryFile("price-point", points.toString()),
        new RegistryFile("tariff", "id,from,to,yuanPerMwh\nT,%s,,150\n".formatted(from)),
        new RegistryFile(
            "grid-company",
            "id,from,to,name,member,type,pricePoint,obligationMw,heldMw\nG,%s,,Grid,grid,provincial,P%s,0,0\n"
                .formatted(from, first)),
        new RegistryFile("unit", units(from)),
        new RegistryFile("user", users(from)),
        new RegistryFile("load", loads(from)));
  }

  private String units(LocalDate from) {
    StringBuilder units =
        new StringBuilder(
            "id,from,to,name,member,type,stage,capacityMw,minimumMw,pricePoint,obligationMw,heldMw\n");
    for (ThermalUnit unit : day.thermalUnits()) {
      units.append(
          unit(
              from,
              unit.id(),
              "thermal",
              new double[] {unit.pMaxMw().at(0), unit.pMinMw().at(0)},
              unit.bus()));
    }
    day.profiledUnits()
        .forEach(
            unit -> {
              double most = 0;
              for (int t = 0; t < unit.maxMw().size(); t++) {
                most = Math.max(most, unit.maxMw().at(t));
              }
              units.append(
                  unit(from, unit.id(), unit.fuel(), new double[] {2 * most + 1, 0}, unit.bus()));
            });
    return units.toString();
  }

  private String unit(LocalDate from, String id, String type, double[] mostAndLeast, String bus) {
    return "%s,%s,,Unit %s,%s,%s,commercial,%s,%s,P%s,0,0\n"
        .formatted(
            id,
            from,
            id,
            owner(id),
            type,
            capacity(mostAndLeast[0]),
            capacity(mostAndLeast[1]),
            bus);
  }

  /** A user at each bus with load, of one of three cities. */
  private String users(LocalDate from) {
    StringBuilder users =
        new StringBuilder(
            "id,from,to,name,member,type,basicCapacityMw,pricePoint,tariff,grid,obligationMw,heldMw\n");
    int turn = 0;
    for (BusLoad load : day.busLoads()) {
      users.append(
          "U%s,%s,,Users at %s,%s,large-industrial,%s,P%s,T,G,0,0\n"
              .formatted(
                  load.bus(),
                  from,
                  load.bus(),
                  city(turn++ % CITIES),
                  capacity(2 * load.mw().at(0) + 1),
                  load.bus()));
    }
    return users.toString();
  }

  private String loads(LocalDate from) {
    StringBuilder loads = new StringBuilder("id,from,to,name,member,element,pricePoint,user\n");
    int turn = 0;
    for (BusLoad load : day.busLoads()) {
      loads.append(
          "L%s,%s,,Load at %s,%s,%s,P%s,U%s\n"
              .formatted(
                  load.bus(),
                  from,
                  load.bus(),
                  city(turn++ % CITIES),
                  load.bus(),
                  load.bus(),
                  load.bus()));
    }
    return loads.toString();
  }

  private static String city(int number) {
    return "city-" + (number + 1);
  }

  /** Offers of the units as a settlement knows them: guarantees are counted with them. */
  String settledOffers() {
    StringBuilder offers =
        new StringBuilder("entity,noLoadYuanPerH,startUpYuan,segments,from,to\n");
    for (ThermalUnit unit : day.thermalUnits()) {
      OfferCurve curve = unit.offer(0);
      List<String> segments = new ArrayList<>();
      BigDecimal least = BigDecimal.ZERO;
      for (int k = 1; k < curve.mw().size(); k++) {
        least =
            money((curve.yuanPerH().get(k) - curve.yuanPerH().get(k - 1)) / width(curve, k))
                .max(least);
        segments.add("%s:%s".formatted(capacity(curve.mw().get(k)), least.toPlainString()));
      }
      offers.append(
          "%s,0,%s,%s,,\n"
              .formatted(
                  unit.id(),
                  unit.startCategories().isEmpty()
                      ? "0"
                      : money(unit.startCategories().get(0).costYuan()).toPlainString(),
                  String.join(";", segments)));
    }
    return offers.toString();
  }

  private static String capacity(double mw) {
    return BigDecimal.valueOf(mw).setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * What a member declares for its thermal units: its costs, with a margin of its own.
   *
   * @param markup factor on every price
   */
  String declarations(String member, double markup, LocalDate date) {
    List<String> offers = new ArrayList<>();
    for (ThermalUnit unit : day.thermalUnits()) {
      if (owner(unit.id()).equals(member)) {
        offers.add(thermal(unit, markup));
      }
    }
    return """
    {"market": "da", "date": "%s", "member": "%s", "declarations": [%s]}
    """
        .formatted(date, member, String.join(",\n", offers));
  }

  /** Whether a member has a thermal unit. */
  boolean declares(String member) {
    return day.thermalUnits().stream().anyMatch(unit -> owner(unit.id()).equals(member));
  }

  private static String thermal(ThermalUnit unit, double markup) {
    OfferCurve curve = unit.offer(0);
    double first = (curve.yuanPerH().get(1) - curve.yuanPerH().get(0)) / width(curve, 1);
    BigDecimal noLoad =
        money(Math.max(0, markup * (curve.yuanPerH().get(0) - first * curve.mw().get(0))));
    List<String> segments = new ArrayList<>();
    BigDecimal least = BigDecimal.ZERO;
    for (int k = 1; k < curve.mw().size(); k++) {
      double slope = (curve.yuanPerH().get(k) - curve.yuanPerH().get(k - 1)) / width(curve, k);
      least = money(markup * slope).max(least);
      segments.add(
          "{\"toMw\": %s, \"yuanPerMwh\": %s}"
              .formatted(capacity(curve.mw().get(k)), least.toPlainString()));
    }
    return "{\"unit\": \"%s\", \"kind\": \"thermal\", \"minMw\": %s, \"maxMw\": %s, \"noLoadYuanPerH\": %s,\n  \"segments\": [%s],\n  \"starts\": [%s]}"
        .formatted(
            unit.id(),
            capacity(unit.pMinMw().at(0)),
            capacity(unit.pMaxMw().at(0)),
            noLoad.toPlainString(),
            String.join(", ", segments),
            String.join(", ", starts(unit)));
  }

  private static double width(OfferCurve curve, int k) {
    return curve.mw().get(k) - curve.mw().get(k - 1);
  }

  private static List<String> starts(ThermalUnit unit) {
    List<String> words = List.of("hot", "warm", "cold");
    List<String> starts = new ArrayList<>();
    List<StartCategory> given = unit.startCategories();
    for (int k = 0; k < Math.min(words.size(), given.size()); k++) {
      String after =
          k == 0
              ? ""
              : String.format(
                  Locale.ROOT,
                  ", \"afterHours\": %d",
                  Math.max(WARM_HOURS_LEAST, (long) given.get(k).offHours()));
      starts.add(
          "{\"state\": \"%s\"%s, \"yuan\": %s}"
              .formatted(words.get(k), after, money(given.get(k).costYuan()).toPlainString()));
    }
    return starts;
  }

  private static BigDecimal money(double yuan) {
    return BigDecimal.valueOf(yuan).setScale(2, RoundingMode.HALF_UP);
  }
}
