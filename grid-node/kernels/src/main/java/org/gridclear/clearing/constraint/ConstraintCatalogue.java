package org.gridclear.clearing.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.gridclear.clearing.constraint.range.EmissionLimits;
import org.gridclear.clearing.constraint.range.EnergyRanges;
import org.gridclear.clearing.constraint.range.FixedSchedules;
import org.gridclear.clearing.constraint.range.FuelLimits;
import org.gridclear.clearing.constraint.range.MustRunCapacity;
import org.gridclear.clearing.constraint.range.OutputRanges;
import org.gridclear.clearing.constraint.range.StartsMaximum;
import org.gridclear.clearing.constraint.range.TotalEmissionLimits;
import org.gridclear.clearing.constraint.range.UnitReserves;
import org.gridclear.clearing.constraint.range.UnitsOnline;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.market.rule.OutputBands;

/**
 * Every family of constraints in the order in which they join a model (docs/model.md). The order
 * matters in three places: columns before the rows that use them, injections before the balance.
 */
public final class ConstraintCatalogue {
  private ConstraintCatalogue() {}

  /** The model of a case with every family that is in effect. */
  public static ClearingModel model(
      ClearingCase clearingCase,
      ClearingGrid grid,
      boolean losses,
      ClearingOptions.Formulation formulation,
      boolean elastic) {
    return ClearingModel.build(clearingCase, grid, losses, formulation, elastic, all());
  }

  /** The built-in families and those registered beside them, by the name used in reports. */
  public static Map<String, ConstraintClass> all() {
    Map<String, ConstraintClass> families = new LinkedHashMap<>();
    families.put("status, start and stop (B-07, B-04)", CommitmentLogic::addTo);
    families.put("offers", PiecewiseCosts::addTo);
    families.put("start costs", StartCosts::addTo);
    families.put("ancillary offers", ReserveRequirements::addColumnsTo);
    families.put("output limits (B-02)", GenerationLimits::addTo);
    families.put("ramps (B-03)", ConstraintCatalogue::ramps);
    families.put("minimum up and down times (B-04)", MinUpDownTimes::addTo);
    families.put("starts and stops (B-05)", new StartsMaximum());
    families.put("lead times (C-01)", new LeadTimes());
    families.put("forecasts", ProfiledOutput::addTo);
    families.put("storage", StorageOperation::addTo);
    families.put("flexible demand", FlexibleDemand::addTo);
    families.put("HVDC (B-25)", new HvdcOperation());
    families.put("hydro and spillage (B-22, B-24)", new ReservoirOperation());
    families.put("output ranges (B-02)", new OutputRanges());
    families.put("fixed schedules (B-07)", new FixedSchedules());
    families.put("energy (B-08)", new EnergyRanges());
    families.put("units online (B-09)", new UnitsOnline());
    families.put("reserve of units (B-10)", new UnitReserves());
    families.put(
        "mill bands (B-11)",
        new ForbiddenBands(OutputBands.Kind.MILL, ConstraintFamily.MILL_BANDS));
    families.put(
        "vibration zones (B-12)",
        new ForbiddenBands(OutputBands.Kind.VIBRATION, ConstraintFamily.VIBRATION_ZONES));
    families.put("emissions (B-13)", new EmissionLimits());
    families.put("must-run capacity (B-17)", new MustRunCapacity());
    families.put("fuel (B-21)", new FuelLimits());
    families.put("emissions in all (B-23)", new TotalEmissionLimits());
    families.put("constraints given as data (B-26)", new PracticalConstraints());
    for (ConstraintClass registered : ServiceLoader.load(ConstraintClass.class)) {
      families.put(registered.getClass().getSimpleName(), registered);
    }
    families.put("balance (B-14)", PowerBalance::addTo);
    families.put("reserve (B-15, B-16)", new ReserveRequirements());
    return families;
  }

  private static void ramps(ClearingModel m) {
    if (m.inEffect(ConstraintFamily.RAMPS)) {
      RampLimits.addTo(m);
    }
  }
}
