package org.gridclear.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.network.Bus;
import org.gridclear.network.BusNames;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.validate.UnknownNameException;

/**
 * What is asked of a cleared case in a period: why a unit runs, what sets a price.
 *
 * @param unit why the unit runs; null where none was named
 * @param bus id of the bus whose price it is
 * @param price what sets the price of the bus, or of that of the unit
 */
public record CaseExplanation(
    @JsonInclude(JsonInclude.Include.NON_NULL) UnitExplanation unit,
    @JsonIgnore String bus,
    PriceExplanation price) {
  /**
   * Explains.
   *
   * @param unit id of a unit; "" for none
   * @param bus id or name of a bus; "" for that of the unit
   * @param period the period, from 0
   * @throws UnknownNameException if the case has no such unit or bus
   * @throws IllegalArgumentException if several buses have the name
   */
  public static CaseExplanation of(
      ClearingCase clearingCase, ClearingResult result, String unit, String bus, int period) {
    String priced = bus;
    UnitExplanation why = null;
    if (!unit.isEmpty()) {
      Map<String, String> busOfUnit = UnitExplanation.busOfUnit(clearingCase.day());
      if (!busOfUnit.containsKey(unit)) {
        throw new UnknownNameException("unit", unit, busOfUnit.keySet());
      }
      why = UnitExplanation.of(clearingCase, result, unit, period);
      priced = bus.isEmpty() ? busOfUnit.get(unit) : bus;
    }
    String id = new BusNames(clearingCase.day().network()).idOf(priced);
    List<String> ids = clearingCase.day().network().buses().stream().map(Bus::id).toList();
    if (!ids.contains(id)) {
      throw new UnknownNameException("bus", id, ids);
    }
    PriceExplanation price = PriceExplanation.of(clearingCase, result, ids.indexOf(id), period);
    return new CaseExplanation(why, id, price);
  }
}
