package org.gridclear.worker.slot;

import java.util.function.Supplier;
import org.gridclear.monitoring.adequacy.AdequacySampling;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexCatalogueText;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.StoredMonitoring;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkContext;

/** Samples of adequacy and indices, from data that the grid holds. */
final class MonitoringSlot {
  private static final int FACTS_MAX = 8;
  private static final int OTHERS_MAX = 2;

  private final ModelCache<AdequacySampling> systems = new ModelCache<>(OTHERS_MAX);
  private final ModelCache<IndexCatalogue> catalogues = new ModelCache<>(OTHERS_MAX);
  private final ModelCache<MarketFacts> facts = new ModelCache<>(FACTS_MAX);

  WorkAnswer work(WorkUnit.Monitoring unit, WorkContext context) {
    MonitoringAnswer answer =
        unit.task() instanceof MonitoringTask.Sample sample
            ? sampled(sample, context.store())
            : evaluated((MonitoringTask.Evaluate) unit.task(), context.store());
    return new WorkAnswer.Done(
        new UnitSummary.Monitoring(answer.figures()),
        receipt -> Wire.pack(new StoredMonitoring(receipt, answer)));
  }

  private MonitoringAnswer sampled(MonitoringTask.Sample task, BlockStore store) {
    Supplier<AdequacySampling> make =
        () ->
            new AdequacySampling(
                Wire.unpack(store.data(task.systemHash()), AdequacySystem.class), task.seed());
    AdequacySampling sampling = systems.get(task.systemHash() + task.seed(), make);
    return new MonitoringAnswer.Sampled(sampling.block(task.first(), task.count()));
  }

  private MonitoringAnswer evaluated(MonitoringTask.Evaluate task, BlockStore store) {
    IndexCatalogue catalogue =
        catalogues.get(
            task.catalogueHash(),
            () -> IndexCatalogueText.read(store.data(task.catalogueHash()), "catalogue", 0));
    MarketFacts day =
        facts.get(
            task.factsHash(), () -> Wire.unpack(store.data(task.factsHash()), MarketFacts.class));
    return new MonitoringAnswer.Evaluated(catalogue.values(day.of(task.zone()), task.indices()));
  }
}
