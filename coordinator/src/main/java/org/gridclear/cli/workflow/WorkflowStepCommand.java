package org.gridclear.cli.workflow;

import java.time.Clock;
import java.util.function.BiFunction;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.workflow.NodeState;
import org.gridclear.market.workflow.Doer;
import org.gridclear.market.workflow.NodeAct;
import org.gridclear.market.workflow.WorkflowOperation;

/** What commands of {@code gridclear workflow} share. */
abstract class WorkflowStepCommand extends PrintingCommand {
  static MarketClock clock(MarketFolder folder) {
    return new MarketClock(folder.facts().zone());
  }

  static WorkflowOperation workflows(MarketFolder folder) {
    return new WorkflowOperation(folder, Clock.systemUTC());
  }

  static Doer doer(Actor actor) {
    return new Doer(actor.name(), actor.groups(), actor.may(Right.OPERATE_MARKET));
  }

  static Actor operator(ActorOptions acting, MarketOption market) {
    Actor actor = acting.required(market.path());
    actor.scope(Right.OPERATE_MARKET);
    return actor;
  }

  final int act(
      String name,
      BiFunction<WorkflowOperation, NodeAct, NodeState> what,
      MarketOption market,
      ActorOptions acting,
      NodeOptions node)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path());
      NodeAct act = new NodeAct(node.instance().key(), node.node(), doer(actor), node.reason());
      NodeState state =
          actor.change("workflow " + name, act.text(), () -> what.apply(workflows(folder), act));
      out().printf("%s, node %s: %s%n", act.instance().text(), act.node(), state.label());
      out().flush();
    }
    return ExitCodes.DONE;
  }
}
