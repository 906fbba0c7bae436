package org.gridclear.web.market.registry;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.registry.MarketRegistry.Wanted;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of the registry are proposed. */
@RestController
@RequestMapping("/api/v1/registry")
class ProposalIntakeController {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv");

  private final ServedRegistry registry;

  ProposalIntakeController(ServedRegistry registry) {
    this.registry = registry;
  }

  /** Proposes records: JSON of the registry's format, or a CSV of one kind. */
  @PostMapping(
      value = "/proposals",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
  @Needs(Right.MANAGE_REGISTRY)
  ProposalReceipt propose(
      Caller caller,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "") String note,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
      @RequestBody byte[] body) {
    ServedRegistry.seesAll(caller);
    boolean csv = MediaType.parseMediaType(type).isCompatibleWith(CSV);
    if (csv != (kind != null)) {
      throw new IllegalArgumentException("A body of text/csv has a parameter kind, JSON has none.");
    }
    List<Change> changes =
        kind != null
            ? ChangeReader.csv("body", body, ServedRegistry.kind(kind))
            : ChangeReader.json("body", body);
    Wanted wanted = new Wanted(caller.name(), note, "body", changes, Map.of());
    return ProposalReceipt.of(RegistryErrors.asked(() -> registry.open().propose(wanted)));
  }
}
