package org.gridclear.clearing.search;

import org.gridclear.clearing.constraint.ConstraintCatalogue;
import org.gridclear.clearing.constraint.ModelMagnitudes;
import org.gridclear.clearing.context.ClearingAbortedException;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingModel;

/** The model of a case in the formulation that suits its size, refused where it is out of range. */
public final class CaseModel {
  /**
   * Gap from which a large model does without a row per segment, and a dive, which ends within
   * about a percent of the bound, is of use: docs/decisions/006.
   */
  public static final double COARSE_GAP_MIN = 0.005;

  private CaseModel() {}

  /**
   * Builds the model of a case.
   *
   * @param elastic whether units' own rows may be relaxed
   * @throws ClearingAbortedException if the solver is of no use for its size, or its numbers are
   *     out of range
   */
  static ClearingModel build(
      ClearingCase clearingCase,
      ClearingGrid grid,
      ClearingOptions options,
      ClearingContext context,
      boolean losses,
      boolean elastic) {
    ClearingModel model =
        ConstraintCatalogue.model(
            clearingCase, grid, losses, formulation(clearingCase, options), elastic);
    context.statuses().ifPresent(model::fixStatuses);
    int rowCount = model.linear().rowCount();
    context
        .progress()
        .step("model of %d columns, %d rows".formatted(model.linear().columnCount(), rowCount));
    if (rowCount > context.solver().rowsMax()) {
      throw new ClearingAbortedException(
          ClearingOutcome.Reason.SOLVER_FAILED,
          "The model has %d rows; %s is of use up to %d. Use HiGHS."
              .formatted(rowCount, context.solver().name(), context.solver().rowsMax()));
    }
    ModelMagnitudes.check(model);
    return model;
  }

  /** A percent needs no row per segment, and a large model is solved in two thirds of the time. */
  private static ClearingOptions.Formulation formulation(
      ClearingCase clearingCase, ClearingOptions options) {
    if (options.formulation() != ClearingOptions.Formulation.AUTO) {
      return options.formulation();
    }
    long statuses =
        (long) clearingCase.day().thermalUnits().size() * clearingCase.day().periodCount();
    boolean compact =
        options.strategy() == ClearingOptions.Strategy.RELAX_AND_FIX
            && options.gap() >= COARSE_GAP_MIN
            && !StatusFixing.small(statuses);
    return compact ? ClearingOptions.Formulation.COMPACT : ClearingOptions.Formulation.TIGHT;
  }
}
