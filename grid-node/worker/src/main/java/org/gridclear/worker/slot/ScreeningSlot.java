package org.gridclear.worker.slot;

import java.util.List;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;
import org.gridclear.security.sensitivity.SensitivityKernel;
import org.gridclear.solver.Deadline;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.Failure;
import org.gridclear.work.FailureReason;
import org.gridclear.work.ScreeningScope;
import org.gridclear.work.WorkOutcome;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.jspecify.annotations.Nullable;

/**
 * Screens ranges of outages. Structures, outages and solved base cases of the last few operating
 * points are kept, so that ranges of one operating point share them and memory stays bounded.
 */
final class ScreeningSlot {
  private static final int STRUCTURES_MAX = 2;
  private static final int MODELS_MAX = 3;

  private final ModelCache<NetworkStructure> structures = new ModelCache<>(STRUCTURES_MAX);
  private final ModelCache<Listed> lists = new ModelCache<>(STRUCTURES_MAX);
  private final ModelCache<Model> models = new ModelCache<>(MODELS_MAX);

  private record Listed(List<Outage> outages, boolean @Nullable [] watched) {}

  private record Model(ScreeningModel model, BaseResult base, double seconds) {}

  WorkOutcome work(WorkUnit.Screening unit, BlockStore store, Deadline cancelled) {
    boolean[] built = new boolean[1];
    Model model;
    try {
      model =
          models.get(
              unit.modelKey(),
              () -> {
                built[0] = true;
                return build(unit, store);
              });
    } catch (ArithmeticException e) {
      return new WorkOutcome.NotSolved(
          new Failure(FailureReason.INFEASIBLE, String.valueOf(e.getMessage())));
    }
    long start = System.nanoTime();
    ScreeningBlock block = ScreeningKernel.screen(model.model(), unit.from(), unit.to(), cancelled);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (cancelled.passed()) {
      return new WorkOutcome.NotSolved(
          new Failure(FailureReason.CANCELLED, "The run was cancelled."));
    }
    return new WorkOutcome.Screened(
        block,
        BlockSummary.of(
            unit.from(), unit.to(), block, model.base(), built[0] ? model.seconds() : 0, seconds));
  }

  WorkOutcome work(WorkUnit.Sensing unit, BlockStore store) {
    OperatingPoint point = store.value(unit.pointHash(), OperatingPoint.class);
    try {
      return new WorkOutcome.Sensed(
          SensitivityKernel.answer(structure(unit.networkHash(), store), point, unit.question()));
    } catch (ArithmeticException e) {
      return new WorkOutcome.NotSolved(
          new Failure(FailureReason.INFEASIBLE, String.valueOf(e.getMessage())));
    }
  }

  private NetworkStructure structure(String networkHash, BlockStore store) {
    return structures.get(
        networkHash, () -> NetworkStructure.of(store.value(networkHash, Network.class)));
  }

  private Model build(WorkUnit.Screening unit, BlockStore store) {
    long start = System.nanoTime();
    NetworkStructure structure = structure(unit.networkHash(), store);
    Listed listed =
        lists.get(
            unit.networkHash() + unit.scopeHash(),
            () -> listed(structure, store.value(unit.scopeHash(), ScreeningScope.class)));
    OperatingPoint point = store.value(unit.pointHash(), OperatingPoint.class);
    ScreeningModel model =
        new ScreeningModel(structure, point, listed.outages(), unit.options(), listed.watched());
    return new Model(model, model.base(), (System.nanoTime() - start) / 1e9);
  }

  private static Listed listed(NetworkStructure structure, ScreeningScope scope) {
    List<Outage> outages =
        scope.contingencies().stream().map(c -> Outage.of(c, structure.index())).toList();
    return new Listed(outages, scope.watched());
  }
}
