package org.gridclear.web.market.registry;

import java.util.List;
import java.util.stream.Stream;
import org.gridclear.account.Right;
import org.gridclear.market.registry.MarketRegistry.Shown;
import org.gridclear.market.registry.Proposal;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the registry: proposed by one account, reviewed by another, both of whom see all. */
@RestController
@RequestMapping("/api/v1/registry")
class ProposalController {
  private final ServedRegistry registry;

  ProposalController(ServedRegistry registry) {
    this.registry = registry;
  }

  /** Proposals by number. */
  @GetMapping("/proposals")
  @Needs({Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  List<ProposalAnswer> proposals(Caller caller, @RequestParam(defaultValue = "true") boolean open) {
    ServedRegistry.seesAll(caller);
    Stream<Proposal> all = registry.open().proposals(open).stream();
    return all.map(proposal -> ProposalAnswer.of(proposal, List.of())).toList();
  }

  /** A proposal, and what of it would break a rule by now. */
  @GetMapping("/proposals/{number}")
  @Needs({Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  ProposalAnswer proposal(Caller caller, @PathVariable long number) {
    ServedRegistry.seesAll(caller);
    Shown shown = RegistryErrors.asked(() -> registry.open().proposal(number));
    return ProposalAnswer.of(shown.proposal(), shown.issues());
  }
}
