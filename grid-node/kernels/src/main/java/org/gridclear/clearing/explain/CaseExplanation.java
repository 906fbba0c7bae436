package org.gridclear.clearing.explain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.network.Bus;
import org.gridclear.network.BusNames;
import org.gridclear.validate.UnknownNameException;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a cleared case in a period: why a unit runs, what sets a price.
 *
 * @param unit why the unit runs; null where none was named
 * @param storage why the storage unit charges, gives or rests; null where none was named
 * @param bus id of the bus whose price it is
 * @param price what sets the price of the bus, or of that of the unit
 */
public record CaseExplanation(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UnitExplanation unit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StorageExplanation storage,
    @JsonIgnore String bus,
    PriceExplanation price) {
  /**
   * Explains.
   *
   * @param unit id of a unit, a storage unit too; "" for none
   * @param bus id or name of a bus; "" for that of the unit
   * @param period the period, from 0
   * @throws UnknownNameException if the case has no such unit or bus
   * @throws IllegalArgumentException if several buses have the name
   */
  public static CaseExplanation of(
      ClearingCase clearingCase, ClearingResult result, String unit, String bus, int period) {
    String priced = bus;
    UnitExplanation why = null;
    StorageExplanation stored = null;
    if (!unit.isEmpty()) {
      MarketDay day = clearingCase.day();
      Map<String, String> busOfUnit = UnitExplanation.busOfUnit(day);
      List<String> storage = day.storageUnits().stream().map(StorageUnit::id).toList();
      if (busOfUnit.containsKey(unit)) {
        why = UnitExplanation.of(clearingCase, result, unit, period);
      } else if (storage.contains(unit)) {
        int number = storage.indexOf(unit);
        stored = StorageExplanation.of(clearingCase, result, number, period);
        busOfUnit.put(unit, stored.bus());
      } else {
        throw new UnknownNameException(
            "unit", unit, Stream.concat(busOfUnit.keySet().stream(), storage.stream()).toList());
      }
      priced = bus.isEmpty() ? busOfUnit.get(unit) : bus;
    }
    String id = new BusNames(clearingCase.day().network()).idOf(priced);
    List<String> ids = clearingCase.day().network().buses().stream().map(Bus::id).toList();
    if (!ids.contains(id)) {
      throw new UnknownNameException("bus", id, ids);
    }
    PriceExplanation price = PriceExplanation.of(clearingCase, result, ids.indexOf(id), period);
    return new CaseExplanation(why, stored, id, price);
  }
}
