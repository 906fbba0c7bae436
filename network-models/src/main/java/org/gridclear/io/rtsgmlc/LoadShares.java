package org.gridclear.io.rtsgmlc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.market.BusLoad;
import org.gridclear.network.Bus;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Shares the load of an area among its buses in proportion to their MW Load. */
final class LoadShares {
  private final Network network;
  private final DaySeries series;
  private final IssueLog log;

  LoadShares(Network network, DaySeries series, IssueLog log) {
    this.network = network;
    this.series = series;
    this.log = log;
  }

  List<BusLoad> loads(int periods) {
    Map<String, String> areaOf = new HashMap<>();
    network.buses().forEach(bus -> areaOf.put(bus.id(), bus.zone()));
    Map<String, Double> total = new HashMap<>();
    for (Load load : network.loads()) {
      total.merge(areaOf.get(load.bus()), load.pMw(), Double::sum);
    }
    check(total);
    List<BusLoad> loads = new ArrayList<>();
    for (Load load : network.loads()) {
      String area = Objects.requireNonNull(areaOf.get(load.bus()));
      Optional<Series> areaMw = series.of("Area", area, "MW Load");
      if (areaMw.isEmpty()) {
        log.notice(
            Rule.TAKEN_AS,
            "area",
            area,
            "MW Load",
            "no series",
            "Its buses draw their MW Load all day.");
        loads.add(new BusLoad(load.bus(), Series.constant(load.pMw(), periods)));
      } else if (Objects.requireNonNull(total.get(area)) > 0) {
        double share = load.pMw() / total.get(area);
        loads.add(new BusLoad(load.bus(), areaMw.get().map(mw -> mw * share)));
      }
    }
    return loads;
  }

  private void check(Map<String, Double> total) {
    List<String> areas = network.buses().stream().map(Bus::zone).distinct().toList();
    for (String area : series.objects("Area")) {
      if (!areas.contains(area)) {
        log.add(Rule.REFERENCE_EXISTS, "area", "Object", area, NearestName.advice(area, areas));
      } else if (!(total.getOrDefault(area, 0.0) > 0)) {
        log.add(
            Rule.FIELD_PRESENT,
            "area " + area,
            "MW Load",
            total.getOrDefault(area, 0.0),
            "Its series needs buses with a positive MW Load in bus.csv to go to.");
      }
    }
  }
}
