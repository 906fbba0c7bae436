package org.gridclear.market.declaration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.declaration.DeclarationParameters.Bounds;
import org.gridclear.market.declaration.DeclarationParameters.Defaults;
import org.gridclear.market.declaration.DeclarationParameters.Moment;
import org.gridclear.quantity.Horizon;

/** Small days with units that are declared. */
final class DeclaredDays {
  static final LocalDate DATE = LocalDate.of(2026, 12, 1);

  static final DeclarationParameters PARAMETERS =
      new DeclarationParameters(
          "da",
          DATE,
          60,
          new Moment(7, LocalTime.MIDNIGHT),
          new Moment(1, LocalTime.of(9, 30)),
          new Bounds(-200_000, 1_500_000),
          10,
          10,
          10_000,
          1_000_000_000,
          50_000_000,
          10,
          List.of(),
          new Defaults(7, true));

  private DeclaredDays() {}

  static Declaration declared(String unit, Terms terms) {
    return new Declaration("da", DATE, "north", unit, terms);
  }

  static MarketDay of(ThermalUnit unit) {
    return new MarketDay(
        "day",
        List.of(),
        new Horizon(unit.pMinMw().size(), 60),
        BuiltInNetworks.read("ieee9"),
        List.of(unit),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Penalties.DEFAULT);
  }
}
