package org.gridclear.web.market.registry;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.registry.ContractCurves;
import org.gridclear.market.registry.ContractCurves.Curve;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.market.registry.VisibleRecords;
import org.gridclear.settlement.folder.DayTypeFile;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contracts as curves of a month, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/registry")
class ContractCurveController {
  private final ServedRegistry registry;

  ContractCurveController(ServedRegistry registry) {
    this.registry = registry;
  }

  /** Contracts with a total as curves of a month. */
  @GetMapping("/curves")
  @Needs({Right.READ_OWN, Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ResponseEntity<byte[]> curves(
      Caller caller,
      @RequestParam YearMonth month,
      @RequestParam(defaultValue = "96") int intervals,
      @RequestParam(required = false) @Nullable String contract,
      @RequestParam(required = false) @Nullable Long revision,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Revision asked = registry.at(revision);
    VisibleRecords seen = ServedRegistry.seen(asked, caller);
    List<Curve> curves =
        new ContractCurves(asked.state(), month, intervals, day -> DayTypeFile.of(day, Map.of()))
            .all().stream()
                .filter(curve -> seen.sees(curve.contract()))
                .filter(curve -> contract == null || curve.contract().id().equals(contract))
                .toList();
    return TableAnswer.of(EntryTables.curves(curves, month), format);
  }
}
