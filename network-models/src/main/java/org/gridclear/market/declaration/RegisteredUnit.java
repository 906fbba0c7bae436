package org.gridclear.market.declaration;

import java.util.OptionalLong;

/**
 * What the registry says of a unit on a date.
 *
 * @param id id of the unit
 * @param element its id in the network and the case
 * @param kind what it is
 * @param owner the member that owns it
 * @param minMw least stable output, 0.0001 MW; empty where the registry does not say
 * @param maxMw capacity, 0.0001 MW; empty where the registry does not say
 */
public record RegisteredUnit(
    String id,
    String element,
    UnitKind kind,
    String owner,
    OptionalLong minMw,
    OptionalLong maxMw) {}
