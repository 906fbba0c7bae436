package org.gridclear.casetable;

import static java.lang.Double.NaN;
import static java.lang.Double.isFinite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gridclear.casetable.ConstraintRows.State;
import org.gridclear.casetable.ConstraintRows.Subject;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LeadTime;
import org.gridclear.market.rule.OutputBands;
import org.gridclear.market.rule.Trajectory;
import org.gridclear.table.NumberText;

/** Constraints of units: limits, ramps, times, starts, curves, given statuses, bands, storage. */
final class UnitConstraints {
  private static final int DECIMALS = 6;

  private final MarketDay day;
  private final ConstraintRows rows;
  private final double elasticYuan;

  UnitConstraints(ClearingCase clearing, ConstraintRows rows) {
    this.day = clearing.day();
    this.rows = rows;
    this.elasticYuan = day.penalties().scheduleYuanPerMwh();
  }

  void add() {
    for (ThermalUnit unit : day.thermalUnits()) {
      limits(unit);
      ramps(unit);
      times(unit);
      starts(unit);
      statuses(unit);
    }
    day.profiledUnits().forEach(this::forecast);
    day.storageUnits().forEach(this::levels);
    day.rules().trajectories().forEach(this::trajectory);
    day.rules().bands().forEach(this::bands);
    day.rules().leadTimes().forEach(this::leadTime);
    RangeConstraints.add(day, rows, ConstraintGroup.UNIT);
  }

  private static String text(double value) {
    return isFinite(value) ? NumberText.of(value, DECIMALS) : "no limit";
  }

  /** Limits that belong to a unit itself have no switch. */
  private static Subject ofUnit(String row, String id, String scope, String unit, String words) {
    return new Subject(row, ConstraintGroup.UNIT, null, id, "", scope, unit, words);
  }

  private void limits(ThermalUnit u) {
    rows.add(
        ofUnit("B-02", "output of " + u.id(), u.id(), "MW", "while it runs"),
        t -> State.on(u.pMinMw().at(t), u.pMaxMw().at(t), elasticYuan));
  }

  private void forecast(ProfiledUnit u) {
    rows.add(
        ofUnit("B-02", "output of " + u.id(), u.id(), "MW", "forecast"),
        t -> State.on(u.minMw().at(t), u.maxMw().at(t), NaN));
  }

  private void ramps(ThermalUnit u) {
    String words =
        "start at most at %s MW, stop at most from %s MW, rule %s"
            .formatted(text(u.startRampMw()), text(u.stopRampMw()), u.limitRule());
    rows.add(
        Subject.of(ConstraintFamily.RAMPS, "ramps of " + u.id(), u.id(), "MW/h", words),
        t -> State.on(-u.rampDownMwPerH(), u.rampUpMwPerH(), elasticYuan));
  }

  private void times(ThermalUnit u) {
    String words =
        "on at least %s h, off at least %s h"
            .formatted(text(u.minUpHours()), text(u.minDownHours()));
    rows.add(
        Subject.of(ConstraintFamily.MIN_UP_DOWN, "times of " + u.id(), u.id(), "h", words),
        t -> State.on(NaN, NaN, elasticYuan));
  }

  private void starts(ThermalUnit u) {
    if (u.maxStartsPerDay() >= 0) {
      String words = "a day; %d before the first period".formatted(u.startsOfDay());
      rows.add(
          Subject.of(ConstraintFamily.STARTS_MAX, "starts of " + u.id(), u.id(), "starts", words),
          t -> State.on(NaN, u.maxStartsPerDay(), elasticYuan));
    }
  }

  private void leadTime(LeadTime of) {
    String words = "a start is ordered so long before; none earlier but where the data say on";
    String name = "lead time " + of.unit();
    rows.add(
        Subject.of(ConstraintFamily.LEAD_TIMES, name, of.unit(), "h", words).switchedBy(name),
        t -> State.on(of.hours(), NaN, NaN).onlyIf(of.inEffect(), "switched off"));
  }

  private void statuses(ThermalUnit u) {
    if (u.commitment().stream().allMatch(status -> status == Commitment.FREE)) {
      return;
    }
    rows.add(
        ofUnit("B-07", "status of " + u.id(), u.id(), "status", givenBy(u) + ": 1 on, 0 off"),
        t -> {
          Commitment status = u.commitment().get(t);
          boolean on = status == Commitment.ON;
          return status == Commitment.FREE
              ? new State("free", NaN, NaN, NaN)
              : State.on(on ? 1 : 0, on ? 1 : 0, on ? elasticYuan : NaN);
        });
  }

  /** Who gave the statuses that are not free. */
  private static String givenBy(ThermalUnit u) {
    if (!u.commitment().contains(Commitment.KEPT_OFF)) {
      return "given by the data";
    }
    boolean data =
        u.commitment().contains(Commitment.ON) || u.commitment().contains(Commitment.OFF);
    return data ? "given by the data or an earlier run" : "decided by an earlier run";
  }

  private void levels(StorageUnit u) {
    String words =
        "level at the end of a period; %s MWh before, %s to %s MWh after the last"
            .formatted(
                text(u.initialLevelMwh()), text(u.endMinLevelMwh()), text(u.endMaxLevelMwh()));
    rows.add(
        ofUnit("-", "level of " + u.id(), u.id(), "MWh", words),
        t -> State.on(u.minLevelMwh().at(t), u.maxLevelMwh().at(t), NaN));
    rows.add(
        ofUnit("-", "power of " + u.id(), u.id(), "MW", "charging counts as negative"),
        t -> State.on(-u.maxChargeMw().at(t), u.maxDischargeMw().at(t), NaN));
  }

  private void trajectory(Trajectory curve) {
    String words = "start %s MW; stop %s MW".formatted(list(curve.startMw()), list(curve.stopMw()));
    String name = "trajectory " + curve.unit();
    rows.add(
        Subject.of(ConstraintFamily.TRAJECTORIES, name, curve.unit(), "MW", words).switchedBy(name),
        t -> State.on(NaN, NaN, NaN).onlyIf(curve.inEffect(), "switched off"));
  }

  private static String list(List<Double> values) {
    return values.isEmpty()
        ? "none"
        : values.stream().map(UnitConstraints::text).collect(Collectors.joining(", "));
  }

  private void bands(OutputBands of) {
    ConstraintFamily family =
        of.kind() == OutputBands.Kind.MILL
            ? ConstraintFamily.MILL_BANDS
            : ConstraintFamily.VIBRATION_ZONES;
    String bands =
        of.bands().stream()
            .map(band -> text(band.fromMw()) + " to " + text(band.toMw()) + " MW")
            .collect(Collectors.joining(", "));
    String crossings =
        of.crossingsPerDayMax() < 0 ? "any number of" : String.valueOf(of.crossingsPerDayMax());
    String words =
        "not within %s; at most %d periods in a row inside, %s crossings a day"
            .formatted(bands, of.dwellPeriodsMax(), crossings);
    String id = "%s bands of %s".formatted(of.kind().name().toLowerCase(Locale.ROOT), of.unit());
    rows.add(
        Subject.of(family, id, of.unit(), "MW", words).switchedBy("bands " + of.unit()),
        t -> State.on(NaN, NaN, elasticYuan).onlyIf(of.inEffect(), "switched off"));
  }
}
