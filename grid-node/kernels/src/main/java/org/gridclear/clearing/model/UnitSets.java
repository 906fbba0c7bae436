package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.ResourceRate;
import org.gridclear.market.rule.Scope;
import org.gridclear.market.rule.UnitGroup;
import org.gridclear.network.Bus;

/** Which units a scope means: thermal units by number, profiled units numbered on behind them. */
final class UnitSets {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, List<Integer>> ofGroup = new HashMap<>();
  private final Map<String, List<Integer>> ofZone = new HashMap<>();
  private final Map<Integer, List<ResourceRate>> ratesOfUnit = new HashMap<>();

  UnitSets(MarketDay day) {
    Map<String, String> zoneOfBus = new HashMap<>();
    for (Bus bus : day.network().buses()) {
      zoneOfBus.put(bus.id(), bus.zone());
    }
    for (ThermalUnit unit : day.thermalUnits()) {
      add(unit.id(), Objects.requireNonNull(zoneOfBus.get(unit.bus())));
    }
    for (ProfiledUnit unit : day.profiledUnits()) {
      add(unit.id(), Objects.requireNonNull(zoneOfBus.get(unit.bus())));
    }
    for (UnitGroup group : day.rules().groups()) {
      ofGroup.put(group.id(), group.units().stream().map(numbers::get).sorted().toList());
    }
    for (ResourceRate rate : day.rules().rates()) {
      ratesOfUnit.computeIfAbsent(numbers.get(rate.unit()), n -> new ArrayList<>()).add(rate);
    }
  }

  private void add(String id, String zone) {
    ofZone.computeIfAbsent(zone, key -> new ArrayList<>()).add(numbers.size());
    numbers.put(id, numbers.size());
  }

  IntStream units(Scope scope) {
    if (!scope.zone().isEmpty()) {
      return ints(ofZone.getOrDefault(scope.zone(), List.of()));
    }
    if (!scope.group().isEmpty()) {
      return ints(ofGroup.getOrDefault(scope.group(), List.of()));
    }
    return scope.units().isEmpty()
        ? IntStream.range(0, numbers.size())
        : ints(scope.units().stream().map(numbers::get).sorted().toList());
  }

  private static IntStream ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue);
  }

  int number(String id) {
    return Objects.requireNonNull(numbers.get(id));
  }

  List<ResourceRate> rates(int unit, String item) {
    return ratesOfUnit.getOrDefault(unit, List.of()).stream()
        .filter(rate -> rate.item().equals(item))
        .toList();
  }

  /** The products of a day: those described, then those only required. */
  static List<ReserveProduct> products(MarketDay day) {
    Map<String, ReserveProduct> products = new LinkedHashMap<>();
    day.rules().products().forEach(product -> products.put(product.id(), product));
    for (ReserveRequirement requirement : day.reserves()) {
      products.putIfAbsent(requirement.product(), ReserveProduct.spinning(requirement.product()));
    }
    return List.copyOf(products.values());
  }
}
