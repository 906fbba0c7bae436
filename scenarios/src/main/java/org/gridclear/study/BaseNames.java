package org.gridclear.study;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Bus;
import org.gridclear.network.BusNames;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Buses, zones and fuels by which a change of a study may choose; what the base lacks is told. */
final class BaseNames {
  private final IssueLog log;
  private final BusNames busNames;
  private final Set<String> buses = new LinkedHashSet<>();
  private final Set<String> zones = new LinkedHashSet<>();
  private final Set<String> fuels = new LinkedHashSet<>();

  BaseNames(MarketDay base, IssueLog log) {
    this.log = log;
    this.busNames = new BusNames(base.network());
    base.thermalUnits().stream().map(ThermalUnit::fuel).forEach(fuels::add);
    base.profiledUnits().stream().map(ProfiledUnit::fuel).forEach(fuels::add);
    for (Bus bus : base.network().buses()) {
      buses.add(bus.id());
      zones.add(bus.zone());
    }
  }

  Set<String> buses() {
    return Collections.unmodifiableSet(buses);
  }

  Set<String> zones() {
    return Collections.unmodifiableSet(zones);
  }

  Set<String> fuels() {
    return Collections.unmodifiableSet(fuels);
  }

  /** The id of a bus that is asked for by id or name; empty, and told, where there is none. */
  String bus(JsonFields f, String asked) {
    try {
      String id = asked.isEmpty() ? "" : busNames.idOf(asked);
      if (!id.isEmpty()) {
        known(f, "bus", id, buses);
      }
      return id;
    } catch (IllegalArgumentException e) {
      log.add(Rule.STUDY_TARGET, f.element(), "bus", asked, String.valueOf(e.getMessage()));
      return "";
    }
  }

  /** Tells where a name is none of those that there are. */
  void known(JsonFields f, String field, String value, Collection<String> all) {
    if (!all.contains(value)) {
      log.add(Rule.STUDY_TARGET, f.element(), field, value, NearestName.advice(value, all));
    }
  }
}
