package org.gridclear.settlement.reader.registry;

import java.util.OptionalLong;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.settlement.registry.MeterRelation;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Tariff;
import org.gridclear.settlement.registry.TransmissionRight;
import org.gridclear.settlement.registry.UnitOffer;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whether the numbers of a registry are ones that a plant, a meter or a contract can have. */
final class PossibleValues {
  /** Decimals of what is checked. */
  private static final int MW = 4;

  private static final int METER = 4;
  private static final int SHARE = 6;
  private static final int YUAN = 3;
  private static final int PRICE = 3;

  private final Registry registry;
  private final IssueLog log;

  PossibleValues(Registry registry, IssueLog log) {
    this.registry = registry;
    this.log = log;
  }

  void run() {
    registry.entities().forEach(this::entity);
    registry.meters().forEach(this::meter);
    registry.relations().forEach(this::relation);
    registry.tariffs().forEach(this::tariff);
    registry.contracts().forEach(this::contract);
    registry.rights().forEach(this::right);
    registry.offers().forEach(this::offer);
  }

  private void entity(SettlementEntity entity) {
    String name = "entity " + entity.id();
    boolean storage = entity.entityClass() == EntityClass.STORAGE;
    notNegative(name, "capacityMw", entity.capacity(), MW);
    notNegative(name, "obligationMw", entity.obligation(), MW);
    notNegative(name, "heldMw", entity.held(), MW);
    if (!storage) {
      notNegative(name, "minimumMw", entity.minimum(), MW);
    }
    if (entity.capacity().isPresent()
        && entity.minimum().orElse(0) > Math.max(0, entity.capacity().getAsLong())) {
      report(
          name,
          "minimumMw",
          FixedPoint.format(entity.minimum().getAsLong(), MW),
          "It is over capacityMw; are the two swapped?");
    }
  }

  private void meter(Meter meter) {
    String name = "meter " + meter.id();
    if (meter.multiplier() <= 0) {
      report(
          name,
          "multiplier",
          FixedPoint.format(meter.multiplier(), METER),
          "Give what a reading is multiplied by, above 0.");
    }
    notNegative(name, "fullScale", OptionalLong.of(meter.fullScale()), METER);
  }

  private void relation(MeterRelation relation) {
    notNegative(
        "relation of meter " + relation.meter(), "share", OptionalLong.of(relation.share()), SHARE);
  }

  /** As the registry of a market has it: who is paid for transport is paid by another charge. */
  private void tariff(Tariff tariff) {
    notNegative("tariff " + tariff.id(), "yuanPerMwh", OptionalLong.of(tariff.yuanPerMwh()), PRICE);
  }

  private void contract(Contract contract) {
    if (contract.seller().equals(contract.buyer())) {
      report(
          "contract " + contract.id(),
          "buyer",
          contract.buyer(),
          "It is the seller as well; a contract has two parties.");
    }
  }

  private void right(TransmissionRight right) {
    if (right.mw() < 0) {
      report(
          "right " + right.id(),
          "mw",
          FixedPoint.format(right.mw(), MW),
          "Turn source and sink, or give 0 or more.");
    }
  }

  private void offer(UnitOffer offer) {
    String name = "offer of " + offer.entity();
    notNegative(name, "noLoadYuanPerH", OptionalLong.of(offer.noLoadYuanPerH()), YUAN);
    notNegative(name, "startUpYuan", OptionalLong.of(offer.startUpYuan()), YUAN);
  }

  private void notNegative(String name, String field, OptionalLong value, int decimals) {
    if (value.orElse(0) < 0) {
      report(name, field, FixedPoint.format(value.getAsLong(), decimals), "Give 0 or more.");
    }
  }

  private void report(String name, String field, String value, String advice) {
    log.add(Rule.VALUE_IN_BOUNDS, name, field, value, advice);
  }
}
