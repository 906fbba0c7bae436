package org.gridclear.settlement.registration;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Member;
import org.gridclear.settlement.registry.Meter;
import org.gridclear.settlement.registry.MeterRelation;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Tariff;
import org.gridclear.settlement.registry.TransmissionRight;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Billing;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.EntryTypes;
import org.gridclear.settlement.registry.entry.Metering;
import org.gridclear.settlement.registry.entry.Party;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Resource.Stage;
import org.gridclear.settlement.registry.entry.Settled;
import org.gridclear.settlement.registry.entry.Trade;

/**
 * What settlement sees of the registry in a month: all records that hold on a day of it, with the
 * days on which they hold. Retired units are not settled.
 */
public final class SettlementView {
  private final RegistryState state;
  private final Validity month;

  private SettlementView(RegistryState state, YearMonth month) {
    this.state = state;
    this.month = new Validity(month.atDay(1), month.atEndOfMonth());
  }

  /** The registry of a month; it has no offers, which are declared. */
  public static Registry of(RegistryState state, YearMonth month) {
    return new SettlementView(state, month).registry();
  }

  private Registry registry() {
    return new Registry(
        records(Party.Member.class, SettlementView::member),
        EntryKind.SETTLED.stream()
            .flatMap(kind -> records(EntryTypes.of(kind), SettlementView::entity).stream())
            .flatMap(Optional::stream)
            .toList(),
        records(Metering.Meter.class, SettlementView::meter),
        records(Metering.Relation.class, SettlementView::relation),
        records(Trade.Contract.class, SettlementView::contract),
        records(Trade.Tariff.class, t -> new Tariff(t.id(), t.yuanPerMwh(), t.validity())),
        records(
            Trade.Right.class,
            right ->
                new TransmissionRight(
                    right.id(),
                    right.entity(),
                    right.source(),
                    right.sink(),
                    right.mw(),
                    right.validity())),
        List.of());
  }

  private <E extends Entry, T> List<T> records(Class<E> type, Function<? super E, T> view) {
    return state.all(type).filter(entry -> entry.validity().overlaps(month)).<T>map(view).toList();
  }

  private static Member member(Party.Member member) {
    return new Member(
        member.id(),
        member.name(),
        EntryFields.label(member.type()),
        member.person().bank().orElse(""),
        member.validity());
  }

  private static Optional<SettlementEntity> entity(Entry entry) {
    return switch (entry.kind()) {
      case UNIT -> unit((Resource.Unit) entry);
      case STORAGE -> storage((Resource.Storage) entry);
      case USER -> {
        Settled.User user = (Settled.User) entry;
        OptionalLong capacity = user.supply().basicCapacityMw();
        yield settled(user, user.name(), EntityClass.USER, capacity, user.billing());
      }
      case RETAILER -> {
        Settled.Retailer retailer = (Settled.Retailer) entry;
        OptionalLong capacity = retailer.representedMw();
        yield settled(
            retailer, retailer.name(), EntityClass.RETAILER, capacity, retailer.billing());
      }
      case GRID_COMPANY -> {
        Settled.GridCompany grid = (Settled.GridCompany) entry;
        yield settled(grid, grid.name(), EntityClass.GRID, OptionalLong.empty(), grid.billing());
      }
      case DEMAND_RESPONSE -> {
        Settled.DemandResponse response = (Settled.DemandResponse) entry;
        OptionalLong capacity = response.response().maximumMw();
        yield settled(
            response, response.name(), EntityClass.RESPONSE, capacity, response.billing());
      }
      default -> throw new IllegalArgumentException(entry.kind() + " is not settled.");
    };
  }

  private static Optional<SettlementEntity> unit(Resource.Unit unit) {
    return unit.stage() == Stage.RETIRED
        ? Optional.empty()
        : Optional.of(
            entity(
                unit,
                unit.member(),
                unit.name(),
                unit.type().entityClass(),
                new Power(OptionalLong.of(unit.output().capacityMw()), unit.output().minimumMw()),
                unit.billing()));
  }

  private static Optional<SettlementEntity> storage(Resource.Storage storage) {
    return storage.stage() == Stage.RETIRED
        ? Optional.empty()
        : Optional.of(
            entity(
                storage,
                storage.member(),
                storage.name(),
                EntityClass.STORAGE,
                new Power(OptionalLong.of(storage.capacityMw()), OptionalLong.empty()),
                storage.billing()));
  }

  private static Optional<SettlementEntity> settled(
      Settled settled, String name, EntityClass is, OptionalLong capacity, Billing billing) {
    Power power = new Power(capacity, OptionalLong.empty());
    return Optional.of(entity(settled, settled.member(), name, is, power, billing));
  }

  /** Capacity and least output, 0.0001 MW. */
  private record Power(OptionalLong capacity, OptionalLong minimum) {}

  private static SettlementEntity entity(
      Entry entry, String member, String name, EntityClass is, Power power, Billing billing) {
    return new SettlementEntity(
        entry.id(),
        member,
        name,
        is,
        billing.pricePoint(),
        billing.tariff().orElse(""),
        power.capacity(),
        power.minimum(),
        billing.obligationMw(),
        billing.heldMw(),
        billing.aggregator().orElse(""),
        billing.grid().orElse(""),
        entry.validity());
  }

  private static Meter meter(Metering.Meter meter) {
    return new Meter(meter.id(), meter.multiplier(), meter.fullScale().orElse(0), meter.validity());
  }

  private static MeterRelation relation(Metering.Relation relation) {
    return new MeterRelation(
        relation.meter(),
        relation.entity(),
        (int) relation.sign(),
        relation.share(),
        relation.validity());
  }

  private static Contract contract(Trade.Contract contract) {
    return new Contract(
        contract.id(),
        contract.parties().seller(),
        contract.parties().buyer(),
        contract.reference().pricePoint(),
        contract.reference().market() == Trade.Reference.RT,
        contract.settled(),
        contract.withheld().orElse(""),
        contract.validity());
  }
}
