package org.gridclear.web.market.result;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.OptionalInt;
import org.gridclear.market.result.DayQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of results a call asks for; what is not given asks for nothing.
 *
 * @param cycle number of the run of the day
 * @param bus id of a bus
 * @param zone a zone
 * @param unit id of a unit
 * @param owner id of a member
 * @param fuel a fuel
 * @param element id of a load, a storage, a branch or a flowgate
 * @param period number of a period, a time of day, or a range of times
 */
public record RowParameters(
    @Parameter(description = "Number of the run of the day; default: all.") @Nullable Integer cycle,
    @Parameter(description = "Rows of this bus.") @Nullable String bus,
    @Parameter(description = "Rows of this zone.") @Nullable String zone,
    @Parameter(description = "Rows of this unit.") @Nullable String unit,
    @Parameter(description = "Rows of what belongs to this member.") @Nullable String owner,
    @Parameter(description = "Rows of this fuel.") @Nullable String fuel,
    @Parameter(description = "Rows of this load, storage, branch or flowgate.")
        @Nullable String element,
    @Parameter(description = "Number of a period, a time such as 18:00, or 08:00..20:00.")
        @Nullable String period) {

  public OptionalInt run() {
    return cycle == null ? OptionalInt.empty() : OptionalInt.of(cycle);
  }

  public DayQuery.Filter filter() {
    return new DayQuery.Filter(
        list(bus),
        list(zone),
        list(unit),
        list(owner),
        list(fuel),
        list(element),
        period == null ? "" : period);
  }

  private static List<String> list(@Nullable String text) {
    return text == null ? List.of() : List.of(text);
  }
}
