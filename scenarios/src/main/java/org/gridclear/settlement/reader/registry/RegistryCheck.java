package org.gridclear.settlement.reader.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Member;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.settlement.registry.MeterRelation;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Tariff;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Whether what the registry refers to is registered. */
public final class RegistryCheck {

  private final Registry registry;
  private final IssueLog log = new IssueLog("registry");
  private final Set<String> entities;

  public RegistryCheck(Registry registry, List<IssueLog> logs) {
    this.registry = registry;
    logs.add(log);
    this.entities =
        registry.entities().stream().map(SettlementEntity::id).collect(Collectors.toSet());
  }

  public void run() {
    Set<String> members = registry.members().stream().map(Member::id).collect(Collectors.toSet());
    Set<String> meters = registry.meters().stream().map(Meter::id).collect(Collectors.toSet());
    Set<String> tariffs = registry.tariffs().stream().map(Tariff::id).collect(Collectors.toSet());
    Set<String> grids =
        registry.entities().stream()
            .filter(entity -> entity.entityClass() == EntityClass.GRID)
            .map(SettlementEntity::id)
            .collect(Collectors.toSet());
    for (SettlementEntity entity : registry.entities()) {
      String name = "entity " + entity.id();
      known(members, entity.member(), name, "member");
      if (!entity.tariff().isEmpty()) {
        known(tariffs, entity.tariff(), name, "tariff");
      }
      if (!entity.aggregator().isEmpty()) {
        known(entities, entity.aggregator(), name, "aggregator");
      }
      if (!entity.grid().isEmpty()) {
        known(grids, entity.grid(), name, "grid");
      }
    }
    for (MeterRelation relation : registry.relations()) {
      String name = "relation of meter " + relation.meter();
      known(meters, relation.meter(), name, "meter");
      known(entities, relation.entity(), name, "entity");
    }
    registry
        .contracts()
        .forEach(
            contract -> {
              known(entities, contract.seller(), "contract " + contract.id(), "seller");
              known(entities, contract.buyer(), "contract " + contract.id(), "buyer");
            });
    registry.rights().forEach(r -> known(entities, r.entity(), "right " + r.id(), "entity"));
    registry.offers().forEach(o -> known(entities, o.entity(), "offer of " + o.entity(), "entity"));
    oneClass();
    shares();
    new PossibleValues(registry, log).run();
  }

  private void known(Set<String> ids, String id, String element, String field) {
    if (!ids.contains(id)) {
      log.add(Rule.REGISTERED, element, field, id, NearestName.advice(id, ids));
    }
  }

  private void oneClass() {
    Map<String, SettlementEntity> first = new HashMap<>();
    Set<String> reported = new HashSet<>();
    for (SettlementEntity entity : registry.entities()) {
      SettlementEntity before = first.putIfAbsent(entity.id(), entity);
      if (before != null
          && before.entityClass() != entity.entityClass()
          && reported.add(entity.id())) {
        log.add(
            Rule.RECORDS_APART,
            "entity " + entity.id(),
            "class",
            entity.entityClass().label(),
            "An entity keeps its class; register another one.");
      }
    }
  }

  private void shares() {
    Map<String, List<MeterRelation>> ofMeter =
        registry.relations().stream().collect(Collectors.groupingBy(MeterRelation::meter));
    ofMeter.forEach(
        (meter, relations) -> {
          for (MeterRelation one : relations) {
            long sum =
                relations.stream()
                    .filter(other -> other.sign() == one.sign() && holdsWhenBegins(other, one))
                    .mapToLong(MeterRelation::share)
                    .sum();
            if (sum > MeterRelation.WHOLE) {
              log.add(
                  Rule.METER_SHARED,
                  "meter " + meter,
                  "share",
                  sum / (double) MeterRelation.WHOLE,
                  "Reduce the shares of its relations.");
              break;
            }
          }
        });
  }

  /** The sum of shares is greatest on a day on which one of them begins. */
  private static boolean holdsWhenBegins(MeterRelation other, MeterRelation one) {
    LocalDate begins = one.validity().from();
    return begins == null ? other.validity().from() == null : other.validity().on(begins);
  }
}
