package org.gridclear.synthetic;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.gridclear.settlement.registry.EntityClass;

/**
 * An entity of a synthetic month.
 *
 * @param id code
 * @param number place in the list
 * @param entityClass what it is
 * @param point price point
 * @param capacityMw capacity or basic load
 * @param evening weight of the evening peak in its load shape
 */
record SyntheticEntity(
    String id,
    int number,
    EntityClass entityClass,
    String point,
    double capacityMw,
    double evening) {
  /** Classes of the first twelve entities, so that even a small month has all. */
  private static final List<EntityClass> FIRST =
      List.of(
          EntityClass.THERMAL,
          EntityClass.GRID,
          EntityClass.GAS,
          EntityClass.WIND,
          EntityClass.SOLAR,
          EntityClass.RETAILER,
          EntityClass.RESPONSE,
          EntityClass.USER,
          EntityClass.HYDRO,
          EntityClass.NUCLEAR,
          EntityClass.USER,
          EntityClass.THERMAL);

  private static final List<String> TARIFFS = List.of("10kV", "35kV", "110kV", "220kV");

  static SyntheticEntity of(int number, SyntheticMonth.Options options) {
    SplittableRandom draw = Draw.of(options.seed(), "entity " + number);
    EntityClass entityClass = number < FIRST.size() ? FIRST.get(number) : drawn(draw.nextInt(1000));
    double size = draw.nextDouble();
    double mw =
        switch (entityClass) {
          case THERMAL -> 100 + 500 * size;
          case GAS -> 50 + 200 * size;
          case NUCLEAR -> 60;
          case HYDRO -> 20 + 80 * size;
          case WIND, SOLAR -> 10 + 90 * size;
          case RETAILER -> 5 + 30 * size;
          case RESPONSE -> 1 + 4 * size;
          default -> 0.5 * Math.pow(100, size);
        };
    String id =
        "%s%05d".formatted(entityClass.label().substring(0, 2).toUpperCase(Locale.ROOT), number);
    String point = "P%03d".formatted(1 + draw.nextInt(options.points()));
    return new SyntheticEntity(id, number, entityClass, point, mw, draw.nextDouble());
  }

  private static EntityClass drawn(int perMille) {
    int[] upTo = {30, 38, 39, 43, 63, 83, 123, 128};
    List<EntityClass> classes =
        List.of(
            EntityClass.THERMAL,
            EntityClass.GAS,
            EntityClass.NUCLEAR,
            EntityClass.HYDRO,
            EntityClass.WIND,
            EntityClass.SOLAR,
            EntityClass.RETAILER,
            EntityClass.RESPONSE);
    for (int i = 0; i < upTo.length; i++) {
      if (perMille < upTo[i]) {
        return classes.get(i);
      }
    }
    return EntityClass.USER;
  }

  boolean dispatchable() {
    return entityClass == EntityClass.THERMAL || entityClass == EntityClass.GAS;
  }

  boolean metered() {
    return entityClass != EntityClass.GRID && entityClass != EntityClass.RESPONSE;
  }

  /** Energy of an interval that is expected of a user, or of a unit that follows the weather. */
  double expectedMwh(int t) {
    double hour = t / 4.0;
    double share =
        switch (entityClass) {
          case SOLAR -> Math.max(0, Math.sin(Math.PI * (hour - 6) / 12));
          case WIND -> 0.35 + 0.15 * Math.cos(2 * Math.PI * hour / 24);
          case NUCLEAR -> 0.95;
          case HYDRO -> 0.5;
          default ->
              0.45
                  + 0.25 * Math.exp(-Math.pow((hour - 11) / 3, 2))
                  + 0.3 * evening * Math.exp(-Math.pow((hour - 20) / 2.5, 2));
        };
    return capacityMw * share / 4;
  }

  void register(
      StringBuilder members,
      StringBuilder rows,
      StringBuilder meters,
      StringBuilder relations,
      StringBuilder offers) {
    String member = "M" + id;
    boolean user = entityClass.side() == EntityClass.Side.CONSUMPTION;
    boolean generation = entityClass.side() == EntityClass.Side.GENERATION;
    members.append("%s,Member %s,%s,,,\n".formatted(member, id, entityClass.label()));
    rows.append(
        String.format(
            Locale.ROOT,
            "%s,%s,Entity %s,%s,%s,%s,%.4f,%.4f,%.4f,%.4f,,,\n",
            id,
            member,
            id,
            entityClass.label(),
            point,
            user ? TARIFFS.get(number % 4) : "",
            capacityMw,
            dispatchable() ? 0.4 * capacityMw : 0,
            user ? 0.7 * capacityMw : 0,
            generation ? 0.8 * capacityMw : 0));
    if (metered()) {
      meters.append("E%s,1,0,,\n".formatted(id));
      relations.append("E%s,%s,1,1,,\n".formatted(id, id));
    }
    if (dispatchable()) {
      offers.append(offer());
    }
  }

  private String offer() {
    return String.format(
        Locale.ROOT,
        "%s,%.3f,%.3f,%.4f:%.3f;%.4f:%.3f;%.4f:%.3f,,\n",
        id,
        20 * capacityMw,
        300 * capacityMw,
        0.5 * capacityMw,
        250 + 60 * evening,
        0.8 * capacityMw,
        300 + 60 * evening,
        capacityMw,
        360 + 60 * evening);
  }
}
