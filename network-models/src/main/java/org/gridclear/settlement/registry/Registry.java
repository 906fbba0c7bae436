package org.gridclear.settlement.registry;

import java.util.List;

/**
 * Everything that is registered, with its history.
 *
 * @param members legal persons
 * @param entities what is settled, several records of one id where something changed
 * @param meters metering points
 * @param relations shares of meters
 * @param contracts contracts
 * @param tariffs prices of transmission and distribution
 * @param rights transmission rights
 * @param offers offers of units
 */
public record Registry(
    List<Member> members,
    List<SettlementEntity> entities,
    List<Meter> meters,
    List<MeterRelation> relations,
    List<Contract> contracts,
    List<Tariff> tariffs,
    List<TransmissionRight> rights,
    List<UnitOffer> offers) {
  public Registry {
    members = List.copyOf(members);
    entities = List.copyOf(entities);
    meters = List.copyOf(meters);
    relations = List.copyOf(relations);
    contracts = List.copyOf(contracts);
    tariffs = List.copyOf(tariffs);
    rights = List.copyOf(rights);
    offers = List.copyOf(offers);
  }
}
