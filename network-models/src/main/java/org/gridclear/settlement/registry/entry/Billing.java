package org.gridclear.settlement.registry.entry;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What settlement asks of everything that it settles (docs/formats.md, {@code entities.csv}).
 *
 * @param pricePoint where its price is made
 * @param tariff tariff of transmission and distribution
 * @param grid grid company that it is connected to and pays transmission and distribution to
 * @param aggregator entity that is settled in its place for demand response
 * @param obligationMw capacity that it has to hold, 0.0001 MW
 * @param heldMw capacity that it holds, 0.0001 MW
 */
public record Billing(
    @Refers(EntryKind.PRICE_POINT) String pricePoint,
    @Refers(EntryKind.TARIFF) Optional<String> tariff,
    @Refers(EntryKind.GRID_COMPANY) Optional<String> grid,
    @Refers({EntryKind.DEMAND_RESPONSE, EntryKind.RETAILER, EntryKind.USER})
        Optional<String> aggregator,
    @Amount OptionalLong obligationMw,
    @Amount OptionalLong heldMw) {}
