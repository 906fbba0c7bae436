package org.gridclear.cli.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;

/** The registry of a settlement folder as records of a market, all from 2026-01-01 on. */
final class RegisteredMonth {
  private final Registry registry;
  private final List<String> records = new ArrayList<>();

  private RegisteredMonth(Registry registry) {
    this.registry = registry;
  }

  /** A document that can be proposed. */
  static String document(Registry registry) {
    RegisteredMonth month = new RegisteredMonth(registry);
    month.members();
    month.points();
    registry
        .tariffs()
        .forEach(t -> month.add("tariff", t.id(), ", \"yuanPerMwh\": " + price(t.yuanPerMwh())));
    month.entities(EntityClass.GRID);
    month.entities(EntityClass.RETAILER);
    month.entities(EntityClass.USER);
    for (EntityClass each : EntityClass.values()) {
      if (each != EntityClass.GRID && each != EntityClass.RETAILER && each != EntityClass.USER) {
        month.entities(each);
      }
    }
    registry
        .meters()
        .forEach(
            m ->
                month.add(
                    "meter",
                    m.id(),
                    ", \"name\": \"m\", \"multiplier\": " + FixedPoint.format(m.multiplier(), 4)));
    registry
        .relations()
        .forEach(
            r ->
                month.add(
                    "relation",
                    r.meter() + " " + r.entity(),
                    ", \"meter\": \"%s\", \"entity\": \"%s\", \"sign\": %d, \"share\": %s"
                        .formatted(
                            r.meter(), r.entity(), r.sign(), FixedPoint.format(r.share(), 6))));
    registry.contracts().forEach(month::contract);
    registry
        .rights()
        .forEach(
            r ->
                month.add(
                    "right",
                    r.id(),
                    ", \"entity\": \"%s\", \"source\": \"%s\", \"sink\": \"%s\", \"mw\": %s"
                        .formatted(
                            r.entity(), r.source(), r.sink(), FixedPoint.format(r.mw(), 4))));
    return "{\"format\": \"gridclear-registry\", \"version\": 1, \"records\": [%s]}"
        .formatted(String.join(",\n", month.records));
  }

  private static String price(long value) {
    return FixedPoint.format(value, 3);
  }

  private void add(String kind, String id, String fields) {
    records.add(
        "{\"kind\": \"%s\", \"id\": \"%s\", \"from\": \"2026-01-01\"%s}"
            .formatted(kind, id, fields));
  }

  private void members() {
    registry
        .members()
        .forEach(
            m ->
                add(
                    "member",
                    m.id(),
                    ", \"name\": \"%s\", \"type\": \"generator\"".formatted(m.name())));
  }

  private void points() {
    registry.entities().stream()
        .map(SettlementEntity::point)
        .distinct()
        .forEach(p -> add("price-point", p, ", \"name\": \"p\", \"bus\": \"%s\"".formatted(p)));
  }

  private void entities(EntityClass wanted) {
    registry.entities().stream()
        .filter(entity -> entity.entityClass() == wanted)
        .forEach(
            e ->
                add(
                    kind(e.entityClass()),
                    e.id(),
                    ", \"name\": \"%s\", \"member\": \"%s\", \"pricePoint\": \"%s\"%s%s%s%s"
                        .formatted(
                            e.name(),
                            e.member(),
                            e.point(),
                            e.tariff().isEmpty()
                                ? ""
                                : ", \"tariff\": \"%s\"".formatted(e.tariff()),
                            mw("obligationMw", e.obligation().orElse(0)),
                            mw("heldMw", e.held().orElse(0)),
                            own(e))));
  }

  private static String mw(String name, long value) {
    return ", \"%s\": %s".formatted(name, FixedPoint.format(value, 4));
  }

  private static String kind(EntityClass is) {
    return switch (is) {
      case STORAGE -> "storage";
      case USER -> "user";
      case RETAILER -> "retailer";
      case RESPONSE -> "demand-response";
      case GRID -> "grid-company";
      default -> "unit";
    };
  }

  private String own(SettlementEntity e) {
    long capacity = e.capacity().orElse(0);
    return switch (e.entityClass()) {
      case STORAGE -> ", \"stage\": \"commercial\"" + mw("capacityMw", capacity);
      case USER -> ", \"type\": \"large-industrial\"" + mw("basicCapacityMw", capacity);
      case RETAILER -> ", \"type\": \"independent\"" + mw("representedMw", capacity);
      case RESPONSE ->
          ", \"loadType\": \"represented\", \"retailer\": \"%s\"".formatted(retailer())
              + mw("maximumMw", capacity);
      case GRID -> ", \"type\": \"provincial\"";
      default ->
          ", \"type\": \"%s\", \"stage\": \"commercial\""
                  .formatted(e.entityClass().name().toLowerCase(Locale.ROOT))
              + mw("capacityMw", capacity)
              + mw("minimumMw", e.minimum().orElse(0));
    };
  }

  private String retailer() {
    return registry.entities().stream()
        .filter(entity -> entity.entityClass() == EntityClass.RETAILER)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void contract(Contract c) {
    add(
        "contract",
        c.id(),
        ", \"seller\": \"%s\", \"buyer\": \"%s\", \"form\": \"bilateral\", \"settled\": \"%s\","
                .formatted(c.seller(), c.buyer(), c.kind().label())
            + " \"pricePoint\": \"%s\", \"market\": \"%s\""
                .formatted(c.point(), c.realTime() ? "rt" : "da"));
  }
}
