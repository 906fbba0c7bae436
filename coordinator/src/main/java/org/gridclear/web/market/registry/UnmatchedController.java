package org.gridclear.web.market.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.gridclear.account.Right;
import org.gridclear.market.registry.UnmatchedIds;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ids of other systems beside the registry. */
@RestController
@RequestMapping("/api/v1/registry")
class UnmatchedController {
  private final ServedRegistry registry;

  UnmatchedController(ServedRegistry registry) {
    this.registry = registry;
  }

  /** Compares the ids of another system with the registry on a day. */
  @PostMapping("/unmatched")
  @Needs({Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  UnmatchedIds unmatched(
      Caller caller,
      @RequestParam String system,
      @RequestParam String kind,
      @RequestParam LocalDate on,
      @RequestBody List<String> ids) {
    ServedRegistry.seesAll(caller);
    return UnmatchedIds.of(
        registry.open().at(OptionalLong.empty()).state(),
        system,
        ServedRegistry.kind(kind),
        on,
        ids);
  }
}
