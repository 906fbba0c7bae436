package org.gridclear.web.market.registry;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.gridclear.account.Right;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.MarketRegistry.Version;
import org.gridclear.market.registry.VisibleRecords;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Every record that a thing ever had, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/registry")
class RegistryHistoryController {
  private final ServedMarket served;

  private final ServedRegistry registry;

  RegistryHistoryController(ServedMarket served, ServedRegistry registry) {
    this.served = served;
    this.registry = registry;
  }

  /** Every record that a thing ever had. */
  @GetMapping("/records/{kind}/{id}/history")
  @Needs({Right.READ_MARKET, Right.READ_OWN, Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ResponseEntity<byte[]> history(
      Caller caller,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    EntryKind wanted = ServedRegistry.kind(kind);
    MarketRegistry open = registry.open();
    VisibleRecords seen = ServedRegistry.seen(open.at(OptionalLong.empty()), caller);
    List<Version> versions =
        open.history(new Key(wanted, id)).stream()
            .filter(version -> seen.sees(version.entry()))
            .toList();
    if (versions.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There was never a %s %s.".formatted(kind, id));
    }
    return TableAnswer.of(
        EntryTables.history(wanted, versions, served.folder().facts().zone()), format);
  }
}
