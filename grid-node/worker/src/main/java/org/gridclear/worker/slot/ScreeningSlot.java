package org.gridclear.worker.slot;

import java.util.List;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.security.screening.ScreeningModel;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.FailureReason;
import org.gridclear.work.ScreeningScope;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.ScreeningBytes;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkContext;
import org.jspecify.annotations.Nullable;

/**
 * Screens ranges of outages. Structures, outages and solved base cases of the last few operating
 * points are kept, so that ranges of one operating point share them and memory stays bounded.
 */
final class ScreeningSlot {
  private static final int LISTS_MAX = 2;
  private static final int MODELS_MAX = 3;

  private final NetworkModels networks;
  private final ModelCache<Listed> lists = new ModelCache<>(LISTS_MAX);
  private final ModelCache<Model> models = new ModelCache<>(MODELS_MAX);

  private record Listed(List<Outage> outages, boolean @Nullable [] watched) {}

  private record Model(ScreeningModel model, BaseResult base, double seconds) {}

  ScreeningSlot(NetworkModels networks) {
    this.networks = networks;
  }

  WorkAnswer work(WorkUnit.Screening unit, WorkContext context) {
    boolean[] built = new boolean[1];
    Model model;
    try {
      model =
          models.get(
              unit.modelKey(),
              () -> {
                built[0] = true;
                return build(unit, context.store());
              });
    } catch (ArithmeticException e) {
      return new WorkAnswer.Failed(FailureReason.INFEASIBLE, String.valueOf(e.getMessage()));
    }
    long start = System.nanoTime();
    ScreeningBlock block =
        ScreeningKernel.screen(model.model(), unit.from(), unit.to(), context.cancelled());
    double seconds = (System.nanoTime() - start) / 1e9;
    if (context.cancelled().passed()) {
      return new WorkAnswer.Failed(FailureReason.CANCELLED, "The run was cancelled.");
    }
    return new WorkAnswer.Done(
        BlockSummary.of(
            unit.from(), unit.to(), block, model.base(), built[0] ? model.seconds() : 0, seconds),
        receipt -> ScreeningBytes.pack(receipt, block));
  }

  private Model build(WorkUnit.Screening unit, BlockStore store) {
    long start = System.nanoTime();
    NetworkStructure structure = networks.structure(unit.networkHash(), store);
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
