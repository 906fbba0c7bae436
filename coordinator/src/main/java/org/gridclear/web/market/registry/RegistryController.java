package org.gridclear.web.market.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is registered, within what the caller may see. */
@RestController
@RequestMapping("/api/v1/registry")
class RegistryController {
  private final ServedRegistry registry;

  RegistryController(ServedRegistry registry) {
    this.registry = registry;
  }

  /** Records of all kinds; what is answered can be proposed to another registry. */
  @GetMapping("/records")
  @Needs({Right.READ_MARKET, Right.READ_OWN, Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ResponseEntity<byte[]> all(
      Caller caller,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable Long revision) {
    Revision asked = registry.at(revision);
    List<Entry> entries =
        ServedRegistry.seen(asked, caller).of(Optional.empty(), Optional.ofNullable(on));
    return RevisionAnswer.json(entries, asked);
  }
}
