package org.gridclear.synthetic;

import java.util.SplittableRandom;
import org.gridclear.file.SeriesText;
import org.gridclear.settlement.registry.EntityClass;
import org.jspecify.annotations.Nullable;

/** The series of one synthetic entity on one day. */
final class SyntheticDay {
  private static final int INTERVALS = 96;

  private final SyntheticEntity entity;
  private final SplittableRandom draw;
  private final double[] sumMwh;
  private final double @Nullable [] shareOfCapacity;

  /**
   * Prepares a day.
   *
   * @param sumMwh takes the metered energy
   * @param shareOfCapacity energy per MW of a unit that is dispatched; null for others
   */
  SyntheticDay(
      SyntheticEntity entity,
      int day,
      long seed,
      double[] sumMwh,
      double @Nullable [] shareOfCapacity) {
    this.entity = entity;
    this.draw = Draw.of(seed, entity.id() + " " + day);
    this.sumMwh = sumMwh;
    this.shareOfCapacity = shareOfCapacity;
  }

  void write(SeriesText meters, SeriesText awards, SeriesText services) {
    if (entity.entityClass() == EntityClass.RESPONSE) {
      boolean called = draw.nextInt(5) == 0;
      long most = Math.round(entity.capacityMw() * 1e4 / 4);
      double kept = 0.6 + 0.5 * draw.nextDouble();
      services.row(
          entity.id(), "responseCalledMwh", 4, t -> called && t >= 72 && t < 80 ? most : 0);
      services.row(
          entity.id(),
          "responseMwh",
          4,
          t -> called && t >= 72 && t < 80 ? Math.round(kept * most) : 0);
      return;
    }
    double dayFactor = 0.9 + 0.2 * draw.nextDouble();
    long[] metered = new long[INTERVALS];
    long[] da = new long[INTERVALS];
    long[] rt = new long[INTERVALS];
    for (int t = 0; t < INTERVALS; t++) {
      double expected =
          shareOfCapacity == null
              ? entity.expectedMwh(t)
              : entity.capacityMw() * shareOfCapacity[t];
      double mwh = Math.max(0, expected * dayFactor * (1 + 0.1 * (draw.nextDouble() - 0.5)));
      metered[t] = Math.round(1e4 * mwh);
      da[t] = Math.round(1e4 * mwh * (1 + 0.1 * (draw.nextDouble() - 0.5)));
      rt[t] = Math.round(1e4 * mwh * (1 + 0.14 * (draw.nextDouble() - 0.5)));
      sumMwh[t] += metered[t] / 1e4;
    }
    meters.row("E" + entity.id(), "forwardMwh", 4, t -> metered[t]);
    awards.row(entity.id(), "daMwh", 4, t -> da[t]);
    awards.row(entity.id(), "rtMwh", 4, t -> rt[t]);
    if (entity.dispatchable() && entity.number() % 4 == 0) {
      regulation(services, metered);
    } else if (entity.dispatchable()) {
      spinning(services);
    }
  }

  private void regulation(SeriesText services, long[] metered) {
    long capacity = Math.round(0.05 * entity.capacityMw() * 1e4);
    long[] instructed = new long[INTERVALS];
    long[] actual = new long[INTERVALS];
    for (int t = 0; t < INTERVALS; t++) {
      instructed[t] = 4 * metered[t] + Math.round(capacity * (draw.nextDouble() - 0.5));
      actual[t] = instructed[t] + Math.round(0.2 * capacity * (draw.nextDouble() - 0.5));
    }
    services.row(entity.id(), "regulationMw", 4, t -> capacity);
    services.row(entity.id(), "mileageMw", 4, t -> 2 * capacity);
    services.row(entity.id(), "instructedMw", 4, t -> instructed[t]);
    services.row(entity.id(), "actualMw", 4, t -> actual[t]);
    services.row(entity.id(), "baseMw", 4, t -> 4 * metered[t]);
  }

  private void spinning(SeriesText services) {
    long capacity = Math.round(0.03 * entity.capacityMw() * 1e4);
    boolean called = draw.nextInt(10) == 0;
    services.row(entity.id(), "spinningMw", 4, t -> capacity);
    if (called) {
      services.row(entity.id(), "calledMw", 4, t -> t == 76 ? capacity : 0);
      services.row(entity.id(), "deliveredMw", 4, t -> t == 76 ? Math.round(0.9 * capacity) : 0);
    }
  }
}
