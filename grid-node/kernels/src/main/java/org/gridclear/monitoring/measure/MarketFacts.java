package org.gridclear.monitoring.measure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.monitoring.structure.OfferedCurve;

/**
 * What is known of a day of a market, of the whole system or of a zone. Numbers are by period; one
 * that is missing is NaN.
 *
 * @param date trading date
 * @param zone the zone; "" for the system
 * @param span the periods
 * @param units units
 * @param loads loads, of buses and of users
 * @param storages storage units
 * @param grid prices of buses and flows
 * @param reserves reserve requirements; empty for a zone
 * @param seen what came true, where that is known; empty for a zone
 */
public record MarketFacts(
    LocalDate date,
    String zone,
    Span span,
    List<UnitFacts> units,
    List<LoadFacts> loads,
    List<StorageFacts> storages,
    Grid grid,
    List<ReserveFacts> reserves,
    Seen seen) {
  /** The word for the whole system. */
  public static final String SYSTEM = "";

  private static final String SYSTEM_WORD = "system";
  private static final String ZONE_WORD = "zone ";

  /** A zone as it is written: the system has a word, and a zone that is called so is marked. */
  public static String word(String zone) {
    if (zone.equals(SYSTEM)) {
      return SYSTEM_WORD;
    }
    return zone.replace(ZONE_WORD, "").equals(SYSTEM_WORD) ? ZONE_WORD + zone : zone;
  }

  public MarketFacts {
    units = List.copyOf(units);
    loads = List.copyOf(loads);
    storages = List.copyOf(storages);
    reserves = List.copyOf(reserves);
  }

  /**
   * Periods of a day.
   *
   * @param periods how many
   * @param hours length of one, h
   */
  public record Span(int periods, double hours) {}

  /**
   * A unit.
   *
   * @param id its id
   * @param place where it is
   * @param fuel its fuel
   * @param supplier who controls it; "" where nobody is registered
   * @param thermal whether it is switched on and off
   * @param mw output
   * @param availableMw greatest output that it could have
   * @param on 1 where it runs
   * @param starts 1 where it starts
   * @param offer its offer of each period; empty where it offers nothing
   */
  public record UnitFacts(
      String id,
      Place place,
      String fuel,
      String supplier,
      boolean thermal,
      double[] mw,
      double[] availableMw,
      double[] on,
      double[] starts,
      List<Optional<OfferedCurve>> offer) {}

  /**
   * Where something is, and the price there.
   *
   * @param bus the bus
   * @param zone its zone
   * @param yuanPerMwh price at the bus
   */
  public record Place(String bus, String zone, double[] yuanPerMwh) {}

  /**
   * A load.
   *
   * @param place where it is
   * @param mw load served
   * @param askedMw load asked for
   */
  public record LoadFacts(Place place, double[] mw, double[] askedMw) {}

  /**
   * A storage unit.
   *
   * @param place where it is
   * @param netMw discharge less charge
   */
  public record StorageFacts(Place place, double[] netMw) {}

  /**
   * A bus.
   *
   * @param bus its id
   * @param zone its zone
   * @param yuanPerMwh price
   * @param congestionYuanPerMwh its part for congestion
   */
  public record BusFacts(
      String bus, String zone, double[] yuanPerMwh, double[] congestionYuanPerMwh) {}

  /**
   * A flow whose limit was in the model.
   *
   * @param constraint its name, with the outage where there is one
   * @param normal whether it is of the grid without an outage
   * @param flowMw flow
   * @param limitMw limit
   * @param shadowYuanPerMwh what a MW more of the limit is worth
   */
  public record FlowFacts(
      String constraint,
      boolean normal,
      double[] flowMw,
      double[] limitMw,
      double[] shadowYuanPerMwh) {}

  /**
   * The grid.
   *
   * @param buses prices
   * @param flows flows; empty for a zone
   */
  public record Grid(List<BusFacts> buses, List<FlowFacts> flows) {
    public Grid {
      buses = List.copyOf(buses);
      flows = List.copyOf(flows);
    }
  }

  /**
   * A reserve requirement.
   *
   * @param product its product
   * @param heldMw reserve held
   * @param requiredMw reserve required
   * @param missingMw what is missing
   * @param yuanPerMwh price of a MW for an hour
   */
  public record ReserveFacts(
      String product,
      double[] heldMw,
      double[] requiredMw,
      double[] missingMw,
      double[] yuanPerMwh) {}

  /**
   * What came true.
   *
   * @param forecastMw forecast of the system's load; empty where one is missing
   * @param loadMw actual load; empty where one is missing
   * @param outputMw actual output of units, hour by hour; without those of which an hour is missing
   */
  public record Seen(
      Optional<double[]> forecastMw,
      Optional<double[]> loadMw,
      SortedMap<String, double[]> outputMw) {
    public Seen {
      outputMw = Collections.unmodifiableSortedMap(new TreeMap<>(outputMw));
    }

    /** Loads alone. */
    public Seen(Optional<double[]> forecastMw, Optional<double[]> loadMw) {
      this(forecastMw, loadMw, new TreeMap<>());
    }

    /** Nothing is known. */
    public static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty());
  }

  /** Zones of buses, in order. */
  public List<String> zones() {
    TreeSet<String> zones = new TreeSet<>();
    grid.buses().forEach(bus -> zones.add(bus.zone()));
    zones.remove(SYSTEM);
    return List.copyOf(zones);
  }

  /** What lies in a zone; flows and reserves belong to the system and are not there. */
  public MarketFacts of(String wanted) {
    if (wanted.equals(SYSTEM)) {
      return this;
    }
    return new MarketFacts(
        date,
        wanted,
        span,
        units.stream().filter(unit -> unit.place().zone().equals(wanted)).toList(),
        loads.stream().filter(load -> load.place().zone().equals(wanted)).toList(),
        storages.stream().filter(storage -> storage.place().zone().equals(wanted)).toList(),
        new Grid(
            grid.buses().stream().filter(bus -> bus.zone().equals(wanted)).toList(), List.of()),
        List.of(),
        new Seen(Optional.empty(), Optional.empty(), seen.outputMw()));
  }
}
