package org.gridclear.worker.slot;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargePrograms;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.MonthIndex;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.FailureReason;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.BlockStore;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Wire;
import org.gridclear.worker.api.WorkAnswer;
import org.gridclear.worker.api.WorkContext;

/** Charges of entities, from blocks that the grid holds. */
final class ChargingSlot {
  private static final int MONTHS_MAX = 2;
  private static final int PRICES_MAX = 64;

  private final ModelCache<ChargePrograms> months = new ModelCache<>(MONTHS_MAX);
  private final ModelCache<MonthIndex> indices = new ModelCache<>(MONTHS_MAX);
  private final ModelCache<PriceDay> prices = new ModelCache<>(PRICES_MAX);

  WorkAnswer work(WorkUnit.Charging unit, WorkContext context) {
    BlockStore store = context.store();
    ChargePrograms programs =
        months.get(
            unit.monthHash(),
            () ->
                new ChargePrograms(
                    Wire.unpack(store.data(unit.monthHash()), SettlementMonth.class)));
    MonthIndex index = indices.get(unit.monthHash(), () -> new MonthIndex(programs.month()));
    try {
      ChargeResult result =
          ChargeKernel.run(
              programs, unit.from(), unit.to(), () -> days(unit, index, context), null);
      return new WorkAnswer.Done(
          ChargeSummary.of(result), receipt -> ChargeBytes.pack(receipt, result));
    } catch (CancelledException e) {
      return new WorkAnswer.Failed(FailureReason.CANCELLED, "Cancelled before its last day.");
    }
  }

  private Iterator<ChargeKernel.Day> days(
      WorkUnit.Charging unit, MonthIndex index, WorkContext context) {
    BlockStore store = context.store();
    return IntStream.range(0, unit.priceHashes().size())
        .mapToObj(
            d -> {
              if (context.cancelled().passed()) {
                throw new CancelledException();
              }
              String hash = unit.priceHashes().get(d);
              List<byte[]> blocks = store.blocks(unit.blockHashes().get(d));
              return new ChargeKernel.Day(
                  prices.get(
                      hash + unit.monthHash(),
                      () -> SettlementBytes.prices(store.data(hash), index)),
                  blocks.stream().map(block -> SettlementBytes.block(block, index)).toList());
            })
        .iterator();
  }

  /** Ends the days of a unit that was cancelled. */
  private static final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
