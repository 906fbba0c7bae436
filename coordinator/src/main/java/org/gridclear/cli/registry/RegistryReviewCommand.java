package org.gridclear.cli.registry;

import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.registry.EntryTables;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.MarketRegistry.ReviewWanted;
import org.gridclear.market.registry.MarketRegistry.Shown;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear registry review}: look at proposals, approve or reject one. */
@Command(
    name = "review",
    description = {
      "List the open proposals; with a number show one, with what breaks a rule by now;",
      "approve or reject it by another account than the one that proposed it."
    })
final class RegistryReviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private TableOutput output;

  @Parameters(paramLabel = "NUMBER", arity = "0..1", description = "Number of the proposal.")
  private Long number;

  /** Approve or reject. */
  private static final class Verdict {
    @Option(names = "--approve", description = "Approve it: it holds from its dates on.")
    private boolean approve;

    @Option(names = "--reject", description = "Reject it; needs --reason.")
    private boolean reject;
  }

  @ArgGroup private Verdict verdict;

  @Option(names = "--reason", defaultValue = "", description = "Why.")
  private String reason;

  @Option(names = "--all", description = "List those that were reviewed, too.")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    try (MarketFolder folder = market.open()) {
      MarketRegistry registry = RevisionOption.registry(folder);
      if (number == null && verdict != null) {
        throw new IllegalArgumentException("Name the proposal that is to be decided: NUMBER.");
      }
      if (number == null) {
        List<Proposal> proposals = registry.proposals(!all);
        output.write(
            EntryTables.proposals(proposals, folder.facts().zone()), spec.commandLine().getOut());
        return 0;
      }
      Shown shown = registry.proposal(number);
      return verdict == null
          ? RegistryPrint.shown(shown, spec.commandLine().getOut())
          : decide(registry, shown.proposal());
    }
  }

  private int decide(MarketRegistry registry, Proposal proposal) throws Exception {
    Actor actor = acting.required(market.path());
    RegistryRights.require(actor, Right.APPROVE_REGISTRY);
    Decision decision = verdict.approve ? Decision.APPROVED : Decision.REJECTED;
    return actor.change(
        "registry review",
        "proposal %d %s".formatted(number, decision.label()),
        () -> {
          actor.requireAccount(proposal.by());
          Proposal done = registry.review(new ReviewWanted(number, decision, actor.name(), reason));
          return RegistryPrint.shown(new Shown(done, List.of()), spec.commandLine().getOut());
        });
  }
}
