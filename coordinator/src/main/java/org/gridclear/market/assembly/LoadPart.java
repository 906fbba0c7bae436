package org.gridclear.market.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.market.BusLoad;
import org.gridclear.market.series.SeriesChoice;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.validate.Rule;

/** Loads of buses: the system's forecast by distribution factors, or forecasts of buses. */
final class LoadPart {
  private LoadPart() {}

  static void add(Draft draft) {
    if (draft.request().keeps(NetworkPart.LOADS)) {
      draft.notice("Loads are those of the network version.");
      return;
    }
    SeriesChoice buses = draft.choice(SeriesKind.BUS_LOAD_FORECAST);
    SeriesChoice factors = draft.choice(SeriesKind.BUS_FACTOR);
    List<String> forecast = draft.subjects(buses);
    List<String> shared = draft.subjects(factors);
    if (!forecast.isEmpty() && !shared.isEmpty()) {
      draft
          .log()
          .add(
              Rule.ONE_SOURCE,
              "loads of buses",
              "",
              "%s and %s".formatted(SeriesKind.BUS_LOAD_FORECAST, SeriesKind.BUS_FACTOR),
              "Both were known at the gate; a case has one of them.");
    } else if (!forecast.isEmpty()) {
      ofBuses(draft, buses, forecast);
    } else {
      byFactors(draft, factors, shared);
    }
  }

  /**
   * The system's forecast has to be there too: against it a bus that is left out is found, and one
   * that a later delivery leaves to an earlier one.
   */
  private static void ofBuses(Draft draft, SeriesChoice buses, List<String> subjects) {
    SeriesKind kind = AssemblyRequest.forecastOf(draft.request().gate().market());
    draft.values(draft.choice(kind), kind, SeriesKind.SYSTEM);
    SortedMap<String, List<BigDecimal>> loads = new TreeMap<>();
    for (String bus : subjects) {
      draft
          .values(buses, SeriesKind.BUS_LOAD_FORECAST, bus)
          .ifPresent(values -> loads.put(bus, values));
    }
    draft.become(
        draft
            .day()
            .withBusLoads(
                loads.entrySet().stream()
                    .map(load -> new BusLoad(load.getKey(), Draft.series(load.getValue())))
                    .toList()));
    if (buses.used().size() > 1 && loads.size() == subjects.size()) {
      draft.join(buses, SeriesKind.BUS_LOAD_FORECAST, loads);
    }
  }

  private static void byFactors(Draft draft, SeriesChoice factors, List<String> buses) {
    SeriesKind kind = AssemblyRequest.forecastOf(draft.request().gate().market());
    Optional<List<BigDecimal>> system = draft.values(draft.choice(kind), kind, SeriesKind.SYSTEM);
    List<List<BigDecimal>> shares = new ArrayList<>();
    for (String bus : buses) {
      draft.values(factors, SeriesKind.BUS_FACTOR, bus).ifPresent(shares::add);
    }
    if (buses.isEmpty()) {
      draft
          .log()
          .add(
              Rule.INTERVALS_WHOLE,
              SeriesKind.BUS_FACTOR.label(),
              draft.grid().show(0),
              "absent",
              "Import distribution factors, or forecasts of the loads of buses.");
    }
    if (system.isEmpty() || buses.isEmpty() || shares.size() < buses.size()) {
      return;
    }
    List<List<BigDecimal>> parts = parts(draft, system.get(), shares);
    if (parts.isEmpty()) {
      return;
    }
    List<BusLoad> loads = new ArrayList<>();
    for (int b = 0; b < buses.size(); b++) {
      int bus = b;
      loads.add(
          new BusLoad(
              buses.get(b), Draft.series(parts.stream().map(part -> part.get(bus)).toList())));
    }
    draft.become(draft.day().withBusLoads(loads));
  }

  /**
   * Parts of the system's load by period and bus; none where factors cannot be, which is reported.
   */
  private static List<List<BigDecimal>> parts(
      Draft draft, List<BigDecimal> system, List<List<BigDecimal>> shares) {
    List<List<BigDecimal>> parts = new ArrayList<>();
    boolean said = false;
    for (int t = 0; t < draft.grid().count(); t++) {
      int period = t;
      List<BigDecimal> weights = shares.stream().map(share -> share.get(period)).toList();
      BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      if (weights.stream().anyMatch(weight -> weight.signum() < 0) || sum.signum() == 0) {
        draft
            .log()
            .add(
                Rule.QUANTITY_NOT_NEGATIVE,
                SeriesKind.BUS_FACTOR.label(),
                draft.grid().show(t),
                sum.signum() == 0 ? "all 0" : "negative",
                "Factors are 0 or more, and not all 0.");
        return List.of();
      }
      if (!said && sum.compareTo(BigDecimal.ONE) != 0) {
        said = true;
        draft.notice(
            "Distribution factors add up to %s at %s; the load is shared in their proportion."
                .formatted(sum.toPlainString(), draft.grid().show(t)));
      }
      parts.add(LoadSharing.share(system.get(t), weights));
    }
    return parts;
  }
}
