package org.gridclear.market.assembly;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.InitialState;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.intake.Snapshots;
import org.gridclear.market.snapshot.StateSnapshot;
import org.gridclear.network.Branch;
import org.gridclear.validate.Rule;

/** The state before the first period, from the last snapshot before it. */
final class UnitStates {
  private static final double SECONDS_PER_HOUR = 3600.0;

  private UnitStates() {}

  static void add(Draft draft, Optional<Snapshots.Kept> found) {
    if (draft.request().keeps(NetworkPart.STATE)) {
      draft.notice("States before the first period are those of the network version.");
      return;
    }
    Instant start = draft.grid().start();
    if (found.isEmpty() || tooOld(draft, found.get().snapshot().at(), start)) {
      draft
          .log()
          .add(
              Rule.FIELD_PRESENT,
              "state before the first period",
              draft.grid().show(0),
              found
                  .map(kept -> "the last is of " + draft.grid().clock().show(kept.snapshot().at()))
                  .orElse("absent"),
              "Import a snapshot of the %d h before it, or keep the network's state: --from-network state."
                  .formatted(draft.request().stateHoursMax()));
      return;
    }
    StateSnapshot snapshot = found.get().snapshot();
    draft.add(found.get().version());
    double hours = Duration.between(snapshot.at(), start).toSeconds() / SECONDS_PER_HOUR;
    if (hours > 0) {
      draft.notice(
          "The state before the first period is that of %s, %.4g h earlier."
              .formatted(draft.grid().clock().show(snapshot.at()), hours));
    }
    CaseParts parts = new CaseParts(draft.day());
    parts.thermalUnits = thermal(draft, snapshot, hours);
    parts.storageUnits = storage(draft, snapshot);
    strangers(draft, snapshot);
    draft.become(parts.day());
    branches(draft, snapshot);
  }

  private static boolean tooOld(Draft draft, Instant at, Instant start) {
    return Duration.between(at, start).compareTo(Duration.ofHours(draft.request().stateHoursMax()))
        > 0;
  }

  private static List<ThermalUnit> thermal(Draft draft, StateSnapshot snapshot, double hours) {
    List<ThermalUnit> units = new ArrayList<>();
    for (ThermalUnit unit : draft.day().thermalUnits()) {
      StateSnapshot.UnitState state = snapshot.units().get(unit.id());
      if (state == null) {
        missing(draft, "unit " + unit.id(), "on");
      } else {
        units.add(
            unit.withInitial(
                new InitialState(
                    state.on(), state.hours().doubleValue() + hours, state.mw().doubleValue())));
      }
    }
    return units;
  }

  private static List<StorageUnit> storage(Draft draft, StateSnapshot snapshot) {
    List<StorageUnit> units = new ArrayList<>();
    for (StorageUnit unit : draft.day().storageUnits()) {
      if (snapshot.storageMwh().containsKey(unit.id())) {
        units.add(
            unit.withLevels(
                snapshot.storageMwh().get(unit.id()).doubleValue(), unit.endMinLevelMwh()));
      } else {
        missing(draft, "storage " + unit.id(), "levelMwh");
      }
    }
    return units;
  }

  private static void missing(Draft draft, String element, String field) {
    draft
        .log()
        .add(
            Rule.FIELD_PRESENT,
            element,
            field,
            "absent in the snapshot",
            "A snapshot has every unit and storage of the network.");
  }

  /**
   * What the snapshot names and the network does not have; units without commitment have no state.
   */
  private static void strangers(Draft draft, StateSnapshot snapshot) {
    MarketDay day = draft.day();
    Set<String> storages = new TreeSet<>(day.storageUnits().stream().map(StorageUnit::id).toList());
    Set<String> units = new TreeSet<>(storages);
    day.thermalUnits().forEach(unit -> units.add(unit.id()));
    day.profiledUnits().forEach(unit -> units.add(unit.id()));
    Set<String> branches =
        new TreeSet<>(day.network().branches().stream().map(Branch::id).toList());
    strangers(draft, "units", snapshot.units().keySet(), units);
    strangers(draft, "branches", snapshot.branches().keySet(), branches);
    strangers(draft, "storages", snapshot.storageMwh().keySet(), storages);
  }

  private static void strangers(Draft draft, String field, Set<String> named, Set<String> known) {
    named.forEach(id -> draft.log().reference("snapshot", field, id, known));
  }

  /** Intraday and in real time the grid is as it is; a day ahead only tickets open a branch. */
  private static void branches(Draft draft, StateSnapshot snapshot) {
    Market market = draft.request().gate().market();
    boolean asItIs = market == Market.ID || market == Market.RT;
    List<Branch> branches = new ArrayList<>();
    for (Branch branch : draft.day().network().branches()) {
      boolean in = snapshot.branches().getOrDefault(branch.id(), branch.inService());
      if (in != branch.inService()) {
        draft.notice(
            "Branch %s is %s in the snapshot and %s in the network version; in the case it is %s."
                .formatted(
                    branch.id(),
                    word(in),
                    word(branch.inService()),
                    word(asItIs ? in : branch.inService())));
      }
      branches.add(asItIs ? branch.withInService(in) : branch);
    }
    CaseParts parts = new CaseParts(draft.day());
    parts.network = parts.network.withBranches(branches);
    draft.become(parts.day());
  }

  private static String word(boolean in) {
    return in ? "in service" : "out of service";
  }

  /**
   * A unit's state where an outage begins: out in the first period it is off before it; else an
   * outage comes before the end of its minimum up time, and that is said.
   *
   * @param first first period in which it is out
   */
  static ThermalUnit beforeOutage(Draft draft, ThermalUnit unit, int first) {
    InitialState state = unit.initial();
    if (state == null || !state.on()) {
      return unit;
    }
    if (first == 0) {
      draft.notice(
          "Unit %s runs in the state before the first period and is out in it: it is taken as off."
              .formatted(unit.id()));
      return unit.withInitial(new InitialState(false, 0, 0));
    }
    double left = unit.minUpHours() - first * draft.day().horizon().hoursPerPeriod();
    if (state.hours() < left) {
      draft.notice(
          "Unit %s is out at %s, before its minimum up time of %s h; that is taken as over."
              .formatted(unit.id(), draft.grid().show(first), unit.minUpHours()));
      return unit.withInitial(new InitialState(true, unit.minUpHours(), state.powerMw()));
    }
    return unit;
  }
}
