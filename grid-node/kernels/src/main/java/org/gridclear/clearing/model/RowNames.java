package org.gridclear.clearing.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.solver.LinearModel;

/** Which elements and periods of the data a row of a model comes from. */
public final class RowNames {
  private static final int ELEMENTS_MAX = 3;

  private final ClearingModel model;
  private final String[] element;
  private final int[] period;

  /** Names for the rows of a model. */
  public RowNames(ClearingModel model) {
    this.model = model;
    this.element = new String[model.linear().columnCount()];
    this.period = new int[element.length];
    for (int g = 0; g < model.units().size(); g++) {
      String unit = "unit " + model.units().get(g).unit().id();
      name(
          unit, model.on().row(g), model.start().row(g), model.stop().row(g), model.above().row(g));
      for (int product = 0; product < model.products().size(); product++) {
        name(unit, model.reserve(product).row(g));
      }
    }
    for (int i = 0; i < model.profiled().rows(); i++) {
      name("unit " + model.profiledUnits().get(i).id(), model.profiled().row(i));
    }
    for (int i = 0; i < model.storage().level().rows(); i++) {
      String storage = "storage " + model.storageUnits().get(i).id();
      name(
          storage,
          model.storage().level().row(i),
          model.storage().charge().row(i),
          model.storage().discharge().row(i));
    }
    for (int i = 0; i < model.water().volume().rows(); i++) {
      name(
          "reservoir " + model.reservoirs().get(i).id(),
          model.water().volume().row(i),
          model.water().spill().row(i));
    }
    for (ClearingModel.Hvdc hvdc : model.hvdc()) {
      name("HVDC line " + hvdc.line().id(), hvdc.forward(), hvdc.backward());
    }
  }

  private void name(String what, int[]... columns) {
    for (int[] ofPeriod : columns) {
      for (int t = 0; t < ofPeriod.length; t++) {
        if (ofPeriod[t] >= 0) {
          element[ofPeriod[t]] = what;
          period[ofPeriod[t]] = t;
        }
      }
    }
  }

  /** The elements of a row and its last period, such as {@code storage s in period 2}. */
  public String of(int row) {
    LinearModel linear = model.linear();
    Set<String> elements = new LinkedHashSet<>();
    int last = -1;
    for (int entry = linear.rowStart(row); entry < linear.rowStart(row + 1); entry++) {
      int column = linear.entryColumn(entry);
      if (element[column] != null) {
        elements.add(element[column]);
        last = Math.max(last, period[column]);
      }
    }
    List<String> named = new ArrayList<>(elements);
    String text =
        named.size() > ELEMENTS_MAX
            ? "%s and %d more".formatted(named.get(0), named.size() - 1)
            : String.join(", ", named);
    return last < 0 ? text : text + " in period " + (last + 1);
  }
}
