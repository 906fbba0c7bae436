package org.gridclear.settlement.preview;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.settlement.correction.Correction;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.MonthIndex;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.MeterRelation;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;

/** Whom a change of delivered rows can reach by itself, before pools are shared. */
final class Reach {
  private final SettlementMonth month;
  private final MonthIndex index;
  private final Registry registry;
  private final Map<String, Set<String>> entitiesOfMeter = new HashMap<>();
  private final Map<String, Set<String>> metersOfEntity = new HashMap<>();
  private final Map<String, Set<String>> aggregators = new HashMap<>();
  private final Map<String, Set<String>> loads = new HashMap<>();

  Reach(SettlementMonth month, MonthIndex index, Registry registry) {
    this.month = month;
    this.index = index;
    this.registry = registry;
    for (MeterRelation relation : registry.relations()) {
      put(entitiesOfMeter, relation.meter(), relation.entity());
      put(metersOfEntity, relation.entity(), relation.meter());
    }
    for (SettlementEntity entity : registry.entities()) {
      if (!entity.aggregator().isEmpty()) {
        put(aggregators, entity.id(), entity.aggregator());
        put(loads, entity.aggregator(), entity.id());
      }
    }
  }

  private static void put(Map<String, Set<String>> map, String key, String value) {
    map.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
  }

  /**
   * Who is reached.
   *
   * @param entities numbers of the entities
   * @param rows ids of the rows that they are read from, by name of the file of a day
   */
  record Reached(BitSet entities, Map<String, Set<String>> rows) {}

  /**
   * Whom the files of a correction reach; prices, which reach everybody, are not counted.
   *
   * @param baselines whether the response of loads follows from their energy
   */
  Reached of(InputFiles correction, boolean baselines) {
    Deque<String> found = new ArrayDeque<>();
    for (String path : correction.paths()) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      for (String id : Correction.ids(correction, month, path)) {
        found.addAll(named(name, id));
      }
    }
    Set<String> entities = new HashSet<>();
    while (!found.isEmpty()) {
      String entity = found.pop();
      if (index.hasEntity(entity) && entities.add(entity)) {
        found.addAll(loads.getOrDefault(entity, Set.of()));
        if (baselines) {
          found.addAll(aggregators.getOrDefault(entity, Set.of()));
        }
        for (String meter : metersOfEntity.getOrDefault(entity, Set.of())) {
          found.addAll(entitiesOfMeter.get(meter));
        }
      }
    }
    return new Reached(numbers(entities), rows(entities));
  }

  private Set<String> named(String file, String id) {
    return switch (file) {
      case "meters.csv", "registers.csv", "exchanges.csv" ->
          entitiesOfMeter.getOrDefault(id, Set.of());
      case "curves.csv" -> parties(id);
      case "prices.csv" -> Set.of();
      default -> {
        Set<String> own = new TreeSet<>(aggregators.getOrDefault(id, Set.of()));
        own.add(id);
        yield own;
      }
    };
  }

  private Set<String> parties(String contract) {
    Set<String> parties = new TreeSet<>();
    for (Contract each : registry.contracts()) {
      if (each.id().equals(contract)) {
        parties.add(each.seller());
        parties.add(each.buyer());
      }
    }
    return parties;
  }

  private BitSet numbers(Set<String> entities) {
    BitSet numbers = new BitSet();
    entities.forEach(entity -> numbers.set(index.entity(entity)));
    return numbers;
  }

  private Map<String, Set<String>> rows(Set<String> entities) {
    Set<String> meters = new HashSet<>();
    entities.forEach(each -> meters.addAll(metersOfEntity.getOrDefault(each, Set.of())));
    Set<String> contracts = new HashSet<>();
    for (Contract contract : registry.contracts()) {
      if (entities.contains(contract.seller()) || entities.contains(contract.buyer())) {
        contracts.add(contract.id());
      }
    }
    return Map.of(
        "meters.csv", meters,
        "registers.csv", meters,
        "exchanges.csv", meters,
        "curves.csv", contracts,
        "awards.csv", entities,
        "services.csv", entities,
        "events.csv", entities);
  }
}
