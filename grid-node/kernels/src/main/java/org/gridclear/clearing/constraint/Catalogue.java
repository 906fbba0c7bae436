package org.gridclear.clearing.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.gridclear.market.constraint.OutputBands;
import org.gridclear.scenario.resolved.ConstraintFamily;

/**
 * Every family of constraints in the order in which they join a model (docs/model.md). The order
 * matters in three places: columns before the rows that use them, injections before the balance.
 */
final class Catalogue {
  private Catalogue() {}

  /** The built-in families and those registered beside them. */
  static List<ConstraintClass> all() {
    List<ConstraintClass> families =
        new ArrayList<>(
            List.of(
                CommitmentLogic::addTo,
                PiecewiseCosts::addTo,
                StartCosts::addTo,
                ReserveRequirements::addColumnsTo,
                GenerationLimits::addTo,
                Catalogue::ramps,
                MinUpDownTimes::addTo,
                new StartsMaximum(),
                ProfiledOutput::addTo,
                StorageOperation::addTo,
                FlexibleDemand::addTo,
                new HvdcOperation(),
                new ReservoirOperation(),
                new OutputRanges(),
                new FixedSchedules(),
                new EnergyRanges(),
                new UnitsOnline(),
                new UnitReserves(),
                new ForbiddenBands(OutputBands.Kind.MILL, ConstraintFamily.MILL_BANDS),
                new ForbiddenBands(OutputBands.Kind.VIBRATION, ConstraintFamily.VIBRATION_ZONES),
                new EmissionLimits(),
                new MustRunCapacity(),
                new FuelLimits(),
                new TotalEmissionLimits(),
                new PracticalConstraints()));
    ServiceLoader.load(ConstraintClass.class).forEach(families::add);
    families.add(PowerBalance::addTo);
    families.add(new ReserveRequirements());
    return families;
  }

  private static void ramps(ClearingModel m) {
    if (m.inEffect(ConstraintFamily.RAMPS)) {
      RampLimits.addTo(m);
    }
  }
}
