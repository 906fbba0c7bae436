package org.gridclear.settlement.registry;

import java.util.OptionalLong;

/**
 * The smallest thing that is settled on its own and gets a bill.
 *
 * @param id code
 * @param member member that it belongs to
 * @param name name on the bill
 * @param entityClass what it is
 * @param point price point: a bus of a unit, a zone of a user (AMB-16)
 * @param tariff tariff of transmission and distribution; empty for none
 * @param capacity installed or basic capacity, 0.0001 MW; empty where it is not given
 * @param minimum least economic output, 0.0001 MW; empty where it is not given
 * @param obligation capacity it has to hold, 0.0001 MW; empty where it is not given
 * @param held capacity that it holds, 0.0001 MW; empty where it is not given
 * @param aggregator entity that is settled in its place for demand response; empty for none
 * @param grid grid company that it is connected to and pays transmission and distribution to; empty
 *     for none
 * @param validity days on which this record holds
 */
public record SettlementEntity(
    String id,
    String member,
    String name,
    EntityClass entityClass,
    String point,
    String tariff,
    OptionalLong capacity,
    OptionalLong minimum,
    OptionalLong obligation,
    OptionalLong held,
    String aggregator,
    String grid,
    Validity validity) {}
